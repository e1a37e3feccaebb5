import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Engine, EngineEvent } from '../../matching/index.ts';
import { NOON, testEngine } from './builders.ts';
import { everybody, histories } from './histories.ts';

/** What may come in the place of any value when a caller errs. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, '', Number.NaN, Infinity, -1, 1e308, 1.5, true, {}, [], [null]),
  fc.constantFrom<unknown>('nobody', 'ann', 'x'.repeat(20_001), ['ann', 'ann'], Array(300).fill('vat')),
  fc.anything({ maxDepth: 1 }),
);

/** The ways to the values in something: `person.offers`, `need.text`, … */
function waysIn(value: unknown, way: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [way];
  const deeper = Object.entries(value).flatMap(([key, inner]) => waysIn(inner, [...way, key]));
  return way.length === 0 ? deeper : [way, ...deeper];
}

function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy: unknown = structuredClone(value);
  if (typeof copy === 'object' && copy !== null)
    Reflect.set(copy, key, replaced(Reflect.get(copy, key), rest, by));
  return copy;
}

/** Hands an event to the engine as a caller without types would. */
function hand(engine: Engine, event: unknown): void {
  Reflect.apply(engine.apply, engine, [event]);
}

const bytes = (engine: Engine) => JSON.stringify(engine.snapshot());

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

/** Applies what can be; says whether it was. @throws what is no refusal that names a field, or one that left a trace. */
function isTaken(engine: Engine, event: unknown): boolean {
  const before = bytes(engine);
  try {
    hand(engine, event);
    return true;
  } catch (error) {
    assert.ok(error instanceof RangeError, `${JSON.stringify(event)}: ${error}`);
    assert.match(error.message, /^[a-zA-Z.]+: /);
    assert.equal(bytes(engine), before, 'a refused event left a trace');
    return false;
  }
}

function live(engine: Engine, events: readonly EngineEvent[]): void {
  for (const event of events) isTaken(engine, event);
}

describe('an event with anything in the place of any of its values', () => {
  it('is refused by the name of a field and leaves no trace, or is an event like any other', () => {
    const refused = new Set<string>();
    fc.assert(
      fc.property(
        histories,
        fc.array(fc.tuple(fc.nat(), fc.nat(), junk), { minLength: 12, maxLength: 12 }),
        (events, errors) => {
          const engine = testEngine();
          live(engine, events.slice(0, 20));
          for (const [i, [which, where, value]] of errors.entries()) {
            const event = { ...(events[which % events.length] ?? events[0]), id: `mangled-${i}` };
            const ways = waysIn(event).filter(([first]) => first !== 'id');
            const way = ways[where % ways.length] ?? [];
            if (!isTaken(engine, replaced(event, way, value))) refused.add(way.join('.'));
          }
          for (const id of everybody) {
            try {
              engine.suggest(id, { at: NOON, limit: 3 });
            } catch (error) {
              assert.match(String(error), /^RangeError: personId: nobody is known/);
            }
          }
        },
      ),
      { seed: 99, numRuns: 400 },
    );
    assert.ok(refused.size > 20, `only ${[...refused]} were ever refused`);
  });

  it('keeps every strength in bounds when the clock goes back and forth', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat({ max: 2 * NOON }), { minLength: 50 }), (events, clock) => {
        const engine = testEngine();
        live(
          engine,
          events.map((event, i) => ({ ...event, at: clock[i] ?? NOON })),
        );

        const known = engine.snapshot();
        const shown = everybody.flatMap((id) => {
          const isKnown = engine.graph.hasNode(`person:${id}`);
          return isKnown ? engine.suggest(id, { at: NOON, limit: 5 }) : [];
        });

        // JSON would write NaN and Infinity as null, so numbers are looked at one by one.
        const numbers = [known, shown].flatMap(numbersIn);
        assert.ok(numbers.every((number) => Number.isFinite(number)));
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});
