import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkInOf, firstVisitOf, textIn } from '../builders/people.ts';
import { ask } from '../support/caller.ts';
import { startServer } from '../support/server-process.ts';

const CANARY = 'Quirinius Zonneschijn';
const ABOUT = 'breeds canaries that sing at midnight';

/** The endpoints whose paths end with the secret word of a link. */
const LINKED = [
  '/api/bookings/manage/:word',
  '/api/approvals/:word',
  '/api/impacts/:subject/:word',
  '/api/papers/:number/:word',
  '/api/feeds/:word.ics',
];

/** Opens one link of each kind, and says which words stand in them; a word that opens nothing is no less secret. */
async function wordsOfLinks(url: string, host: string): Promise<string[]> {
  const feed = await ask(url, 'POST', '/feeds', { feedId: 'all', subject: { kind: 'space' } }, host);
  const path = textIn(feed?.body, 'path').replace('/api', '');
  const made = 'w'.repeat(43);
  const paths = [
    `/bookings/manage/log-test.${made}`,
    `/approvals/log-test.${made}`,
    `/impacts/log-test/${made}`,
    `/papers/UTRECHT-2026-0001/${made}`,
    path,
    `/nowhere/${made}`,
  ];
  for (const one of paths) await ask(url, 'GET', one);
  return [made, path.replace('/feeds/', '').replace('.ics', '')];
}

describe('the log', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ct-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('tells of every request and of nobody by name, by pass or by token', async () => {
    const server = await startServer(folder, { LOG_LEVEL: 'debug' });
    const { url } = server;
    const session = await ask(url, 'POST', '/sessions', { token: server.hostLink });
    const host = textIn(session?.body, 'token');
    const pairing = await ask(url, 'POST', '/pairings', { kind: 'kiosk' });
    const kiosk = textIn(pairing?.body, 'secret');
    await ask(url, 'POST', '/devices', { code: pairing?.body.code ?? '', name: 'Door' }, host);
    const visit = firstVisitOf({ name: CANARY, company: CANARY, about: ABOUT });
    const focus = { text: ABOUT, skills: [] };
    const request = checkInOf({ personId: visit.personId, focus });

    const registered = await ask(url, 'POST', '/people', visit, kiosk);
    const seated = await ask(url, 'POST', '/check-ins', request, kiosk);
    const refused = await ask(url, 'POST', '/check-ins', { ...request, name: CANARY }, kiosk);
    const taken = await ask(url, 'POST', '/check-ins', { ...request, checkInId: 'another' }, kiosk);
    const phone = await ask(url, 'POST', '/sessions', { token: textIn(seated?.body, 'phone', 'token') });
    await ask(url, 'PATCH', '/people/me', { profile: { about: ABOUT } }, textIn(phone?.body, 'token'));
    const words = await wordsOfLinks(url, host);
    await server.end('SIGTERM');

    const log = server.log();
    assert.deepEqual(
      [registered?.status, seated?.status, refused?.status, taken?.status],
      [201, 201, 400, 409],
    );
    for (const path of ['/api/check-ins', ...LINKED])
      assert(log.includes(`"path":"${path}"`), `requests of ${path} are logged`);
    const secrets = [
      ...['code', 'pin', 'qr'].map((field) => textIn(registered?.body, 'pass', field)),
      host,
      kiosk,
      textIn(phone?.body, 'token'),
      ...words,
    ];
    // A PIN is four digits, which a clock may show by chance; it would stand in quotes.
    const leaked = [
      CANARY,
      'Quirinius',
      ABOUT,
      ...secrets.map((secret) => (secret.length > 4 ? secret : `"${secret}"`)),
    ];
    assert.deepEqual(
      leaked.filter((text) => log.includes(text)),
      [],
    );
  }).timeout(60_000);
});
