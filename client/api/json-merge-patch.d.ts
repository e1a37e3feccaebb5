declare module 'json-merge-patch' {
  /** RFC 7396. Changes `target` in place where it can, and returns the result. */
  export function apply(target: unknown, patch: unknown): unknown;
  export function generate(before: unknown, after: unknown): unknown;
}
