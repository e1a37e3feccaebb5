import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type Room, room as roomContract, roomId as roomIdContract } from '#contract/rooms';
import { saveRoom } from '../../api/host-endpoints.ts';
import { newId } from '../../api/new-id.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { useDraft } from '../form/draft.ts';
import { EntryForm } from '../form/entry-form.tsx';
import { WordingsFields } from '../form/wordings-fields.tsx';
import { useHosting } from '../hosting.ts';
import { Panel } from '../page.tsx';
import { useAct } from '../reads.ts';
import { Closures } from './closures.tsx';
import { EquipmentChips, Layouts, Parts } from './room-facts.tsx';
import { Buffers, NoShow, OptionPrices, Prices } from './room-fields.tsx';
import { BLANK_ROOM, type RoomDraft, sentRoom, writtenRoom } from './written-room.ts';

interface Props {
  /** Nothing for one that is added. */
  readonly room?: Room | undefined;
  readonly others: readonly Room[];
}

/** A room as it is let: what it is, what it costs, and when it cannot be had. */
export function RoomForm({ room, others }: Props) {
  const { t } = useTranslation('host');
  const goTo = useNavigate();
  const { id: spaceId } = useHosting().view.space;
  const [base] = useState(() => room ?? { roomId: roomIdContract.parse(newId()), spaceId });
  const draft: RoomDraft = useDraft(
    () => (room ? writtenRoom(room) : BLANK_ROOM),
    roomContract,
    (written) => sentRoom(base, written),
  );
  const { read } = draft;
  const { act, isBusy, refusal } = useAct(saveRoom);
  const { roomId } = base;
  const send = async () => {
    const saved = await act({ params: { roomId }, ...(read && { body: read }) });
    if (saved && !room) void goTo(`/host/rooms/${roomId}`, { replace: true });
    return saved !== undefined;
  };
  return (
    <EntryForm
      label={t('room.form')}
      go={t(room ? 'save' : 'room.added')}
      isReady={read !== undefined}
      onSend={send}
      isBusy={isBusy}
      refusal={refusal}
    >
      <RoomFacts draft={draft} others={others} isNew={!room} />
      <RoomPrices draft={draft} />
      <RoomTimes draft={draft} />
    </EntryForm>
  );
}

interface PartProps {
  readonly draft: RoomDraft;
}

function RoomFacts({ draft, others, isNew }: PartProps & { others: readonly Room[]; isNew: boolean }) {
  const { t } = useTranslation('host');
  const { written, change, isWrong } = draft;
  return (
    <>
      <Panel title={t('room.names')}>
        <WordingsFields
          words={written.labels}
          onChange={(labels) => change({ labels })}
          isWrong={(path) => isWrong(`labels.${path}`)}
        />
        <Parts draft={draft} others={others} isNew={false} />
      </Panel>
      {isNew && others.length > 1 && (
        <Panel title={t('room.parts')}>
          <p className="max-w-prose text-ink-700">{t('room.partsLead')}</p>
          <Parts draft={draft} others={others} isNew />
        </Panel>
      )}
      <Panel title={t('room.setup')}>
        <p className="max-w-prose text-ink-700">{t('room.setupLead')}</p>
        <Layouts draft={draft} />
      </Panel>
      <Panel title={t('room.equipment')}>
        <EquipmentChips draft={draft} />
      </Panel>
    </>
  );
}

function RoomPrices({ draft }: PartProps) {
  const { t } = useTranslation('host');
  return (
    <>
      <Panel title={t('room.prices')}>
        <p className="max-w-prose text-ink-700">{t('room.pricesLead')}</p>
        <Prices draft={draft} />
      </Panel>
      <Panel title={t('room.options')}>
        <OptionPrices draft={draft} />
      </Panel>
    </>
  );
}

function RoomTimes({ draft }: PartProps) {
  const { t } = useTranslation('host');
  const { written, change, isWrong } = draft;
  return (
    <>
      <Panel title={t('room.around')}>
        <Buffers draft={draft} />
        <CheckField
          label={t('room.approval')}
          isSelected={written.approval}
          onChange={(approval) => change({ approval })}
        />
        <NoShow draft={draft} />
      </Panel>
      <Panel title={t('closures.title')}>
        <Closures rows={written.closures} onChange={(closures) => change({ closures })} isWrong={isWrong} />
      </Panel>
      <Panel title={t('room.letting')}>
        <CheckField
          label={t('room.withdraw')}
          hint={t('room.withdrawHint')}
          isSelected={written.withdrawn}
          onChange={(withdrawn) => change({ withdrawn })}
        />
      </Panel>
    </>
  );
}
