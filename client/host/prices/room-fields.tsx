import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { AmountField } from '../form/amount-field.tsx';
import { Fields } from '../form/entry-form.tsx';
import { useHosting } from '../hosting.ts';
import { type RoomDraft, TARIFF } from './written-room.ts';

interface Props {
  readonly draft: RoomDraft;
}

/** By the hour, with half days and days as caps, the least it is let for, and its VAT. */
export function Prices({ draft: { written, change, isWrong } }: Props) {
  const { t } = useTranslation('host');
  const { currency } = useHosting().view.space;
  return (
    <Fields>
      {TARIFF.map((name) => (
        <AmountField
          key={name}
          label={t(`room.price.${name}`)}
          unit={name === 'vatRate' ? '%' : currency}
          value={written.tariff[name]}
          onChange={(value) => change({ tariff: { ...written.tariff, [name]: value } })}
          isWrong={isWrong(`tariff.${name}`)}
        />
      ))}
    </Fields>
  );
}

/** What coffee, lunch and a screen cost each person. */
export function OptionPrices({ draft: { written, change, isWrong } }: Props) {
  const { t } = useTranslation('host');
  const { currency } = useHosting().view.space;
  const changed = (code: string, part: { unitNet?: number | undefined; vatRate?: number | undefined }) =>
    change({ options: written.options.map((one) => (one.code === code ? { ...one, ...part } : one)) });
  return written.options.map(({ code, unitNet, vatRate }, place) => (
    <Fields key={code}>
      <AmountField
        label={t(`room.option.${code}`)}
        unit={currency}
        value={unitNet}
        onChange={(value) => changed(code, { unitNet: value })}
        isWrong={isWrong(`tariff.options.${place}.unitNet`)}
      />
      <AmountField
        label={t('room.price.vatRate')}
        unit="%"
        value={vatRate}
        onChange={(value) => changed(code, { vatRate: value })}
        isWrong={isWrong(`tariff.options.${place}.vatRate`)}
      />
    </Fields>
  ));
}

const MINUTES = [0, 15, 30, 45, 60, 75, 90, 105, 120];

/** The time that is kept free before and after each booking. */
export function Buffers({ draft: { written, change } }: Props) {
  const { t } = useTranslation('host');
  const { number } = useFormat();
  const choices = MINUTES.map((minutes) => ({
    value: String(minutes),
    label: t('room.minutes', { count: minutes, number: number(minutes) }),
  }));
  return (
    <Fields>
      {(['beforeMinutes', 'afterMinutes'] as const).map((name) => (
        <SelectField
          key={name}
          label={t(`room.${name}`)}
          choices={choices}
          value={String(written.buffers[name])}
          onChange={(value) => change({ buffers: { ...written.buffers, [name]: Number(value) } })}
        />
      ))}
    </Fields>
  );
}
