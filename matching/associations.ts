import type { SkillId } from './types.ts';

const KEPT = 64;

/** Which skills go together, counted from needs and offers. */
export interface Associations {
  /** Counts (or with −1 takes back) one set of skills named together. */
  together(skills: readonly SkillId[], times?: 1 | -1): void;
  /** How strongly other skills go together with one, each in [0, 1). */
  company(a: SkillId): (b: SkillId) => number;
  snapshot(): unknown;
}

/**
 * Co-occurrence counts with at most 64 neighbours a skill: when a new neighbour comes, the weakest leaves, so
 * neither memory nor the cost of a look-up grows with the network. Strength is the cosine of the two skills'
 * contexts, `n_ab / √(n_a·n_b)`, shrunk by `n_ab / (n_ab + 1)` because once together proves little.
 */
export function createAssociations(): Associations {
  const seen = new Map<SkillId, number>();
  const beside = new Map<SkillId, Map<SkillId, number>>();

  function bump(map: Map<SkillId, number>, skill: SkillId, by: number): void {
    const now = (map.get(skill) ?? 0) + by;
    if (now > 0) map.set(skill, now);
    else map.delete(skill);
  }

  function connect(a: SkillId, b: SkillId, times: number): void {
    const near = beside.get(a) ?? new Map<SkillId, number>();
    beside.set(a, near);
    bump(near, b, times);
    if (near.size <= KEPT) return;
    const weakest = [...near]
      .filter(([skill]) => skill !== b)
      .sort((x, y) => x[1] - y[1] || (x[0] < y[0] ? -1 : 1))[0];
    if (weakest !== undefined) near.delete(weakest[0]);
  }

  return {
    together(skills, times = 1) {
      for (const a of skills) {
        bump(seen, a, times);
        for (const b of skills) if (a !== b) connect(a, b, times);
      }
    },
    company(a) {
      const near = beside.get(a);
      if (near === undefined) return () => 0;
      return (b) => {
        const n = near.get(b);
        if (n === undefined) return 0;
        return (n / Math.sqrt((seen.get(a) ?? n) * (seen.get(b) ?? n))) * (n / (n + 1));
      };
    },
    snapshot: () =>
      [...beside].map(([skill, near]) => [skill, seen.get(skill) ?? 0, [...near].sort()]).sort(),
  };
}
