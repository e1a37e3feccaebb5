/**
 * A repeatable number in [0, 1) from a text: FNV-1a (Fowler, Noll & Vo) and the finaliser of MurmurHash3
 * (Appleby). The engine's only source of chance, so the same events and seed draw the same lots everywhere.
 */
export function chance(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}
