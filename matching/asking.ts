import type { PersonId } from './types.ts';

/** The day in which a space counts offers: since an instant, so many a person at most (0…20). */
export interface Day {
  since: number;
  perPerson: number;
}

/** A question for suggestions. */
export interface Asking {
  at: number;
  /** How many at most. */
  limit: number;
  /** Without it nobody counts. */
  day?: Day;
  /** Others who cannot be shown now, because they have an offer before them or stand beside this person already. */
  except?: readonly PersonId[];
}
