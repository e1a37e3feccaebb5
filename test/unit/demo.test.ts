import assert from 'node:assert/strict';
import type { Fact, PersonalIntroduction } from '#contract/introductions';
import { skillId } from '#contract/skills';
import type { RealHelp, RealNeed, Records } from '../../server/sample-data/benchmark.ts';
import { TODAY, type Visit } from '../../server/sample-data/day.ts';
import { dataDay, offersBefore } from '../../server/sample-data/from-data.ts';
import { madeUpName } from '../../server/sample-data/made-up-name.ts';
import { readOptions } from '../../server/sample-data/options.ts';
import { factInEnglish } from '../../server/sample-data/reading.ts';
import { inclination, readTown, townDay } from '../../server/sample-data/town.ts';

const needOf = (id: string, t: number, asker: string, tags: string[]): RealNeed => ({
  id,
  t,
  asker,
  tags,
  community: 'beer',
  title: `What about ${tags.join(' and ')}?`,
});
const helpOf = (need: string, helper: string, t: number): RealHelp => ({ need, helper, t });

/** On day 2 Ada asks about storage; Bo had helped with it before, Cy helps for the first time. */
function tinyRecords(): Records {
  return {
    needs: [
      needOf('n1', 0.5, 'beer:1', ['storage', 'pale-ale']),
      needOf('n2', 1.2, 'beer:1', ['storage']),
      needOf('n3', 2.4, 'beer:4', ['storage']),
      needOf('n4', 2.9, 'beer:4', ['glassware']),
    ],
    helps: [
      helpOf('n1', 'beer:2', 0.6),
      helpOf('n2', 'beer:2', 1.3),
      helpOf('n2', 'beer:1', 1.4),
      helpOf('n3', 'beer:3', 2.5),
      helpOf('n3', 'beer:2', 2),
      helpOf('n4', 'beer:5', 7),
    ],
  };
}

const spans = (visits: readonly Visit[]) =>
  visits.map(({ person, arrives, leaves }) => [person.personId, arrives, leaves]);

const introductionOf = (facts: Partial<PersonalIntroduction>): PersonalIntroduction =>
  ({
    introductionId: 'i1',
    state: 'offered',
    forYou: [],
    forThem: [],
    shared: [],
    ...facts,
  }) as PersonalIntroduction;

describe('a day of the written town', () => {
  it('is the same for the same seed, and another for another', () => {
    const town = readTown();

    assert.deepEqual(townDay(town, 'a').visits, townDay(town, 'a').visits);
    assert.notDeepEqual(spans(townDay(town, 'a').visits), spans(townDay(town, 'b').visits));
  });

  it('brings those whose day it is, within the opening hours, near their own hour', () => {
    const town = readTown();
    const around = new Map(town.map(({ id, habits }) => [id, habits.arrivesAround]));

    const { visits } = townDay(town, 'a');

    assert(visits.length >= 30, `${visits.length} come`);
    const due = new Set(town.filter(({ habits }) => habits.days.includes(TODAY.weekday)).map(({ id }) => id));
    assert(visits.every(({ person }) => due.has(person.personId)));
    for (const { person, arrives, leaves } of visits) {
      const [hours = 0, minutes = 0] = (around.get(person.personId) ?? '').split(':').map(Number);
      assert(Math.abs(arrives - hours * 60 - minutes) <= 20, `${person.personId} comes at ${arrives}`);
      assert(TODAY.opens < arrives && arrives < leaves && leaves < TODAY.closes);
    }
  });

  it('changes minds only while people are here', () => {
    const { visits } = townDay(readTown(), 'a');

    const changes = visits.flatMap((visit) => visit.changes.map(({ minute }) => ({ minute, visit })));

    assert(changes.length > 0);
    for (const { minute, visit } of changes) assert(visit.arrives < minute && minute < visit.leaves);
  });

  it('answers by how well the reasons fit, and by mood', () => {
    const vat = skillId.parse('vat');
    const fits = introductionOf({ forYou: [{ code: 'offers_what_you_need', need: vat, offer: vat }] });
    const weak = introductionOf({ shared: [{ code: 'another_trade' }] });

    assert(inclination(fits, 0.5) > inclination(weak, 0.5));
    assert(inclination(weak, 0.9) > inclination(weak, 0.1));
  });
});

