import type { z } from 'zod';
import { problem } from '#contract/platform';

/** The house said no, with a code. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly details: Readonly<Record<string, unknown>>,
  ) {
    super(`refused: ${code}`);
  }
}

interface Request<Schema extends z.ZodType> {
  method?: 'GET' | 'POST' | 'PATCH';
  path: string;
  body?: unknown;
  token?: string;
  reply: Schema;
}

/** The public interface of the house: a request, and its reply parsed by the contract. */
export interface Doors {
  url: string;
  /** @throws Refused with the house's code. */
  call<Schema extends z.ZodType>(request: Request<Schema>): Promise<z.infer<Schema>>;
}

/** The doors of the house at this address. */
export function createDoors(url: string): Doors {
  return {
    url,
    async call({ method = 'POST', path, body, token, reply }) {
      const response = await fetch(`${url}/api${path}`, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer: unknown = await response.json();
      if (response.ok) return reply.parse(answer);
      const { code, details } = problem.parse(answer);
      throw new Refused(code, details);
    },
  };
}
