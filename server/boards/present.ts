import type { CheckIn } from '#contract/checkins';
import type { Recognised } from '#contract/people';
import type { PresentPerson } from './contract.ts';

/** On a third visit nobody is a newcomer any more. */
const NEWCOMER_VISITS = 2;

/** Who looks at a board: its hosts, or whoever stands before a screen on the wall. */
export type Onlooker = 'host' | 'wall';

/** Somebody who is here, as everybody may see them: by their seat, unless they consented to be named. */
export function onTheWall(person: PresentPerson, { consents }: Recognised, seatLabel: string): PresentPerson {
  if (consents.wall) return person;
  const { company: _company, ...rest } = person;
  return { ...rest, name: seatLabel, focus: '' };
}

/** Somebody who is here, as hosts see them. @param visits how often they have checked in, this time included. */
export function presentPersonOf(checkIn: CheckIn, { profile }: Recognised, visits: number): PresentPerson {
  const { personId, seatId, openness, focus, startedAt } = checkIn;
  return {
    personId,
    name: profile.name,
    ...(profile.company === undefined ? {} : { company: profile.company }),
    seatId,
    openness,
    focus: focus.text,
    offers: profile.offers,
    needs: profile.needs,
    since: startedAt,
    newcomer: visits <= NEWCOMER_VISITS,
  };
}
