import type { PersonId } from '#contract/people';
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

/** An introduction as one of its two people sees it; `other` is given and shown only once both said yes. */
export function personalViewOf(
  introduction: IntroductionDocument,
  me: PersonId,
  now: Date,
  other: Counterpart | undefined,
): PersonalIntroduction | undefined {
  const state = personalStateOf(introduction, me, now);
  if (!state) return undefined;
  const isFirst = introduction.pair[0] === me;
  const forYou = introduction.reasons[isFirst ? 0 : 1].map(factOf);
  const forThem = introduction.reasons[isFirst ? 1 : 0].map(factOf);
  const isRevealed = state === 'accepted' || state === 'met';
  const { _id: introductionId, shared, expiresAt } = introduction;
  return {
    introductionId,
    state,
    forYou,
    forThem,
    shared: shared.map(factOf),
    ...(!isRevealed && expiresAt ? { expiresAt: expiresAt.toISOString() } : {}),
    ...(isRevealed && other ? { other, question: questionOf(forYou, forThem) } : {}),
  };
}
