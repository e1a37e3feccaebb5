import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleSpace } from '../../server/sample-data/sample-space.ts';
import { checkInOf, firstVisitOf, textIn } from '../builders/people.ts';
import { ask } from '../support/caller.ts';
import { eyesOn } from '../support/database-dump.ts';
import { openScreen } from '../support/screen.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { isFullStorm, saw } from '../support/storm-size.ts';
import { dropFolder } from '../support/test-database.ts';

const ROUNDS = isFullStorm ? 30 : 5;
const WORKERS = 8;
/** A round ends in the midst of its work, after so many acknowledged check-ins. */
const ARRIVALS_A_ROUND = 24;

/** What the server has acknowledged of one check-in; `unsure` when it died before it answered. */
type Known = 'here' | 'gone' | 'unsure';

interface Deed {
  personId: string;
  checkInId: string;
  seatId: string;
  known: Known;
}

interface Stored {
  checkIns: { _id: string; personId: string; seatId: string; active?: true }[];
  introductions: {
    _id: string;
    state: string;
    pair: string[];
    checkIns: string[];
    yes: string[];
    occupied?: string[];
    slots?: string[];
    openPair?: string;
  }[];
}

describe('kill -9 of the server while people check in and out', () => {
  let folder: string;
  let server: ServerProcess;
  let kiosk = '';
  let deeds: Deed[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ct-'));
    deeds = [];
  });

  afterEach(async () => {
    await server.end('SIGKILL');
    await dropFolder(folder);
  });

  async function signIn(): Promise<string> {
    const session = await ask(server.url, 'POST', '/sessions', { token: server.hostLink });
    return textIn(session?.body, 'token');
  }

  async function pairKiosk(): Promise<string> {
    const host = await signIn();
    const pairing = await ask(server.url, 'POST', '/pairings', { kind: 'kiosk' });
    const code = textIn(pairing?.body, 'code');
    await ask(server.url, 'POST', '/devices', { code, name: 'Door' }, host);
    return textIn(pairing?.body, 'secret');
  }

  const seats = sampleSpace().seats;

  /** One person comes, and two of three leave again; `false` when the server did not answer. */
  async function visit(number: number): Promise<boolean> {
    const skills =
      number % 2 === 0
        ? { offers: ['vat'], needs: ['ux-research'] }
        : { offers: ['ux-research'], needs: ['vat'] };
    const person = firstVisitOf({ name: `Person ${number}`, ...skills });
    if (!(await ask(server.url, 'POST', '/people', person, kiosk))) return false;
    const deed: Deed = {
      personId: person.personId,
      checkInId: randomUUID(),
      seatId: seats[number % seats.length]?.id ?? '',
      known: 'unsure',
    };
    deeds.push(deed);
    const seated = await ask(server.url, 'POST', '/check-ins', checkInOf(request(deed)), kiosk);
    if (!seated) return false;
    if (seated.status !== 201) {
      assert.equal(seated.body.code, 'seat_taken');
      deeds.splice(deeds.indexOf(deed), 1);
      return true;
    }
    deed.known = 'here';
    if (number % 3 === 0) return true;
    deed.known = 'unsure';
    const left = await ask(server.url, 'POST', '/check-outs', { personId: deed.personId }, kiosk);
    if (!left) return false;
    assert.equal(left.status, 200);
    deed.known = 'gone';
    return true;
  }

  const request = ({ personId, checkInId, seatId }: Deed) => ({ personId, checkInId, seatId });

  let next = 0;

  /** Lets people come from all sides until enough are acknowledged, and pulls the plug while others are at it. */
  async function storm(): Promise<void> {
    const enough = deeds.length + ARRIVALS_A_ROUND;
    const worker = async () => {
      while (await visit(next++)) if (deeds.length >= enough) return server.end('SIGKILL');
    };
    await Promise.all(Array.from({ length: WORKERS }, worker));
  }

  /** What the living server says of everybody, held against what it had acknowledged before it died. */
  async function compare(): Promise<string[]> {
    const board = await openScreen(server.url, await signIn(), 'board');
    const present = new Map(
      Object.values(board.state().present).map((one) => [one.personId.toString(), one.seatId.toString()]),
    );
    board.close();
    const wrong = deeds.filter(({ personId, seatId, known }) => {
      if (known === 'here') return present.get(personId) !== seatId;
      return known === 'gone' && present.has(personId);
    });
    return wrong.map(({ personId, known }) => `${personId} was acknowledged to be ${known}`);
  }

  async function stored(): Promise<Stored> {
    const eyes = await eyesOn({ folder });
    const collections: Map<string, unknown> = new Map(JSON.parse(await eyes.dump()));
    await eyes.close();
    const dump = { checkIns: collections.get('check_ins'), introductions: collections.get('introductions') };
    // The collections of this very server, read past it.
    return dump as Stored;
  }

  const twice = (ids: readonly string[]) => ids.filter((id, at) => ids.indexOf(id) !== at);

  /** Everything in what is stored that could not be so. */
  function contradictions({ checkIns, introductions }: Stored): string[] {
    const here = checkIns.filter(({ active }) => active);
    const active = new Set(here.map(({ _id }) => _id));
    const open = introductions.filter(({ state }) => state === 'suggested' || state === 'offered');
    return [
      ...twice(here.map(({ seatId }) => seatId)).map((seat) => `two on seat ${seat}`),
      ...twice(here.map(({ personId }) => personId)).map((person) => `${person} twice here`),
      ...twice(introductions.flatMap(({ occupied = [] }) => occupied)).map(
        (person) => `${person} has two offers`,
      ),
      ...twice(introductions.flatMap(({ slots = [] }) => slots)).map((slot) => `slot ${slot} taken twice`),
      ...twice(open.map(({ pair }) => [...pair].sort().join())).map((pair) => `${pair} open twice`),
      ...open
        .filter(({ checkIns: ids }) => ids.some((id) => !active.has(id)))
        .map(({ _id, state }) => `${_id} is ${state} with somebody who has left`),
      ...introductions
        .filter(({ state, yes }) => (state === 'accepted') !== (yes.length === 2))
        .map(({ _id, state }) => `${_id} is ${state} with other answers`),
    ];
  }

  it(`loses no acknowledged check-in in ${ROUNDS} rounds, seats nobody twice, and offers nobody who has left`, async () => {
    const wrong: string[] = [];
    server = await startServer(folder);
    kiosk = await pairKiosk();

    for (let round = 0; round < ROUNDS; round++) {
      await storm();
      server = await startServer(folder);
      wrong.push(...(await compare()), ...contradictions(await stored()));
      // A kiosk that asks once more is answered as it was before the crash.
      for (const deed of deeds.filter(({ known }) => known === 'here')) {
        const again = await ask(server.url, 'POST', '/check-ins', checkInOf(request(deed)), kiosk);
        if (again?.status !== 201) wrong.push(`${deed.checkInId} was not found again: ${again?.body.code}`);
      }
      // Room for the next round.
      for (const deed of deeds.filter(({ known }) => known !== 'gone')) {
        await ask(server.url, 'POST', '/check-outs', { personId: deed.personId }, kiosk);
        deed.known = 'gone';
      }
    }

    const found = await stored();
    const { length: acknowledged } = deeds;
    assert.deepEqual(wrong, []);
    const offered = found.introductions.filter(({ slots }) => slots !== undefined).length;
    saw(
      `${ROUNDS} kills, ${acknowledged} check-ins begun, 0 lost, ${found.introductions.length} introductions, ${offered} offered`,
    );
  }).timeout(ROUNDS * 90_000);
});
