import { Leaf } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomTogether, TogetherProposal } from '#contract/bookings';
import { clockFace, wallTime } from '#values/local-time';
import type { Refusal } from '../api/refusal.ts';
import { useFormat } from '../i18n/format.ts';
import { Button } from './button.tsx';
import { ChoiceRow } from './choice-row.tsx';
import { ErrorNote } from './error-note.tsx';
import { Loading } from './loading.tsx';
import { RoomDrawing } from './room-drawing.tsx';
import { TextField } from './text-field.tsx';
import { useLetting } from './use-letting.ts';
import { useNow } from './use-now.ts';
import { type Present, useProposal } from './use-proposal.ts';
import { useRoomNames } from './use-room-names.ts';

const PEOPLE = ['2', '3', '4', '6'] as const;
const MINUTES = ['30', '60', '90'] as const;
const A_MINUTE = 60_000;

interface Props {
  readonly present: Present;
  readonly onTaken: (room: RoomTogether) => void;
}

/** The room that is proposed, what it costs and what that makes possible; one tap takes it. */
export function RoomOffer({ present, onTaken }: Props) {
  const { t } = useTranslation('common');
  const { number } = useFormat();
  const [people, setPeople] = useState<(typeof PEOPLE)[number]>('2');
  const [minutes, setMinutes] = useState<(typeof MINUTES)[number]>('30');
  const wish = { people: Number(people), minutes: Number(minutes) };
  const { proposal, isAsking, isTaking, refusal, take } = useProposal(present, wish);
  const accept = async (email: string | undefined) => {
    const room = await take(email);
    if (room) onTaken(room);
  };
  return (
    <div className="flex flex-col gap-5">
      <ChoiceRow
        label={t('together.people')}
        choices={PEOPLE.map((value) => ({ value, label: number(Number(value)) }))}
        value={people}
        onChange={setPeople}
      />
      <ChoiceRow
        label={t('together.minutes')}
        choices={MINUTES.map((value) => ({
          value,
          label: t('together.length', { number: number(Number(value)) }),
        }))}
        value={minutes}
        onChange={setMinutes}
      />
      <div aria-live="polite" className="flex flex-col gap-4">
        {isAsking && <Loading />}
        {proposal && <Proposed proposal={proposal} spaceId={present.spaceId} />}
      </div>
      <ErrorNote refusal={refusal}>
        {refusal && <Instead refusal={refusal} spaceId={present.spaceId} />}
      </ErrorNote>
      {proposal && (
        <Acceptance
          proposal={proposal}
          spaceId={present.spaceId}
          isBusy={isTaking}
          onAccept={(email) => void accept(email)}
        />
      )}
    </div>
  );
}

interface AcceptanceProps {
  readonly proposal: TogetherProposal;
  readonly spaceId: string;
  readonly isBusy: boolean;
  readonly onAccept: (email: string | undefined) => void;
}

/** The second tap; an address is typed where none is known, or where another is wanted. */
function Acceptance({ proposal, spaceId, isBusy, onAccept }: AcceptanceProps) {
  const { t } = useTranslation('common');
  const nameOf = useRoomNames(spaceId);
  const [email, setEmail] = useState('');
  const [isOther, setOther] = useState(false);
  const isTyped = isOther || proposal.invoiceTo === undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAccept(isTyped ? email.trim() : undefined);
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      {isTyped ? (
        <TextField
          label={t('together.email')}
          hint={t('together.emailHint')}
          type="email"
          inputMode="email"
          autoComplete="email"
          maxLength={120}
          value={email}
          onChange={setEmail}
        />
      ) : (
        <p className="flex flex-wrap items-center gap-x-3 text-ink-700 text-sm">
          {t('together.invoiceTo', { address: proposal.invoiceTo })}
          <Button tone="plain" className="px-2! underline underline-offset-4" onPress={() => setOther(true)}>
            {t('together.otherAddress')}
          </Button>
        </p>
      )}
      <Button
        type="submit"
        tone="act"
        size="kiosk"
        isPending={isBusy}
        isDisabled={isTyped && !email.includes('@')}
      >
        {t('together.take', { room: nameOf(proposal.wish.occurrences[0]?.roomId) })}
      </Button>
    </form>
  );
}

/** Which room, until when, for how much, and what a part of that carries. */
function Proposed({ proposal, spaceId }: { readonly proposal: TogetherProposal; readonly spaceId: string }) {
  const { t } = useTranslation('common');
  const letting = useLetting(spaceId);
  const nameOf = useRoomNames(spaceId);
  // What comes is the time on the wall of the space, which is written as it is, wherever this browser is.
  const { time, money, number, percentage } = useFormat('UTC');
  const { wish, price } = proposal;
  const [occurrence] = wish.occurrences;
  const [rate] = price.byRate;
  if (!letting || !occurrence || !rate) return <Loading />;
  const { currency } = letting.place;
  const at = (minute: number) => time(`${occurrence.date}T${clockFace(minute)}:00Z`);
  return (
    <section className="flex items-center gap-5 rounded-xl bg-white p-4 shadow-low">
      <RoomDrawing
        layout={wish.layout}
        seats={wish.people}
        people={wish.people}
        className="h-28 w-24 shrink-0 max-sm:hidden"
      />
      <div className="flex min-w-0 flex-col gap-1">
        <h3 className="text-xl">{nameOf(occurrence.roomId)}</h3>
        <p className="font-semibold text-lg tabular-nums">
          <bdi>
            {at(occurrence.from)}–{at(occurrence.to)}
          </bdi>
        </p>
        <p className="font-bold text-lg tabular-nums">{money(price.gross, currency)}</p>
        <p className="text-ink-700 text-sm">
          {t('together.rate', { vat: money(price.vat, currency), rate: percentage(rate.vatRate) })}
        </p>
        <p className="flex items-center gap-2 font-semibold text-sm">
          <Leaf aria-hidden className="size-5 shrink-0 text-leaf-700" />
          {price.carries > 0
            ? t('together.carries', { count: price.carries, number: number(price.carries) })
            : t('together.carriesPart')}
        </p>
      </div>
    </section>
  );
}

/** What would work where nothing is free: the next room, or the one that they have already. */
function Instead({ refusal, spaceId }: { readonly refusal: Refusal; readonly spaceId: string }) {
  const { t } = useTranslation('common');
  const nameOf = useRoomNames(spaceId);
  const timeZone = useLetting(spaceId)?.place.timeZone;
  const { time, weekdayTime } = useFormat(timeZone);
  const now = new Date(useNow(A_MINUTE));
  const { roomId, nextAt, until } = refusal.details;
  const room = nameOf(typeof roomId === 'string' ? roomId : undefined);
  if (!room || !timeZone) return null;
  if (typeof until === 'string') return <p>{t('together.had', { room, time: time(until) })}</p>;
  if (typeof nextAt !== 'string') return null;
  const isToday = wallTime(new Date(nextAt), timeZone).date === wallTime(now, timeZone).date;
  return <p>{t('together.next', { room, time: isToday ? time(nextAt) : weekdayTime(nextAt) })}</p>;
}
