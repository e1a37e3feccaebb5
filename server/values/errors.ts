/** Why a request can be refused. Everything else is a programmer's error and crashes. */
export type RefusalKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'missing' | 'conflict' | 'limited';

/** What a refusal may tell: ids, instants, numbers and lists of them, never prose. */
export type Details = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * A refusal that a caller can understand: its kind decides the HTTP status, its code is owned by a slice and put
 * into words by the client in four languages, its details say what would work instead.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    readonly details: Details = {},
  ) {
    super(`${kind}: ${code}`);
  }
}

type Refusal = (code: string, details?: Details) => DomainError;

export const invalid: Refusal = (code, details) => new DomainError('invalid', code, details);
export const unauthenticated: Refusal = (code, details) => new DomainError('unauthenticated', code, details);
export const forbidden: Refusal = (code, details) => new DomainError('forbidden', code, details);
export const missing: Refusal = (code, details) => new DomainError('missing', code, details);
export const conflict: Refusal = (code, details) => new DomainError('conflict', code, details);
export const limited: Refusal = (code, details) => new DomainError('limited', code, details);
