import { useTranslation } from 'react-i18next';
import type { OptionCode, Room } from '#contract/rooms';
import type { Currency } from '#values/money';
import { useFormat } from '../i18n/format.ts';
import { NumberField } from '../ui/number-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { layoutsFor, type Search } from './wish.ts';

interface Props {
  readonly room: Room;
  readonly search: Search;
  readonly currency: Currency;
  readonly onChange: (change: Partial<Search>) => void;
}

/** How the room is to be set up, and what is served. */
export function ExtrasStep({ room, search, currency, onChange }: Props) {
  const { t } = useTranslation('booking');
  const { money } = useFormat();
  const layouts = layoutsFor(room, search.people);
  const layout = search.layout ?? layouts[0];
  const setOption = (code: OptionCode, quantity: number) =>
    onChange({ options: { ...search.options, [code]: quantity } });
  return (
    <section
      aria-label={t('extras.title')}
      className="flex flex-col gap-6 rounded-xl bg-linen-50 p-5 shadow-low"
    >
      <h2 className="text-lg">{t('extras.title')}</h2>
      {layout && (
        <SelectField
          label={t('search.layout')}
          choices={layouts.map((value) => ({ value, label: t(`layout.${value}`) }))}
          value={layout}
          onChange={(chosen) => onChange({ layout: chosen })}
        />
      )}
      <ul className="flex flex-col gap-4">
        {room.tariff.options.map(({ code, unitNet }) => (
          <li key={code} className="flex flex-wrap items-center justify-between gap-3">
            <span className="flex flex-col">
              <span className="font-semibold">{t(`option.${code}.name`)}</span>
              <span className="text-ink-600 text-sm">
                {t('option.each', { amount: money(unitNet, currency) })}
              </span>
            </span>
            <NumberField
              label={t(`option.${code}.name`)}
              isLabelHidden
              value={search.options[code] ?? 0}
              onChange={(quantity) => setOption(code, quantity)}
              least={0}
              most={500}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
