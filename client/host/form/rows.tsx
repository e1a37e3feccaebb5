import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../../api/new-id.ts';
import { Button } from '../../ui/button.tsx';

/** A row of a list that is being written; its key stays with it, whatever is written before it. */
export interface Row<Value> {
  readonly key: string;
  readonly value: Value;
}

/** Rows for what is there already. */
export function rowsOf<Value>(values: readonly Value[]): Row<Value>[] {
  return values.map((value) => ({ key: newId(), value }));
}

interface Props<Value> {
  readonly rows: readonly Row<Value>[];
  readonly onChange: (rows: Row<Value>[]) => void;
  /** What a row begins as. */
  readonly blank: () => Value;
  readonly add: string;
  /** Names a row for who hears the page. */
  readonly nameOf: (place: number) => string;
  readonly isFull?: boolean;
  readonly children: (value: Value, change: (part: Partial<Value>) => void, place: number) => ReactNode;
}

/** A list whose rows can be changed, taken out and added to. */
export function Rows<Value extends object>(props: Props<Value>) {
  const { rows, onChange, blank, add, nameOf, isFull = false, children } = props;
  const { t } = useTranslation('common');
  const changed = (at: string, part: Partial<Value>) =>
    onChange(rows.map((row) => (row.key === at ? { key: at, value: { ...row.value, ...part } } : row)));
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-4 empty:hidden">
        {rows.map(({ key, value }, place) => (
          <li
            key={key}
            aria-label={nameOf(place)}
            // On a phone the way out stands above the fields: beside them it would take a third of their width.
            className="flex flex-col-reverse items-start gap-x-3 rounded-lg bg-linen-100 p-4 inset-ring-1 inset-ring-linen-300 sm:flex-row"
          >
            <div className="w-full min-w-0 grow">{children(value, (part) => changed(key, part), place)}</div>
            <Button
              tone="plain"
              className="max-sm:-mt-2 max-sm:-me-2 max-sm:self-end"
              aria-label={t('remove', { name: nameOf(place) })}
              onPress={() => onChange(rows.filter((row) => row.key !== key))}
            >
              <X aria-hidden className="size-5 shrink-0" />
            </Button>
          </li>
        ))}
      </ul>
      {!isFull && (
        <Button className="w-fit" onPress={() => onChange([...rows, ...rowsOf([blank()])])}>
          <Plus aria-hidden className="size-5 shrink-0" />
          {add}
        </Button>
      )}
    </div>
  );
}
