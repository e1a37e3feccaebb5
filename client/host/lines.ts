import type { PostalAddress } from '#contract/invoices';

/** An address in one line. */
export function addressLine({ street, postcode, city, country }: PostalAddress): string {
  return `${street}, ${postcode} ${city}, ${country}`;
}

/** What is known, side by side, each part in its own direction. */
export function sideBySide(parts: readonly (string | false | undefined)[]): string {
  return parts
    .filter((part) => part)
    .map((part) => `\u2068${part}\u2069`)
    .join(' · ');
}
