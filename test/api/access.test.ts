import assert from 'node:assert/strict';
import type { ViewName } from '#contract/boards';
import { ROLES, type Role } from '#values/actor';
import { endpointsOf } from '../../server/endpoints.ts';
import { createDevice } from '../builders/people.ts';
import { REQUESTS } from '../builders/requests.ts';
import { anotherAddress, createStaff, createWorld, type World } from '../builders/world.ts';
import { openScreen } from '../support/screen.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';
import { ASKS_NOBODY, ENDPOINT_ROLES, VIEW_ROLES } from './access-table.ts';

const signsOut = (row: string) => row === 'delete /sessions/current';

/** After signing out the credential is gone. */
const signingOutLast = (rows: readonly string[]) => [
  ...rows.filter((row) => !signsOut(row)),
  ...rows.filter(signsOut),
];

describe('who may use which door', () => {
  let test: TestHouse;
  let world: World;

  before(async () => {
    test = await openTestHouse();
    world = await createWorld(test);
  });

  after(async () => {
    await world.eyes.close();
    await test.close();
  });

  const rows = () => endpointsOf(test.house.app.services).map(({ method, path }) => `${method} ${path}`);

  /** Every endpoint is asked with nothing in it, so that whoever may is refused for what they sent at most. */
  async function knock(row: string, token: string | undefined) {
    const [method = '', path = ''] = row.split(' ');
    const asked = path.replace(/\{\w+\}/g, 'nobody-has-this');
    const body = ['post', 'patch', 'put'].includes(method) ? { nothing: true } : undefined;
    const { status, body: reply } = await test.call(
      method.toUpperCase(),
      asked,
      body,
      token,
      anotherAddress(),
    );
    return { status, code: reply.code };
  }

  it('is written down for every endpoint, with a good request for each', () => {
    const served = rows().sort();

    assert.deepEqual(Object.keys(ENDPOINT_ROLES).sort(), served);
    assert.deepEqual(Object.keys(REQUESTS).sort(), served);
  });

  for (const role of ROLES)
    it(`lets a ${role} through where the table says so, and nowhere else`, async () => {
      const wrong: string[] = [];

      for (const row of signingOutLast(rows())) {
        const { status, code } = await knock(row, world.tokens[role]);
        const may = ENDPOINT_ROLES[row]?.includes(role) ?? false;
        const refusal = role === 'visitor' ? 'not_signed_in' : 'not_allowed';
        const right = may
          ? status < 500 && !['not_signed_in', 'not_allowed', 'credential_unknown'].includes(String(code))
          : code === refusal && status === (role === 'visitor' ? 401 : 403);
        if (!right) wrong.push(`${row}: ${status} ${code}`);
      }

      assert.deepEqual(wrong, []);
    });

  it('starts a session whatever credential the browser still holds', async () => {
    const { auth } = test.house.app.services;
    const link = await auth.createLink(
      { role: 'host', subjectId: 'host-9', spaceId: 'utrecht-domplein' },
      60,
    );

    const reply = await test.call(
      'POST',
      '/sessions',
      { token: link.token },
      'a-token-of-a-store-that-is-gone',
    );

    assert.equal(reply.status, 201);
  });

  it('lets nobody through with a credential that is unknown or was revoked', async () => {
    const host = await createStaff(test, 'host');
    const revoked = await createDevice(test, host);
    await test.call('DELETE', `/devices/${revoked.deviceId}`, undefined, host);
    const wrong: string[] = [];

    for (const token of [revoked.token, 'never-given-to-anybody-at-all', 'x', '$ne'])
      for (const row of rows().filter((one) => !ASKS_NOBODY.includes(one))) {
        const { status, code } = await knock(row, token);
        if (status !== 401 || code !== 'credential_unknown') wrong.push(`${row}: ${status} ${code}`);
      }

    assert.deepEqual(wrong, []);
  });
});

describe('who may watch which view', () => {
  let test: TestHouse;
  let world: World;

  beforeEach(async () => {
    test = await openTestHouse();
    world = await createWorld(test);
  });

  afterEach(async () => {
    await world.eyes.close();
    await test.close();
  });

  async function codeAt(view: ViewName, role: Role): Promise<string> {
    try {
      const screen = await openScreen(test.url, world.tokens[role] ?? '', view);
      screen.close();
      return 'opened';
    } catch (fault) {
      return fault instanceof Error ? fault.message : String(fault);
    }
  }

  it('is kept as the table says', async () => {
    const found: Record<string, Record<string, string>> = {};

    for (const view of ['kiosk', 'board', 'member'] as const) {
      const codes = await Promise.all(ROLES.map(async (role) => [role, await codeAt(view, role)] as const));
      found[view] = Object.fromEntries(codes);
    }

    const refusal = (role: Role) => (role === 'visitor' ? 'not_signed_in' : 'not_allowed');
    const expected = Object.fromEntries(
      Object.entries(VIEW_ROLES).map(([view, roles]) => [
        view,
        Object.fromEntries(ROLES.map((role) => [role, roles.includes(role) ? 'opened' : refusal(role)])),
      ]),
    );
    assert.deepEqual(found, expected);
  });
});
