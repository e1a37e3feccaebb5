import { HORIZON } from '../consider.ts';
import { impressionOf, learnMisfit } from '../learn.ts';
import { willingness } from '../signals/willingness.ts';
import { DAY } from '../state/evidence.ts';
import type { Ground, Of } from './ground.ts';
import { meet, pairOf } from './pairs.ts';

/** The last instant there is. */
const FOR_GOOD = 8.64e15;

/** Until when the two are kept apart. Who know each other need not be: they have met, and step back for that. */
function apartUntil({ reason, at, until }: Of<'pair.refused'>): number {
  switch (reason) {
    case 'acquainted':
      return 0;
    case 'rivals':
      return FOR_GOOD;
    case 'misfit':
      return at + HORIZON * DAY;
    case 'not_today':
      return until ?? at + DAY;
  }
}

/**
 * A host says "not these two". Nobody's readiness changes, since nobody was asked; what is learned of a misfit is that the
 * kinds of reason the two would have been told promise less.
 */
export function refusePair(event: Of<'pair.refused'>, ground: Ground): void {
  const { pair, reason, at, shown } = event;
  const { people, learned, learns } = ground.state;
  if (reason === 'acquainted') {
    meet(pair[0], pair[1], at, 1, ground);
    return;
  }
  const between = pairOf(pair[0], pair[1], ground);
  between.apartUntil = Math.max(apartUntil(event), between.apartUntil ?? 0);
  if (reason !== 'misfit' || shown === undefined || !learns) return;
  const { sides } = impressionOf(pair, shown);
  for (const [i, id] of [...pair].sort().entries()) {
    const [person, side] = [people.get(id), sides[i]];
    if (person !== undefined && side !== undefined)
      learnMisfit(learned, side, willingness(person, ground.state));
  }
}
