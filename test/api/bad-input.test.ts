import assert from 'node:assert/strict';
import fc from 'fast-check';
import { endpointsOf } from '../../server/endpoints.ts';
import { createDevice } from '../builders/people.ts';
import { REQUESTS } from '../builders/requests.ts';
import { anotherAddress, createStaff, createWorld, UTRECHT, type World } from '../builders/world.ts';
import { BAD_IDS, badBodiesOf } from '../support/bad-requests.ts';
import { declaredCodes } from '../support/declared-codes.ts';
import { isFullStorm } from '../support/storm-size.ts';
import { openTestHouse, type Reply, type TestHouse } from '../support/test-house.ts';

/** All bodies are read by the same few lines: every place is sent some of what can be wrong there, in turn. */
const ONE_OF = isFullStorm ? 1 : 6;

describe('bad input', () => {
  let test: TestHouse;
  let world: World;
  let codes: ReadonlySet<string>;
  let before: string;

  beforeEach(async () => {
    test = await openTestHouse();
    world = await createWorld(test);
    codes = await declaredCodes();
    before = await world.eyes.dump();
  });

  afterEach(async () => {
    await world.eyes.close();
    await test.close();
  });

  const rows = () => endpointsOf(test.house.app.services);
  const rowOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

  function goodOf(row: string) {
    const request = REQUESTS[row]?.(world);
    if (!request) throw new RangeError(`no good request for ${row}`);
    return { ...request, token: world.tokens[request.as] };
  }

  /** Why a reply is no proper refusal, or `undefined` when it is one. */
  function faultOf({ status, body, headers }: Reply): string | undefined {
    if (status < 400 || status >= 500) return `status ${status}`;
    if (!codes.has(String(body.code))) return `the code ${body.code} is declared nowhere`;
    return headers.get('content-type')?.startsWith('application/problem+json')
      ? undefined
      : 'no problem reply';
  }

  it('is refused at every field of every body, with a declared code, and leaves nothing behind', async () => {
    const wrong: string[] = [];
    let found = 0;
    let sent = 0;

    for (const row of rows()) {
      const good = goodOf(rowOf(row));
      if (!good.body || !row.body) continue;
      for (const { because, body } of badBodiesOf(good.body)) {
        // Some of it is odd and yet good: those are not what this is about.
        if (row.body.safeParse(JSON.parse(JSON.stringify(body))).success) continue;
        if (++found % ONE_OF !== 0) continue;
        const reply = await send(row.method, good.path, JSON.stringify(body), good.token);
        sent++;
        const fault = faultOf(reply);
        if (fault) wrong.push(`${rowOf(row)}, ${because}: ${fault}`);
      }
    }

    assert.deepEqual(wrong, []);
    assert.equal(await world.eyes.dump(), before);
    assert(sent > 800, `only ${sent} were sent`);
  }).timeout(240_000);

  /** Callers that are limited tightly come as many; what a credential may do is not what is asked here. */
  async function send(method: string, path: string, body: string, token: string | undefined) {
    const reply = await test.call(method.toUpperCase(), path, body, token, anotherAddress());
    if (reply.status !== 429 || token === undefined) return reply;
    const host = await createStaff(test, 'host');
    const another = path === '/devices' ? host : (await createDevice(test, host)).token;
    before = await world.eyes.dump();
    return test.call(method.toUpperCase(), path, body, another, anotherAddress());
  }

  it('is refused whatever JSON it is', async () => {
    const mutating = rows().filter(({ body }) => body !== undefined);

    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...mutating), fc.jsonValue({ maxDepth: 4 }), async (row, body) => {
        fc.pre(row.body?.safeParse(body).success === false);
        const { path, token } = goodOf(rowOf(row));

        const reply = await send(row.method, path, JSON.stringify(body), token);

        assert.equal(faultOf(reply), undefined, `${rowOf(row)}: ${JSON.stringify(body)}`);
      }),
      { seed: 11, numRuns: 300 },
    );
    assert.equal(await world.eyes.dump(), before);
  }).timeout(60_000);

  it('is refused where an endpoint asks for nothing, in body and query', async () => {
    const wrong: string[] = [];

    for (const row of rows()) {
      const { path, token, body } = goodOf(rowOf(row));
      const queried = `${path}${path.includes('?') ? '&' : '?'}unheard=of`;
      const replies = [await test.call(row.method.toUpperCase(), queried, body, token, anotherAddress())];
      if (row.method !== 'get' && !row.body)
        replies.push(await test.call(row.method.toUpperCase(), path, { unheard: 'of' }, token));
      for (const reply of replies) if (faultOf(reply)) wrong.push(`${rowOf(row)}: ${reply.status}`);
    }

    assert.deepEqual(wrong, []);
    assert.equal(await world.eyes.dump(), before);
  });

  it('is refused in every id of every path', async () => {
    const wrong: string[] = [];

    for (const row of rows().filter(({ path }) => path.includes('{')))
      for (const id of BAD_IDS) {
        const { token, body } = goodOf(rowOf(row));
        const path = row.path.replace(/\{\w+\}/, id);
        const reply = await test.call(row.method.toUpperCase(), path, body, token, anotherAddress());
        const fault = faultOf(reply);
        if (fault) wrong.push(`${row.method} ${path.slice(0, 60)}: ${fault}`);
      }

    assert.deepEqual(wrong, []);
    assert.equal(await world.eyes.dump(), before);
  });

  it('is refused in every query', async () => {
    const queries = [
      '',
      '?language=xx',
      '?language=',
      '?language=en&language=nl',
      '?language[$ne]=en',
      '?a=%00',
    ];

    const replies = await Promise.all(
      queries.map((query) => test.call('GET', `/skills/names${query}`, undefined, world.tokens.kiosk)),
    );

    assert.deepEqual(
      replies.map(faultOf),
      queries.map(() => undefined),
    );
  });

  it('is refused where it is not what it says it is', async () => {
    const { token, path, body } = goodOf('post /people');
    const json = JSON.stringify(body);
    const cases: { because: string; body: string; headers?: Record<string, string>; code: string }[] = [
      { because: 'cut off', body: json.slice(0, -5), code: 'body_malformed' },
      { because: 'no JSON', body: 'name=Sam', code: 'body_malformed' },
      { because: 'a bare text', body: '"Sam"', code: 'body_malformed' },
      { because: 'too large', body: JSON.stringify({ name: 'a'.repeat(2 ** 20) }), code: 'body_too_large' },
      {
        because: 'a form',
        body: json,
        headers: { 'content-type': 'text/plain' },
        code: 'content_type_unknown',
      },
      {
        because: 'a form',
        body: json,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        code: 'content_type_unknown',
      },
      {
        because: 'not packed as it says',
        body: json,
        headers: { 'content-encoding': 'gzip' },
        code: 'body_malformed',
      },
      {
        because: 'packed unknown',
        body: json,
        headers: { 'content-encoding': 'zip' },
        code: 'content_type_unknown',
      },
      {
        because: 'in unknown letters',
        body: json,
        headers: { 'content-type': 'application/json; charset=klingon' },
        code: 'content_type_unknown',
      },
    ];

    const replies = await Promise.all(
      cases.map((one) => test.call('POST', path, one.body, token, one.headers ?? {})),
    );

    assert.deepEqual(
      replies.map(({ body: { code } }, at) => `${cases[at]?.because}: ${code}`),
      cases.map(({ because, code }) => `${because}: ${code}`),
    );
    assert.deepEqual(
      replies.map(faultOf),
      cases.map(() => undefined),
    );
    assert.equal(await world.eyes.dump(), before);
  });

  it('is refused when another site sends it', async () => {
    const { token, path, body } = goodOf('patch /people/me');
    const foreign: Record<string, string>[] = [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { origin: `${test.url}.elsewhere.example` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: test.url, 'sec-fetch-site': 'cross-site' },
    ];

    const refused = await Promise.all(
      foreign.map((headers) => test.call('PATCH', path, body, token, headers)),
    );
    const unchanged = await world.eyes.dump();
    const granted = await test.call('PATCH', path, body, token, {
      origin: test.url,
      'sec-fetch-site': 'same-origin',
    });

    assert.deepEqual(
      refused.map((reply) => reply.body.code),
      foreign.map(() => 'origin_foreign'),
    );
    assert.equal(unchanged, before);
    assert.equal(granted.status, 200);
  });

  it('is refused where nothing is, and by every method that nothing answers to', async () => {
    const { kiosk } = world.tokens;
    const asked: [string, string][] = [
      ['GET', '/'],
      ['GET', '/nowhere'],
      ['PUT', '/people'],
      ['DELETE', '/people/me'],
      ['GET', `/spaces/${UTRECHT}/`],
      ['GET', `/Spaces/${UTRECHT}`],
      ['GET', '/__proto__'],
      ['GET', '/%'],
    ];

    const replies = await Promise.all(
      asked.map(([method, path]) => test.call(method, path, undefined, kiosk)),
    );

    assert.deepEqual(
      replies.map(({ status, body }) => `${status} ${body.code}`),
      asked.map(() => '404 route_unknown'),
    );
  });

  it('is never a fault of the server at the pages either', async () => {
    const paths = ['/assets/none.js', '/assets/..%2f..%2fpackage.json', '/.env', '/%00', '/%', '/nowhere'];

    const statuses = await Promise.all(paths.map(async (path) => (await fetch(`${test.url}${path}`)).status));

    assert.deepEqual(
      statuses.filter((status) => status < 400 || status >= 500),
      [],
    );
  });
});
