import { STATUS_CODES } from 'node:http';
import { ZodError } from 'zod';
import type { Problem } from '#contract/platform';
import { DomainError, invalid, type RefusalKind } from '#values/errors';

const STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  limited: 429,
} as const satisfies Record<RefusalKind, number>;

const CODE = /^[a-z]+(?:_[a-z]+)+$/;

/** What express and its body parser throw, and the code that each is refused with. */
const PARSER_FAULTS: Readonly<Record<string, { status: number; code: string }>> = {
  'entity.too.large': { status: 413, code: 'body_too_large' },
  'entity.parse.failed': { status: 400, code: 'body_malformed' },
  'entity.verify.failed': { status: 400, code: 'body_malformed' },
  'request.size.invalid': { status: 400, code: 'body_malformed' },
  'request.aborted': { status: 400, code: 'body_malformed' },
  'encoding.unsupported': { status: 415, code: 'content_type_unknown' },
  'charset.unsupported': { status: 415, code: 'content_type_unknown' },
};

function problemOf(status: number, code: string, details: Problem['details'] = {}): Problem {
  return { type: `urn:common-table:${code}`, title: STATUS_CODES[status] ?? 'Error', status, code, details };
}

function copyOf(details: DomainError['details']): Problem['details'] {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, typeof value === 'object' ? [...value] : value]),
  );
}

/** A schema may name its own code as its message; otherwise the request as a whole is refused. */
export function refusalOf(fault: ZodError): DomainError {
  const named = fault.issues.find((issue) => CODE.test(issue.message));
  const fields = fault.issues.slice(0, 8).map((issue) => {
    const keys =
      issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 4).map((key) => key.slice(0, 40)) : [];
    return [issue.path.join('.'), issue.code, ...keys].filter(Boolean).join(' ');
  });
  return invalid(named?.message ?? 'request_invalid', { fields });
}

function parserFault(fault: object): Problem | undefined {
  const type = 'type' in fault && typeof fault.type === 'string' ? fault.type : '';
  const known = PARSER_FAULTS[type];
  if (known) return problemOf(known.status, known.code);
  // A path that cannot be decoded is the caller's.
  if (fault instanceof URIError) return problemOf(400, 'request_invalid');
  const status = 'status' in fault ? fault.status : undefined;
  // A file that is not there, or not to be had; and a body that is not packed as its header says.
  if (status === 404 || status === 403) return problemOf(404, 'route_unknown');
  return status === 400 ? problemOf(400, 'body_malformed') : undefined;
}

/** Turns whatever was thrown into the one shape that leaves the house. Unknown faults tell nothing. */
export function toProblem(fault: unknown): Problem {
  if (fault instanceof DomainError) return problemOf(STATUS[fault.kind], fault.code, copyOf(fault.details));
  const parsed = fault instanceof Error ? parserFault(fault) : undefined;
  return parsed ?? problemOf(500, 'server_fault');
}

/** Parses what came in, or refuses it. */
export function parseRequest<Value>(schema: { parse(input: unknown): Value }, input: unknown): Value {
  try {
    return schema.parse(input);
  } catch (fault) {
    if (fault instanceof ZodError) throw refusalOf(fault);
    throw fault;
  }
}
