import { useTranslation } from 'react-i18next';
import { equipment as equipmentContract, layout as layoutContract, type Room } from '#contract/rooms';
import { useLanguage } from '../../i18n/format.ts';
import { ToggleChip } from '../../ui/chip.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Fields } from '../form/entry-form.tsx';
import { Facts } from '../page.tsx';
import type { RoomDraft } from './written-room.ts';

interface Props {
  readonly draft: RoomDraft;
}

/** With or without one of a list, in the order of the list. */
const toggled = <One,>(order: readonly One[], chosen: readonly One[], one: One) =>
  order.filter((each) => (each === one) !== chosen.includes(each));

const PEOPLE_AT_FIRST = 8;

/** The ways to set it up, and how many it then holds. */
export function Layouts({ draft: { written, change } }: Props) {
  const { t } = useTranslation('host');
  const { capacity } = written;
  const toggle = (one: (typeof layoutContract.options)[number], isChosen: boolean) => {
    const { [one]: _before, ...others } = capacity;
    change({ capacity: isChosen ? { ...others, [one]: PEOPLE_AT_FIRST } : others });
  };
  return (
    <>
      <fieldset aria-label={t('room.setup')} className="flex flex-wrap gap-2">
        {layoutContract.options.map((one) => (
          <ToggleChip
            key={one}
            isSelected={capacity[one] !== undefined}
            onChange={(isChosen) => toggle(one, isChosen)}
          >
            {t(`layout.${one}`)}
          </ToggleChip>
        ))}
      </fieldset>
      <Fields>
        {layoutContract.options.map((one) => {
          const people = capacity[one];
          return (
            people !== undefined && (
              <NumberField
                key={one}
                label={t('room.holdsAs', { layout: t(`layout.${one}`) })}
                value={people}
                onChange={(next) => change({ capacity: { ...capacity, [one]: next } })}
                least={1}
                most={500}
              />
            )
          );
        })}
      </Fields>
    </>
  );
}

/** What is in it. */
export function EquipmentChips({ draft: { written, change } }: Props) {
  const { t } = useTranslation('host');
  const { options } = equipmentContract;
  return (
    <fieldset aria-label={t('room.equipment')} className="flex flex-wrap gap-2">
      {options.map((item) => (
        <ToggleChip
          key={item}
          isSelected={written.equipment.includes(item)}
          onChange={() => change({ equipment: toggled(options, written.equipment, item) })}
        >
          {t(`equipment.${item}`)}
        </ToggleChip>
      ))}
    </fieldset>
  );
}

interface PartsProps extends Props {
  /** The other rooms of the space. */
  readonly others: readonly Room[];
  readonly isNew: boolean;
}

/** The rooms that it joins: chosen when it is added, and from then on a fact. */
export function Parts({ draft: { written, change }, others, isNew }: PartsProps) {
  const { t } = useTranslation('host');
  const language = useLanguage();
  const whole = others.filter(({ parts }) => parts.length === 0);
  const names = written.parts.map((part) => others.find(({ roomId }) => roomId === part)?.labels[language]);
  if (!isNew) return names.length > 0 && <Facts facts={[[t('room.joins'), names.join(' · ')]]} />;
  const order = whole.map(({ roomId }) => roomId);
  return (
    <fieldset aria-label={t('room.parts')} className="flex flex-wrap gap-2">
      {whole.map(({ roomId, labels }) => (
        <ToggleChip
          key={roomId}
          isSelected={written.parts.includes(roomId)}
          onChange={() => change({ parts: toggled(order, written.parts, roomId) })}
        >
          {labels[language]}
        </ToggleChip>
      ))}
    </fieldset>
  );
}
