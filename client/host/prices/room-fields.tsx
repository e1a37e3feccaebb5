import { useTranslation } from 'react-i18next';
import { type OptionCode, optionCode } from '#contract/rooms';
import { useFormat } from '../../i18n/format.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { AmountField } from '../form/amount-field.tsx';
import { Fields } from '../form/entry-form.tsx';
import { useHosting } from '../hosting.ts';
import { NO_SHOW, type RoomDraft, TARIFF, type WrittenRoom } from './written-room.ts';

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

/** What coffee, lunch and a screen cost each person, where they can be had. */
export function OptionPrices({ draft: { written, change, isWrong } }: Props) {
  const { t } = useTranslation('host');
  const { currency } = useHosting().view.space;
  const { options } = written;
  const toggle = (code: OptionCode, isHad: boolean) =>
    change({
      options: isHad
        ? [...options, { code, unitNet: undefined, vatRate: undefined }]
        : options.filter((one) => one.code !== code),
    });
  const changed = (code: OptionCode, part: Partial<WrittenRoom['options'][number]>) =>
    change({ options: options.map((one) => (one.code === code ? { ...one, ...part } : one)) });
  return optionCode.options.map((code) => {
    const place = options.findIndex((one) => one.code === code);
    const option = options[place];
    return (
      <div key={code} className="flex flex-col gap-2">
        <CheckField
          label={t(`room.option.${code}`)}
          isSelected={option !== undefined}
          onChange={(isHad) => toggle(code, isHad)}
        />
        {option && (
          <Fields>
            <AmountField
              label={t('room.each', { option: t(`room.option.${code}`) })}
              unit={currency}
              value={option.unitNet}
              onChange={(unitNet) => changed(code, { unitNet })}
              isWrong={isWrong(`tariff.options.${place}.unitNet`)}
            />
            <AmountField
              label={t('room.price.vatRate')}
              unit="%"
              value={option.vatRate}
              onChange={(vatRate) => changed(code, { vatRate })}
              isWrong={isWrong(`tariff.options.${place}.vatRate`)}
            />
          </Fields>
        )}
      </div>
    );
  });
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

/** Whether whoever does not come loses the room, and when. */
export function NoShow({ draft: { written, change, isWrong } }: Props) {
  const { t } = useTranslation('host');
  const { noShow } = written;
  return (
    <>
      <CheckField
        label={t('room.noShow')}
        hint={t('room.noShowHint')}
        isSelected={noShow !== undefined}
        onChange={(loses) => change({ noShow: loses ? { warnMinutes: 10, releaseMinutes: 15 } : undefined })}
      />
      {noShow && (
        <Fields>
          {NO_SHOW.map((name) => (
            <AmountField
              key={name}
              label={t(`room.${name}`)}
              value={noShow[name]}
              onChange={(minutes) => change({ noShow: { ...noShow, [name]: minutes } })}
              isWrong={isWrong(`noShow.${name}`)}
            />
          ))}
        </Fields>
      )}
    </>
  );
}
