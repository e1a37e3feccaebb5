import type { HostIntroduction, HostState } from '#contract/introductions';

/** Who has said yes comes first: somebody may want to take them to each other. */
const urgency = { accepted: 0, offered: 1, suggested: 2, met: 3 } as const satisfies Record<
  HostState,
  number
>;

/** The most urgent first, and the newest of those. */
export function byUrgency(
  a: Pick<HostIntroduction, 'state' | 'since'>,
  b: Pick<HostIntroduction, 'state' | 'since'>,
): number {
  return urgency[a.state] - urgency[b.state] || b.since.localeCompare(a.since);
}
