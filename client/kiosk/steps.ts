import type { CheckIn, Openness } from '#contract/checkins';
import type { Consents, Pass, Recognised } from '#contract/people';
import type { SkillId } from '#contract/skills';
import type { SeatId } from '#contract/spaces';
import { canBecome, type Lifecycle } from '#values/lifecycle';

/** What the kiosk shows to one person, from the greeting to their seat. */
export type Step =
  | 'welcome'
  | 'door'
  | 'here'
  | 'left'
  | 'about'
  | 'skills'
  | 'focus'
  | 'openness'
  | 'seat'
  | 'done';

/** Which screens may follow which. Every screen may end in the greeting, which forgets everything. */
export const steps: Lifecycle<Step> = {
  welcome: ['door'],
  door: ['about', 'focus', 'here', 'welcome'],
  here: ['left', 'welcome'],
  left: ['welcome'],
  about: ['skills', 'door', 'welcome'],
  skills: ['focus', 'about', 'welcome'],
  focus: ['openness', 'skills', 'door', 'welcome'],
  openness: ['seat', 'focus', 'welcome'],
  seat: ['done', 'openness', 'welcome'],
  done: ['welcome'],
};

/** The two ways to a seat, as progress counts them. */
export const ways = {
  returning: ['door', 'focus', 'openness', 'seat'],
  first: ['about', 'skills', 'focus', 'openness', 'seat'],
} as const satisfies Record<string, readonly Step[]>;

export type Way = keyof typeof ways;

/** What a person tells the kiosk. */
export interface Answers {
  readonly name: string;
  readonly company: string;
  readonly offers: readonly SkillId[];
  readonly needs: readonly SkillId[];
  readonly focus: string;
  readonly focusSkills: readonly SkillId[];
  readonly openness: Openness | undefined;
  readonly consents: Consents;
}

/** One person at the kiosk. Nothing of it is kept anywhere, and nothing of it outlives the greeting. */
export interface Visit {
  readonly step: Step;
  readonly way: Way;
  readonly answers: Answers;
  /** Made here on a first visit, known from the pass otherwise. */
  readonly personId: string | undefined;
  /** Made here, so that asking for a seat twice is one check-in. */
  readonly checkInId: string | undefined;
  /** Given on a first visit once the person is known to the house; from then on who they are cannot change here. */
  readonly pass: Pass | undefined;
  /** Where they are sitting already, if they have come to leave. */
  readonly sitsAt: SeatId | undefined;
  /** The seat that was given, and the token that signs their phone in. */
  readonly seated: { readonly seatId: SeatId; readonly phone: string } | undefined;
}

/** What happens at a kiosk. */
export type Happening =
  | { readonly type: 'greeted' }
  | {
      readonly type: 'recognised';
      readonly who: Recognised;
      readonly checkIn: CheckIn | undefined;
      readonly checkInId: string;
    }
  | { readonly type: 'new'; readonly personId: string; readonly checkInId: string }
  | { readonly type: 'told'; readonly answers: Partial<Answers> }
  | { readonly type: 'onward' }
  | { readonly type: 'back' }
  | { readonly type: 'registered'; readonly pass: Pass }
  | { readonly type: 'seated'; readonly seatId: SeatId; readonly phone: string }
  | { readonly type: 'checked-out' }
  | { readonly type: 'over' };

const nobody: Answers = {
  name: '',
  company: '',
  offers: [],
  needs: [],
  focus: '',
  focusSkills: [],
  openness: undefined,
  consents: { matching: false, wall: false, network: false, research: false },
};

/** The kiosk with nobody at it. */
export const greeting: Visit = {
  step: 'welcome',
  way: 'returning',
  answers: nobody,
  personId: undefined,
  checkInId: undefined,
  pass: undefined,
  sitsAt: undefined,
  seated: undefined,
};

/** How far somebody is: the place of the step on their way, from 1; `undefined` off the way. */
export function progressOf({
  step,
  way,
}: Pick<Visit, 'step' | 'way'>): { at: number; of: number } | undefined {
  const stretch: readonly Step[] = ways[way];
  const at = stretch.indexOf(step);
  return at < 0 ? undefined : { at: at + 1, of: stretch.length };
}

/** The step before, if there is a way back: a pass that was given cannot be taken back. */
export function stepBefore({ step, way, pass }: Pick<Visit, 'step' | 'way' | 'pass'>): Step | undefined {
  const stretch: readonly Step[] = ways[way];
  const before = step === 'about' ? 'door' : stretch[stretch.indexOf(step) - 1];
  if (!before || !canBecome(steps, step, before)) return undefined;
  return pass && (before === 'skills' || before === 'about') ? undefined : before;
}

/** The visit after something happened; whatever the lifecycle does not allow changes nothing. */
export function nextVisit(visit: Visit, happening: Happening): Visit {
  switch (happening.type) {
    case 'greeted':
      return move(visit, 'door');
    case 'new':
      return move(visit, 'about', {
        way: 'first',
        personId: happening.personId,
        checkInId: happening.checkInId,
      });
    case 'recognised':
      return recognised(visit, happening);
    case 'told':
      return { ...visit, answers: { ...visit.answers, ...happening.answers } };
    case 'registered':
      return { ...visit, pass: happening.pass };
    case 'onward':
      return onward(visit);
    case 'back':
      return back(visit);
    case 'seated':
      return move(visit, 'done', { seated: { seatId: happening.seatId, phone: happening.phone } });
    case 'checked-out':
      return move(visit, 'left');
    case 'over':
      return greeting;
  }
}

function move(visit: Visit, step: Step, changes: Partial<Visit> = {}): Visit {
  return canBecome(steps, visit.step, step) ? { ...visit, ...changes, step } : visit;
}

function recognised(
  visit: Visit,
  { who, checkIn, checkInId }: Extract<Happening, { type: 'recognised' }>,
): Visit {
  return move(visit, checkIn ? 'here' : 'focus', {
    way: 'returning',
    personId: who.personId,
    checkInId,
    sitsAt: checkIn?.seatId,
    answers: {
      ...nobody,
      name: who.profile.name,
      offers: who.profile.offers,
      needs: who.profile.needs,
      consents: who.consents,
    },
  });
}

function onward(visit: Visit): Visit {
  const stretch: readonly Step[] = ways[visit.way];
  const next = stretch[stretch.indexOf(visit.step) + 1];
  // Only a pass leads past the door, and only a seat ends the way.
  return next && visit.step !== 'door' ? move(visit, next) : visit;
}

function back(visit: Visit): Visit {
  const before = stepBefore(visit);
  if (!before) return visit;
  // Back at the door, another may take over: nothing of who was there before stays.
  return before === 'door' ? { ...greeting, step: 'door' } : move(visit, before);
}
