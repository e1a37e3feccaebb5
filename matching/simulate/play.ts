import {
  createEngine,
  createVocabulary,
  type EngineEvent,
  type EngineSettings,
  type Suggestion,
} from '../index.ts';
import { DAY, HOUR } from '../state/evidence.ts';
import { createAgenda } from './agenda.ts';
import { createHost, type DayNeeds, SPACE } from './host.ts';
import type { FirstVisit, TownRecord } from './record.ts';
import { populate } from './townspeople.ts';
import { townEntries } from './trades.ts';
import { type Visit, visitsOf } from './visits.ts';

/** A Monday. */
const FIRST_DAY = Date.UTC(2026, 2, 2);
const TWENTY_MINUTES = 1 / 3;

/** A town to be played: the same seed is the same people with the same days, whatever the settings. */
export interface Town {
  seed: number;
  /** Opening days, Monday to Friday. */
  days: number;
  teams: number;
  settings?: Partial<EngineSettings>;
  /** Told of everything that happens and is suggested, in order. */
  watch?: { happened(event: EngineEvent): void; suggested(suggestion: Suggestion): void };
}

const midnightOf = (day: number) => FIRST_DAY + (day + 2 * Math.floor(day / 5)) * DAY;

/** Plays a town through the engine's public API. */
export function playTown({ seed, days, teams, settings = {}, watch }: Town): TownRecord {
  const engine = createEngine({ vocabulary: createVocabulary(townEntries()), seed, settings });
  const people = populate(seed, { teams, days });
  const record: TownRecord = { offers: [], firstVisits: [], daysPresent: new Map() };
  let events = 0;
  for (let day = 0; day < days; day++) {
    const midnight = midnightOf(day);
    const instant = (hour: number) => midnight + hour * HOUR;
    playDay(visitsOf(people, day, seed), {
      day,
      seed,
      engine,
      record,
      midnight,
      instant,
      agenda: createAgenda(),
      tell(hour, happening) {
        const event: EngineEvent = { ...happening, id: `event ${++events}`, at: instant(hour) };
        engine.apply(event);
        watch?.happened(event);
      },
      watch: (suggestion) => watch?.suggested(suggestion),
    });
  }
  return record;
}

function playDay(visits: readonly Visit[], needs: DayNeeds): void {
  const { agenda, record, tell } = needs;
  const host = createHost(needs);
  for (const visit of visits) {
    const { personId } = visit.person.facts;
    agenda.add(visit.arrives, (hour) => {
      const daysBefore = record.daysPresent.get(personId) ?? 0;
      record.daysPresent.set(personId, daysBefore + 1);
      if (daysBefore === 0) tell(hour, { type: 'person.changed', person: visit.person.facts });
      tell(hour, arrivalOf(visit, needs));
      host.arrive(visit);
      if (daysBefore === 0) followFirst(visit, needs, host.isOpen);
      host.arrange(hour, personId);
    });
    for (const { hour, openness } of visit.changes)
      agenda.add(hour, (then) => {
        tell(then, { type: 'presence.changed', personId, openness, focus: visit.focus });
        host.turn(then, personId, openness === 'open');
      });
    agenda.add(visit.leaves, (hour) => {
      tell(hour, { type: 'presence.ended', personId });
      host.leave(personId);
    });
  }
  agenda.run();
}

function arrivalOf({ person, openness, focus, until }: Visit, { instant }: DayNeeds) {
  return {
    type: 'presence.started',
    personId: person.facts.personId,
    spaceId: SPACE,
    openness,
    focus,
    ...(until === undefined ? {} : { until: instant(until) }),
  } as const;
}

/** Watches somebody's first twenty minutes: does anybody fit, caps aside, and when is the first offer? */
function followFirst(
  visit: Visit,
  { agenda, engine, record, instant, day }: DayNeeds,
  isOpen: (id: string) => boolean,
) {
  const { personId } = visit.person.facts;
  if (!isOpen(personId)) return;
  const somebodyFits = (hour: number) => engine.suggest(personId, { at: instant(hour), limit: 1 }).length > 0;
  const fitsAtOnce = somebodyFits(visit.arrives);
  agenda.add(visit.arrives + TWENTY_MINUTES, (hour) => {
    if (!isOpen(personId)) return;
    const first = record.offers.find(
      (offer) => offer.day === day && offer.suggestion.pair.includes(personId),
    );
    const found: FirstVisit = {
      personId,
      day,
      anybodyFits: fitsAtOnce || first !== undefined || somebodyFits(hour),
    };
    if (first !== undefined) found.minutes = (first.hour - visit.arrives) * 60;
    record.firstVisits.push(found);
  });
}
