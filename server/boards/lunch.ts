import type { HostLunch } from '#contract/lunches';

/** Tables as everybody may see them: those that are set. Who was asked is between them and the hosts. */
export function lunchOnTheWall({ tables }: HostLunch): HostLunch {
  const settled = Object.entries(tables).filter(([, { state }]) => state === 'set' || state === 'met');
  return { tables: Object.fromEntries(settled), leftOver: {} };
}
