import type { PersonId, Profile } from '#contract/people';
import type { Seat } from '#contract/spaces';
import type { Fact as EngineFact } from '#matching';
import {
  type Counterpart,
  type Fact,
  fact,
  type OpeningQuestion,
  type PersonalIntroduction,
  type PersonalState,
} from './contract.ts';
import type { IntroductionDocument } from './model.ts';

/** An engine's fact as it crosses the wire. Instants become ISO; a fact not in the contract is refused. */
export function factOf(stored: EngineFact): Fact {
  return fact.parse('at' in stored ? { ...stored, at: new Date(stored.at).toISOString() } : stored);
}

/**
 * What one side is in, or `undefined` where there is nothing for them to see. It reads only this side's own
 * answers until both have said yes: whether the other has answered, and what, changes nothing here.
 */
export function personalStateOf(
  introduction: Pick<IntroductionDocument, 'state' | 'yes' | 'no' | 'expiresAt'>,
  me: PersonId,
  now: Date,
): PersonalState | undefined {
  const { state, yes, no, expiresAt } = introduction;
  if (state === 'accepted' || state === 'met') return state;
  if (state !== 'offered' || no.includes(me)) return undefined;
  if (expiresAt && expiresAt <= now) return undefined;
  return yes.includes(me) ? 'waiting' : 'offered';
}

/** One opening question, from what the other can do for me, what I can do for them, or the day itself. */
export function questionOf(forYou: readonly Fact[], forThem: readonly Fact[]): OpeningQuestion {
  const isAbout = (codes: readonly Fact['code'][]) => (one: Fact) => codes.includes(one.code);
  if (forYou.some(isAbout(['offers_what_you_need', 'helped_with_this_before']))) return 'ask_about_offer';
  if (forThem.some(isAbout(['offers_what_you_need', 'helped_with_this_before']))) return 'ask_about_need';
  if ([...forYou, ...forThem].some(isAbout(['speaks_of_it', 'same_focus']))) return 'ask_about_focus';
  return 'ask_about_day';
}

/** What one side learns of the other once both said yes. */
export function counterpartOf(profile: Profile, seat: Seat | undefined): Counterpart {
  const { name, company, about, offers } = profile;
  return {
    name,
    offers,
    ...(company === undefined ? {} : { company }),
    ...(about === undefined ? {} : { about }),
    ...(seat ? { seatId: seat.id, seatLabel: seat.label } : {}),
  };
}

/** Who looks, when, and whom they do not want to meet again. */
interface Onlooker {
  me: PersonId;
  blocked: ReadonlySet<PersonId>;
  now: Date;
}

/**
 * An introduction as one of its two people sees it: none, or one. The other's card is looked up only where both
 * have said yes, so that no earlier stage can leak it.
 */
export async function personalViewOf(
  introduction: IntroductionDocument,
  { me, blocked, now }: Onlooker,
  cardOf: (other: PersonId) => Promise<Counterpart>,
): Promise<PersonalIntroduction[]> {
  const state = personalStateOf(introduction, me, now);
  const { _id: introductionId, pair, reasons, shared, expiresAt } = introduction;
  if (!state) return [];
  const isFirst = pair[0] === me;
  const forYou = reasons[isFirst ? 0 : 1].map(factOf);
  const forThem = reasons[isFirst ? 1 : 0].map(factOf);
  const view = { introductionId, state, forYou, forThem, shared: shared.map(factOf) };
  if (state === 'offered' || state === 'waiting')
    return [{ ...view, ...(expiresAt ? { expiresAt: expiresAt.toISOString() } : {}) }];
  const counterpart = pair[isFirst ? 1 : 0];
  const other = await cardOf(counterpart);
  const isValued = introduction.valued?.some(({ by }) => by === me);
  return [
    {
      ...view,
      other,
      question: questionOf(forYou, forThem),
      ...(isValued ? { valued: true as const } : {}),
      ...(blocked.has(counterpart) ? { blocked: true as const } : {}),
    },
  ];
}
