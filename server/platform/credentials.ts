import type { CookieOptions, Request, Response } from 'express';
import { CREDENTIAL_HEADER } from '#contract/platform';

/** What a caller showed: which surface it says it is, and the token that belongs to it. */
export interface Credentials {
  as?: string;
  token?: string;
}

/** Sets or clears the credential of one surface on the reply. */
export interface Grant {
  set(as: string, token: string, expires: Date): void;
  clear(as: string): void;
}

/** The value of one cookie in a `Cookie` header. */
function cookieOf(header: string | undefined, name: string): string | undefined {
  const pair = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

/** One cookie a surface, so that a kiosk, a phone and a host may be tried in one browser. */
export function credentialsFrom(
  as: string | undefined,
  cookieHeader: string | undefined,
  bearer?: string,
): Credentials {
  if (bearer) return { token: bearer };
  if (!as || !/^[a-z]{1,16}$/.test(as)) return {};
  const token = cookieOf(cookieHeader, `ct_${as}`);
  return token ? { as, token } : { as };
}

export function credentialsOf(request: Request): Credentials {
  const authorization = request.get('authorization');
  const bearer = authorization?.startsWith('Bearer ') ? authorization.slice('Bearer '.length) : undefined;
  return credentialsFrom(request.get(CREDENTIAL_HEADER), request.get('cookie'), bearer);
}

/** Cookies that scripts cannot read and other sites cannot send. */
export function grantOn(request: Request, response: Response): Grant {
  const options: CookieOptions = { httpOnly: true, sameSite: 'strict', secure: request.secure, path: '/' };
  return {
    set: (as, token, expires) => void response.cookie(`ct_${as}`, token, { ...options, expires }),
    clear: (as) => void response.clearCookie(`ct_${as}`, options),
  };
}
