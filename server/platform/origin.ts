/** The host that an `Origin` header names, or `undefined` where it names none. */
export function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
