import type { BoardView, PresentPerson } from '#contract/boards';
import type { HostIntroduction, HostState } from '#contract/introductions';

/** One side of an introduction, as they were when the board first showed it. */
export type Side = Pick<PresentPerson, 'personId' | 'name' | 'focus'>;

/** An introduction of the day, in the furthest state that was seen of it. */
export interface Seen {
  introduction: HostIntroduction;
  sides: readonly [Side, Side];
}

/** What has come of the day so far. */
export interface Tally {
  look(view: BoardView): void;
  seen(): Seen[];
  sum(): { came: number; suggested: number; offered: number; accepted: number; met: number };
  cameIn(): void;
}

const ORDER = ['suggested', 'offered', 'accepted', 'met'] as const satisfies HostState[];

/** Counts from what the board shows; it drops what is over, so what was seen once is kept here. */
export function createTally(): Tally {
  const all = new Map<string, Seen>();
  let came = 0;

  function keep(introduction: HostIntroduction, present: BoardView['present']): void {
    const known = all.get(introduction.introductionId);
    if (known) {
      if (ORDER.indexOf(introduction.state) > ORDER.indexOf(known.introduction.state))
        known.introduction = introduction;
      return;
    }
    const [a, b] = [present[introduction.pair[0]], present[introduction.pair[1]]];
    if (a && b) all.set(introduction.introductionId, { introduction, sides: [a, b] });
  }

  return {
    look: ({ introductions, present }) => {
      for (const introduction of Object.values(introductions)) keep(introduction, present);
    },
    seen: () => [...all.values()],
    cameIn: () => void came++,
    sum() {
      const reached = ORDER.map(
        (_, rank) =>
          [...all.values()].filter(({ introduction }) => ORDER.indexOf(introduction.state) >= rank).length,
      );
      const [suggested = 0, offered = 0, accepted = 0, met = 0] = reached;
      return { came, suggested, offered, accepted, met };
    },
  };
}
