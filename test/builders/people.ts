import { randomUUID } from 'node:crypto';
import type { Callee, TestHouse } from '../support/test-house.ts';

/** Some text field of a reply. @throws RangeError when it is not there. */
export function textIn(body: unknown, ...path: string[]): string {
  let value: unknown = body;
  for (const key of path)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  if (typeof value !== 'string')
    throw new RangeError(`${path.join('.')} is no text in ${JSON.stringify(body)}`);
  return value;
}

/** A host of the demonstration space, signed in. */
export async function createHost(test: TestHouse): Promise<string> {
  const { auth } = test.house.app.services;
  const link = await auth.createLink({ role: 'host', subjectId: 'host-1', spaceId: 'utrecht-domplein' }, 60);
  const reply = await test.call('POST', '/sessions', { token: link.token });
  return textIn(reply.body, 'token');
}

/** A paired kiosk or screen, through the doors that a real one uses. */
export async function createDevice(test: Callee, host: string, kind: 'kiosk' | 'screen' = 'kiosk') {
  const pairing = await test.call('POST', '/pairings', { kind });
  const code = textIn(pairing.body, 'code');
  await test.call('POST', '/devices', { code, name: `The ${kind}` }, host);
  const claim = { deviceId: textIn(pairing.body, 'deviceId'), secret: textIn(pairing.body, 'secret') };
  const claimed = await test.call('POST', '/pairings/claims', claim);
  return { token: textIn(claimed.body, 'token'), deviceId: claim.deviceId };
}

export interface VisitOverrides {
  name?: string;
  language?: string;
  offers?: string[];
  needs?: string[];
  company?: string;
  about?: string;
  matching?: boolean;
}

/** A first visit as a kiosk sends it. */
export function firstVisitOf({ matching = true, ...profile }: VisitOverrides = {}) {
  return {
    personId: randomUUID(),
    profile: { name: 'Sam de Vries', language: 'en', languages: ['en'], offers: [], needs: [], ...profile },
    consents: { matching, wall: false, network: false, research: false },
    consentVersion: 1,
  };
}

export interface CheckInOverrides {
  personId: string;
  seatId?: string;
  openness?: string;
  focus?: { text: string; skills: string[] };
  checkInId?: string;
}

export function checkInOf(overrides: CheckInOverrides) {
  return {
    checkInId: randomUUID(),
    seatId: 's01',
    openness: 'open',
    focus: { text: '', skills: [] },
    ...overrides,
  };
}

/** Somebody who came for the first time and sits; signed in on a phone. */
export async function createPresent(
  test: TestHouse,
  kiosk: string,
  seatId: string,
  overrides: VisitOverrides & { focus?: { text: string; skills: string[] }; openness?: string } = {},
) {
  const { focus, openness, ...profile } = overrides;
  const visit = firstVisitOf(profile);
  const registered = await test.call('POST', '/people', visit, kiosk);
  if (registered.status !== 201) throw new RangeError(JSON.stringify(registered.body));
  const request = checkInOf({
    personId: visit.personId,
    seatId,
    ...(focus ? { focus } : {}),
    ...(openness ? { openness } : {}),
  });
  const reply = await test.call('POST', '/check-ins', request, kiosk);
  if (reply.status !== 201) throw new RangeError(JSON.stringify(reply.body));
  const session = await test.call('POST', '/sessions', { token: textIn(reply.body, 'phone', 'token') });
  return { ...visit, checkInId: request.checkInId, token: textIn(session.body, 'token') };
}
