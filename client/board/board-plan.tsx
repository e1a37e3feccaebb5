import type { BoardView } from '#contract/boards';
import type { HostIntroduction } from '#contract/introductions';
import { classes } from '../ui/classes.ts';
import { FloorPlan } from '../ui/floor-plan.tsx';
import type { Guest, Guests } from './guests.ts';

interface Props {
  readonly view: BoardView;
  readonly guests: Guests;
  readonly className: string;
}

/** The room from above: everybody's initials where they sit, and a thread between those who want to meet. */
export function BoardPlan({ view: { space, present, introductions }, guests, className }: Props) {
  const people = Object.values(present);
  const taken = Object.fromEntries(people.map(({ seatId }) => [seatId, true]));
  const agreed = Object.values(introductions).filter(({ state }) => state === 'accepted');
  const meeting = new Set<string>(agreed.flatMap(({ pair }) => pair));
  return (
    <FloorPlan space={space} taken={taken} className={classes('rounded-xl bg-white shadow-low', className)}>
      {agreed.map((introduction) => (
        <Thread key={introduction.introductionId} introduction={introduction} guests={guests} />
      ))}
      {people.map(({ personId }) => (
        <Person key={personId} guest={guests.of(personId)} isMeeting={meeting.has(personId)} />
      ))}
    </FloorPlan>
  );
}

function Thread({ introduction, guests }: { introduction: HostIntroduction; guests: Guests }) {
  const [from, to] = introduction.pair.map((person) => guests.of(person)?.seat);
  if (!from || !to) return null;
  return (
    <g fill="none" strokeLinecap="round">
      <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`} strokeWidth={0.34} className="stroke-white" />
      <path
        d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
        strokeWidth={0.16}
        strokeDasharray="0.02 0.32"
        className="stroke-tomato-600"
      />
    </g>
  );
}

function Person({ guest, isMeeting }: { guest: Guest | undefined; isMeeting: boolean }) {
  if (!guest?.seat) return null;
  return (
    <g transform={`translate(${guest.seat.x} ${guest.seat.y})`}>
      <circle r={0.56} className="fill-linen-50" />
      {isMeeting && <circle r={0.6} strokeWidth={0.1} className="fill-white stroke-tomato-600" />}
      <circle r={0.48} className={isMeeting ? 'fill-tomato-600' : 'fill-ink-700'} />
      <text y={0.15} textAnchor="middle" fontSize={0.42} fontWeight={700} className="fill-white">
        {guest.initials}
      </text>
    </g>
  );
}
