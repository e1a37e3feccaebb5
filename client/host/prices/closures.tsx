import { useTranslation } from 'react-i18next';
import type { Closure } from '#contract/rooms';
import { Fields } from '../form/entry-form.tsx';
import { LineField } from '../form/line-field.tsx';
import { type Row, Rows } from '../form/rows.tsx';

interface Props {
  readonly rows: readonly Row<Closure>[];
  readonly onChange: (rows: Row<Closure>[]) => void;
  readonly isWrong: (path: string) => boolean;
}

/** Dates on which nothing can be booked, first and last included. */
export function Closures({ rows, onChange, isWrong }: Props) {
  const { t } = useTranslation('host');
  return (
    <Rows
      rows={rows}
      onChange={onChange}
      blank={() => ({ first: '', last: '' })}
      add={t('closures.add')}
      nameOf={(place) => t('closures.one', { place: place + 1 })}
    >
      {(closure, change, place) => (
        <Fields>
          {(['first', 'last'] as const).map((end) => (
            <LineField
              key={end}
              type="date"
              label={t(`closures.${end}`)}
              value={closure[end]}
              onChange={(value) => change({ [end]: value })}
              isWrong={isWrong(`closures.${place}.${end}`)}
            />
          ))}
        </Fields>
      )}
    </Rows>
  );
}
