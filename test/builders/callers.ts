export const UTRECHT = 'utrecht-domplein';
export const AMSTERDAM = 'amsterdam-west';

let addresses = 0;

/** The header by which a local proxy says who asks, so that a crowd of callers is not limited as one. */
export function anotherAddress(): Record<string, string> {
  addresses++;
  return { 'x-forwarded-for': `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}` };
}
