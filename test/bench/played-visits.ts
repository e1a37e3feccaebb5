import { randomUUID } from 'node:crypto';
import type { FirstVisit, PersonId } from '#contract/people';
import type { Actor } from '#values/actor';
import type { App } from '../../server/app.ts';
import { checkInId } from '../../server/checkins/contract.ts';
import { drawn, lot } from '../../server/sample-data/lot.ts';
import { spaceId } from '../../server/spaces/contract.ts';
import { DAY, MINUTE } from '../../server/values/clock.ts';
import { UTRECHT } from '../builders/callers.ts';
import { seatOf } from './space.ts';
import { type Names, onTheirMind } from './townspeople.ts';

interface Play {
  app: App;
  people: readonly FirstVisit[];
  names: Names;
  /** Moves the clock of the house by so many milliseconds. */
  forward(by: number): void;
}

const SPACE = spaceId.parse(UTRECHT);
const KIOSK: Actor = { role: 'kiosk', id: 'kiosk', spaceId: UTRECHT, permissions: new Set() };
/** Minutes between two arrivals. */
const PACE = 2;
/** After so many arrivals phones are looked at. */
const AT_ONCE = 10;

const actorOf = (id: PersonId): Actor => ({ role: 'person', id, permissions: new Set() });

/** Visits played through the services: what a house has behind it when it is measured. */
export function createVisits({ app, people, names, forward }: Play) {
  const { services } = app;
  const { introductions, checkIns, skills } = services;
  const answered = new Set<string>();
  let visit = 0;

  /** Both answer, six in ten say yes; most who both did talk, and six in ten of those found it useful. */
  async function answerOffers(): Promise<void> {
    const present = await checkIns.present(SPACE);
    const latest = Math.max(...present.map(({ startedAt }) => Date.parse(startedAt)));
    const here = new Set(present.map(({ personId }) => personId));
    const all = await introductions.onBoard(SPACE, new Date(latest - DAY / 2), here);
    for (const { introductionId: id, pair, state } of all) {
      if (state !== 'offered' || answered.has(id)) continue;
      answered.add(id);
      const saysYes = (one: PersonId) => lot(`${pair.join(' ')} ${one}`) < 0.6;
      for (const one of pair) await introductions.answer(actorOf(one), id, saysYes(one) ? 'yes' : 'not-now');
      if (!pair.every(saysYes) || lot(`${pair.join(' ')} talk`) > 0.8) continue;
      await introductions.talked(actorOf(pair[0]), id);
      for (const one of pair) await introductions.value(actorOf(one), id, lot(`${id} ${one}`) < 0.6);
    }
  }

  async function later(by: number): Promise<void> {
    await app.settled();
    forward(by);
    await answerOffers();
    await introductions.lapseDue();
    await app.settled();
  }

  const someone = (number: number) => {
    const found = people[number % people.length];
    if (!found) throw new RangeError('nobody is known');
    return found;
  };

  return {
    later,

    async register(): Promise<void> {
      for (const person of people) await services.people.register(person);
      await app.settled();
    },

    /** So many people come in one after another, the first being of this number. */
    async arrive(first: number, count: number): Promise<void> {
      for (let seat = 0; seat < count; seat++) {
        const person = someone(first + seat);
        const text = onTheirMind(person, visit++, names);
        const proposed = skills.propose(text, person.profile.language).slice(0, 2);
        await checkIns.checkIn(KIOSK, {
          checkInId: checkInId.parse(randomUUID()),
          personId: person.personId,
          seatId: seatOf(seat),
          openness: drawn(['open', 'open', 'open', 'open', 'breaks'] as const, `${visit} openness`),
          focus: { text, skills: proposed.map(({ skill }) => skill) },
        });
        await app.settled();
        forward(PACE * MINUTE);
        if (seat % AT_ONCE === 0) await answerOffers();
      }
      await later(PACE * MINUTE);
    },

    /** They leave. */
    async leave(first: number, count: number): Promise<void> {
      for (let seat = 0; seat < count; seat++)
        await checkIns.leaveAtKiosk(KIOSK, someone(first + seat).personId);
      await app.settled();
    },
  };
}
