import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';

/** Rounds of the key derivation; drivers refuse fewer than 4,096 and MongoDB has this many. */
const ITERATIONS = 15_000;

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** What a server keeps of a password: enough to check a proof, not enough to give one. */
export interface ScramKeys {
  salt: string;
  stored: Buffer;
  server: Buffer;
}

/** Derives the keys of a password of plain ASCII. */
export function scramKeys(password: string, salt = randomBytes(16)): ScramKeys {
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  return {
    salt: salt.toString('base64'),
    stored: sha256(hmac(salted, 'Client Key')),
    server: hmac(salted, 'Server Key'),
  };
}

/** One exchange of SCRAM-SHA-256 from the server's side. Source: RFC 5802 and RFC 7677. */
export class ScramExchange {
  private clientFirst = '';
  private serverFirst = '';

  constructor(
    private readonly user: string,
    private readonly keys: ScramKeys,
    private readonly chance = randomBytes(24).toString('base64'),
  ) {}

  /** The answer to the client's first message; undefined when it is not understood or from somebody else. */
  begin(message: string): string | undefined {
    const [, user, nonce] = /^n,,n=([^,]*),r=([^,]+)$/.exec(message) ?? [];
    if (nonce === undefined || user !== this.user) return undefined;
    this.clientFirst = message.slice('n,,'.length);
    this.serverFirst = `r=${nonce}${this.chance},s=${this.keys.salt},i=${ITERATIONS}`;
    return this.serverFirst;
  }

  /** The answer to the client's proof; undefined when it does not know the password. */
  finish(message: string): string | undefined {
    const [, unproved = '', nonce, proof = ''] = /^(c=biws,r=([^,]+)),p=([^,]+)$/.exec(message) ?? [];
    if (nonce === undefined || !this.serverFirst.startsWith(`r=${nonce},`)) return undefined;
    const all = [this.clientFirst, this.serverFirst, unproved].join(',');
    const signature = hmac(this.keys.stored, all);
    const given = Buffer.from(proof, 'base64');
    if (given.length !== signature.length) return undefined;
    const clientKey = Buffer.from(given.map((byte, i) => byte ^ (signature[i] ?? 0)));
    if (!timingSafeEqual(sha256(clientKey), this.keys.stored)) return undefined;
    return `v=${hmac(this.keys.server, all).toString('base64')}`;
  }
}
