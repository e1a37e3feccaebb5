declare module 'json-merge-patch' {
  /** RFC 7396: the patch that makes `after` of `before`, or `undefined` where they are equal. */
  export function generate(before: unknown, after: unknown): Record<string, unknown> | undefined;
  export function apply<Target>(target: Target, patch: unknown): Target;
  const mergePatch: { generate: typeof generate; apply: typeof apply };
  export default mergePatch;
}
