import { randomUUID } from 'node:crypto';
import type { NewCompany } from '../../server/companies/contract.ts';
import { sampleSpace } from '../../server/sample-data/sample-space.ts';
import { spaceId } from '../../server/spaces/contract.ts';
import { eyesOn } from '../support/database-dump.ts';
import type { TestHouse } from '../support/test-house.ts';
import { AMSTERDAM, anotherAddress, UTRECHT } from './callers.ts';
import { askApproval, bookerRequestOf, companyRequestOf } from './companies.ts';
import { createLettings, proposeRoom, takeRoom } from './lettings.ts';
import { issueOf } from './money.ts';
import { notificationOf } from './notifications.ts';
import { createDevice, createPresent, textIn } from './people.ts';

export { AMSTERDAM, anotherAddress, UTRECHT };

/** A host or manager of a space, signed in. */
export async function createStaff(test: TestHouse, role: 'host' | 'manager', space = UTRECHT) {
  const { auth } = test.house.app.services;
  const link = await auth.createLink({ role, subjectId: `${role}-of-${space}`, spaceId: space }, 60);
  const reply = await test.call('POST', '/sessions', { token: link.token }, undefined, anotherAddress());
  return textIn(reply.body, 'token');
}

/** A company of the demonstration's space, as a host writes it in, with a booker who is signed in. */
export async function createCompany(test: TestHouse, host: string, overrides: Partial<NewCompany> = {}) {
  const wanted = companyRequestOf(overrides);
  const { body: company } = await test.call('POST', '/companies', wanted, host);
  const booker = bookerRequestOf();
  await test.call('POST', `/companies/${wanted.companyId}/bookers`, booker, host);
  const { auth } = test.house.app.services;
  const link = await auth.createLink({ role: 'booker', subjectId: booker.bookerId, spaceId: UTRECHT }, 60);
  const session = await test.call('POST', '/sessions', { token: link.token }, undefined, anotherAddress());
  return { company, companyId: wanted.companyId, booker, token: textIn(session.body, 'token') };
}

/** A second space beside the demonstration's, with the same plan. */
export async function openSecondSpace(test: TestHouse): Promise<void> {
  await test.house.app.services.spaces.open({ ...sampleSpace(), id: spaceId.parse(AMSTERDAM) });
}

/** An invoice that waits to be paid, and the paths of its links. */
async function createInvoice(test: TestHouse) {
  const { invoices } = test.house.app.services;
  const { number } = await invoices.issue(issueOf({ companyId: undefined }));
  await test.house.app.settled();
  return {
    invoice: number,
    paper: invoices.links.pathOf('papers', number),
    impact: invoices.links.pathOf('impacts', 'b1'),
  };
}

/** A house in the midst of a day: two people with an offer before them, one device waiting for its host. */
export async function createWorld(test: TestHouse) {
  const host = await createStaff(test, 'host');
  const kiosk = (await createDevice(test, host, 'kiosk')).token;
  const screen = (await createDevice(test, host, 'screen')).token;
  const offers = ['vat'];
  const needs = ['ux-research'];
  const ana = await createPresent(test, kiosk, 's01', { name: 'Ana Bakker', offers, needs });
  const bo = await createPresent(test, kiosk, 's05', { name: 'Bo Chen', offers: needs, needs: offers });
  await test.house.app.settled();
  const pairing = await test.call('POST', '/pairings', { kind: 'screen' });
  const spare = await createDevice(test, host, 'screen');
  const own = await test.call('GET', '/people/me', undefined, ana.token);
  const introductions = await test.house.app.services.introductions.history();
  const offered = introductions.find(({ name }) => name === 'introduction.offered');
  if (!offered || !('introductionId' in offered)) throw new RangeError('nobody was offered to anybody');
  const { notifications } = test.house.app.services;
  await notifications.send(notificationOf());
  await notifications.deliverDue();
  const sent = await test.call('GET', '/notifications', undefined, host);
  const { token: booker, companyId, booker: known } = await createCompany(test, host);
  const approvalPath = await askApproval(test, companyId, { booker, host });
  const feed = { feedId: randomUUID(), subject: { kind: 'room', roomId: 'rembrandt' } };
  const opened = await test.call('POST', '/feeds', feed, host);
  return {
    tokens: {
      visitor: undefined,
      person: ana.token,
      booker,
      kiosk,
      screen,
      host,
      manager: await createStaff(test, 'manager'),
    },
    ana,
    bo,
    introductionId: offered.introductionId,
    pairing: {
      deviceId: textIn(pairing.body, 'deviceId'),
      code: textIn(pairing.body, 'code'),
      secret: textIn(pairing.body, 'secret'),
    },
    companyId,
    approvalPath,
    feedId: feed.feedId,
    feedPath: textIn(opened.body, 'path').replace('/api', ''),
    bookerId: known.bookerId,
    bookerEmail: known.email,
    notificationId: textIn(sent.body, 'notifications', '0', 'notificationId'),
    spareDevice: spare.deviceId,
    pass: { code: textIn(own.body, 'pass', 'code'), pin: textIn(own.body, 'pass', 'pin') },
    lettings: await createLettings(test),
    together: await takeRoom(test, bo),
    proposal: await proposeRoom(test, ana),
    ...(await createInvoice(test)),
    eyes: await eyesOn(test),
  };
}

export type World = Awaited<ReturnType<typeof createWorld>>;
