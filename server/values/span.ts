import { MINUTE } from './clock.ts';

/** A half-open stretch of time: [from, to). Spans that touch do not overlap. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** Do two spans share an instant? */
export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Does a span lie wholly inside another? */
export function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** How many minutes really pass between its ends, clock changes included. */
export function minutesOf({ from, to }: Span): number {
  return (to.getTime() - from.getTime()) / MINUTE;
}

/** The same stretch with room before and after. */
export function widened({ from, to }: Span, beforeMinutes: number, afterMinutes: number): Span {
  return {
    from: new Date(from.getTime() - beforeMinutes * MINUTE),
    to: new Date(to.getTime() + afterMinutes * MINUTE),
  };
}