describe('a day of real records', () => {
  it('offers what somebody helped with before that day, most often first', () => {
    const offers = offersBefore(tinyRecords(), 2);

    assert.deepEqual(Object.fromEntries(offers), { 'beer:2': ['storage', 'pale-ale'] });
  });

  const times = [
    { day: 0, knows: [], because: 'nothing was before the first day' },
    { day: 0.6, knows: [], because: 'a help at that very instant is not before it' },
    { day: 1, knows: ['beer:2'], because: 'the first help was' },
    { day: 2.6, knows: ['beer:2', 'beer:3'], because: 'helping oneself is no offer' },
    { day: 8, knows: ['beer:2', 'beer:3', 'beer:5'], because: 'now all of it was' },
  ];
  for (const { day, knows, because } of times)
    it(`knows ${knows.length} helpers before day ${day}: ${because}`, () => {
      assert.deepEqual([...offersBefore(tinyRecords(), day).keys()].sort(), knows);
    });

  it('never knows more because of what happened at or after that day', () => {
    const records = tinyRecords();
    const past = { ...records, helps: records.helps.filter(({ t }) => t < 2) };

    const known = dataDay(records, 2, 'a').visits.map(({ person }) => person.offerWords);
    const expected = offersBefore(past, 2);

    assert(known.flat().length > 0);
    for (const { person } of dataDay(records, 2, 'a').visits)
      assert.deepEqual(
        person.offerWords,
        (expected.get(person.personId.replace('-', ':')) ?? []).map((tag) => tag.replace('-', ' ')),
      );
  });

  it('takes no kind of post for something one can help with', () => {
    const records = tinyRecords();
    const needs = records.needs.map((need) => ({
      ...need,
      tags: ['discussion', 'status-completed', ...need.tags],
    }));

    assert.deepEqual(offersBefore({ ...records, needs }, 2), offersBefore(records, 2));
  });

  it('brings the asker with the question, its helpers, and whoever was active before', () => {
    const { visits, reallyHelped } = dataDay(tinyRecords(), 2, 'a');

    const asker = visits.find(({ person }) => person.personId === 'beer-4');
    assert.deepEqual(asker?.mind, { text: 'What about storage?', tags: ['storage'] });
    assert.deepEqual(
      asker.changes.map(({ mind }) => mind?.text),
      ['What about glassware?'],
    );
    assert.deepEqual(visits.map(({ person }) => person.personId).sort(), [
      'beer-1',
      'beer-2',
      'beer-3',
      'beer-4',
      'beer-5',
    ]);
    assert.equal(reallyHelped?.(['beer-3', 'beer-4']), true);
    assert.equal(reallyHelped?.(['beer-2', 'beer-5']), false);
  });

  it('is the same for the same seed', () => {
    assert.deepEqual(dataDay(tinyRecords(), 2, 'a').visits, dataDay(tinyRecords(), 2, 'a').visits);
  });

  it('never plans more people than there are seats', () => {
    const needs = Array.from({ length: 60 }, (_, n) => needOf(`n${n}`, 1.5, `beer:${n}`, ['storage']));
    const helps = needs.map(({ id }, n) => helpOf(id, `beer:${n + 100}`, 1.6));

    const { visits } = dataDay({ needs, helps }, 1, 'a');

    for (let minute = TODAY.opens; minute < TODAY.closes; minute++) {
      const here = visits.filter(({ arrives, leaves }) => arrives <= minute && minute < leaves);
      assert(here.length <= 34, `${here.length} at ${minute}`);
    }
  });

  it('makes up one name for an id, and keeps it', () => {
    assert.equal(madeUpName('beer:1'), madeUpName('beer:1'));
    assert.match(madeUpName('beer:2'), /^\p{L}+ \p{L}+$/u);
  });
});

describe('what a reader of the demonstration sees', () => {
  const vat = skillId.parse('vat');
  const tax = skillId.parse('income-tax-return');
  const names = { helper: 'Bo', helped: 'Ada' };
  const facts: { fact: Fact; reads: RegExp }[] = [
    { fact: { code: 'offers_what_you_need', need: vat, offer: vat }, reads: /^Bo can help Ada with vat$/ },
    { fact: { code: 'offers_what_you_need', need: vat, offer: tax }, reads: /offers income-tax-return/ },
    { fact: { code: 'speaks_of_it', words: ['cask', 'ale'] }, reads: /Bo talks about .* cask, ale$/ },
  ];
  for (const { fact, reads } of facts)
    it(`reads ${fact.code} as ${reads}`, () => {
      assert.match(
        factInEnglish(fact, names, (skill) => skill),
        reads,
      );
    });

  const wrong = [
    { typed: ['--speed', 'fast'], says: /--speed/ },
    { typed: ['--port', '70000'], says: /--port/ },
    { typed: ['--sped', '2'], says: /--sped/ },
  ];
  for (const { typed, says } of wrong)
    it(`refuses ${typed.join(' ')} in words that name it`, () => {
      assert.throws(() => readOptions(typed), says);
    });

  it('takes six minutes a day, unless another speed is chosen', () => {
    const day = TODAY.closes - TODAY.opens;

    assert.equal(Math.round(day / readOptions([]).speed), 6);
    assert.equal(readOptions(['--speed', '120']).speed, 120);
  });
});
