import assert from 'node:assert/strict';
import { presentPerson } from '#contract/boards';
import type { HostState } from '#contract/introductions';
import { hostTable } from '#contract/lunches';
import { askable } from '../../../client/board/askable.ts';
import { Guests, initialsOf } from '../../../client/board/guests.ts';
import { byUrgency } from '../../../client/board/order.ts';

const person = (personId: string, name: string) =>
  presentPerson.parse({
    personId,
    name,
    seatId: 's01',
    openness: 'open',
    focus: '',
    offers: [],
    needs: [],
    since: '2026-11-24T09:00:00.000Z',
    newcomer: false,
  });

const TABLE = {
  tableId: 't1',
  number: 1,
  pairs: [],
  beginsAt: '2026-11-24T11:15:00.000Z',
};

function guestsNamed(...names: readonly string[]): Guests {
  const people = names.map((name, index) => person(`person-${index}`, name));
  return new Guests(people, []);
}

describe('the board', () => {
  it('offers to ask the room for what enough people are here for, whatever they have said to each other', () => {
    const here = (...openness: readonly ('open' | 'breaks' | 'closed')[]) =>
      Object.fromEntries(
        openness.map((one, n) => [`person-${n}`, { ...person(`person-${n}`, `Person ${n}`), openness: one }]),
      );
    const at = (state: 'proposed' | 'asked', ...people: readonly number[]) => ({
      tables: { t1: hostTable.parse({ ...TABLE, state, people: people.map((n) => `person-${n}`) }) },
      leftOver: {},
    });
    const nobody = at('proposed');
    const cases = [
      { present: here(), lunch: nobody, can: [false, false], because: 'nobody is here' },
      {
        present: here('open', 'breaks', 'breaks'),
        lunch: nobody,
        can: [false, true],
        because: 'who is open in breaks only comes to lunch',
      },
      { present: here('open', 'closed'), lunch: nobody, can: [false, false], because: 'one is closed' },
      { present: here('open', 'open'), lunch: nobody, can: [true, false], because: 'two are no table' },
      {
        present: here('open', 'open', 'open'),
        lunch: at('proposed', 0, 1, 2),
        can: [true, true],
        because: 'a proposal can be made anew',
      },
      {
        present: here('open', 'open', 'open', 'open'),
        lunch: at('asked', 0, 1),
        can: [true, false],
        because: 'who was asked has a table',
      },
    ];

    for (const { because, can, ...view } of cases) {
      const { round, tables } = askable(view);
      assert.deepEqual([round, tables], can, because);
    }
  });

  it('calls people by their first name, and by all of it where two share one', () => {
    const guests = guestsNamed('Ana Martins', 'Ana de Wit', 'Bo Jansen');

    const called = ['person-0', 'person-1', 'person-2'].map((id) => guests.of(id)?.name);

    assert.deepEqual(called, ['Ana Martins', 'Ana de Wit', 'Bo']);
  });

  it('knows nobody who has left', () => {
    assert.equal(guestsNamed('Ana Martins').of('person-9'), undefined);
  });

  it('marks seats with initials, whatever the script', () => {
    const cases = [
      { name: 'Esmée van Wijngaarden', initials: 'EW', because: 'the first and the last name count' },
      { name: 'Tom', initials: 'T', because: 'one name is one letter' },
      { name: '山田 花子', initials: '山花', because: 'a sign is a letter' },
      { name: '  ', initials: '', because: 'nothing is not a fault' },
    ];

    for (const { name, initials, because } of cases) assert.equal(initialsOf(name), initials, because);
  });

  it('shows first who has said yes, and of equals the newest', () => {
    const at = (state: HostState, since: string) => ({ state, since });
    const shown = [
      at('met', '12'),
      at('suggested', '10'),
      at('suggested', '11'),
      at('accepted', '09'),
      at('offered', '13'),
    ];

    const order = shown.sort(byUrgency).map(({ state, since }) => `${state} ${since}`);

    assert.deepEqual(order, ['accepted 09', 'offered 13', 'suggested 11', 'suggested 10', 'met 12']);
  });
});
