import type { Engine, EngineEvent, PersonId, Suggestion } from '../index.ts';
import type { Agenda } from './agenda.ts';
import { answerOf, crosses, isUseful, meet, type Pairing } from './compatibility.ts';
import type { Offer, TownRecord } from './record.ts';
import type { Visit } from './visits.ts';

/** The one space of the town. */
export const SPACE = 'town';
/** The rules of the house. */
export const PER_DAY = 2;
const A_MINUTE = 1 / 60;
const LAPSE_HOURS = 0.5;
const ON_THE_BOARD = 3;
const MEETING_HOURS = 0.4;

type Happening = EngineEvent extends infer E ? (E extends EngineEvent ? Omit<E, 'id' | 'at'> : never) : never;

/** One day of the house: who is here, and what the day is kept in. */
export interface DayNeeds {
  day: number;
  seed: number;
  engine: Engine;
  agenda: Agenda;
  record: TownRecord;
  /** The instant of local midnight. */
  midnight: number;
  instant(hour: number): number;
  tell(hour: number, happening: Happening): void;
  watch(suggestion: Suggestion): void;
}

const keyOf = (pair: readonly [PersonId, PersonId]) => pair.join(' ');

/**
 * Who is put before whom, as the house does it: on arriving, opening up and after a lapse the engine is asked, three
 * suggestions stand on the board, the first that both are free for is offered, lapses after half an hour, and
 * nobody learns of a no. Caps are counted here anew, so that the engine's own count is checked and not believed.
 */
export function createHost(needs: DayNeeds) {
  const { day, seed, engine, agenda, record, midnight, instant, tell } = needs;
  const here = new Map<PersonId, Visit>();
  const open = new Set<PersonId>();
  const occupied = new Map<PersonId, Offer>();
  const standing = new Map<string, Suggestion>();
  const offersToday = new Map<PersonId, number>();

  const isFree = (id: PersonId) => open.has(id) && !occupied.has(id) && (offersToday.get(id) ?? 0) < PER_DAY;

  function pairingOf(x: PersonId, y: PersonId): Pairing {
    const [first, second] = [here.get(x), here.get(y)];
    if (first === undefined || second === undefined) throw new RangeError('pair: one of the two is away');
    return { x: first, y: second, day, seed };
  }

  function tellOfMeeting(hour: number, offer: Offer, [there, back]: readonly [Pairing, Pairing]): void {
    const { pair } = offer.suggestion;
    offer.isMet = true;
    tell(hour, { type: 'pair.met', pair });
    for (const pairing of [there, back]) {
      const useful = isUseful(pairing);
      offer.isUseful ||= useful;
      const [asker, helper] = [pairing.x.person.facts.personId, pairing.y.person.facts.personId];
      tell(hour, { type: 'pair.valued', by: asker, other: helper, useful });
      tell(hour, { type: 'need.helped', asker, helper, need: pairing.x.focus, weight: useful ? 1 : 0.3 });
    }
  }

  function accept(hour: number, offer: Offer): void {
    const { pair } = offer.suggestion;
    offer.isAccepted = true;
    close(offer);
    const both = [pairingOf(pair[0], pair[1]), pairingOf(pair[1], pair[0])] as const;
    const left = Math.min(both[0].x.leaves, both[0].y.leaves) - hour;
    if (meet(both[0], left))
      agenda.add(hour + Math.min(MEETING_HOURS, left), (then) => tellOfMeeting(then, offer, both));
  }

  function close(offer: Offer): void {
    offer.isOver = true;
    standing.delete(keyOf(offer.suggestion.pair));
    for (const id of offer.suggestion.pair) if (occupied.get(id) === offer) occupied.delete(id);
  }

  function hear(hour: number, offer: Offer, side: 0 | 1, yes: boolean): void {
    if (offer.isOver) return;
    const { pair } = offer.suggestion;
    const [by, other] = side === 0 ? pair : ([pair[1], pair[0]] as const);
    offer.answers[side] = yes;
    tell(hour, { type: 'pair.answered', by, other, yes });
    if (!yes) occupied.delete(by);
    else if (offer.answers.every((answer) => answer === true)) accept(hour, offer);
  }

  function offer(hour: number, suggestion: Suggestion): boolean {
    const { pair, relevance, surprise, reasons } = suggestion;
    if (!pair.every(isFree)) return false;
    const { x, y } = pairingOf(pair[0], pair[1]);
    const made: Offer = {
      suggestion,
      day,
      hour,
      answers: [undefined, undefined],
      crosses: crosses(x.person, y.person),
      isAccepted: false,
      isMet: false,
      isUseful: false,
      isOver: false,
    };
    record.offers.push(made);
    const told = [reasons[0].map(({ code }) => code), reasons[1].map(({ code }) => code)] as const;
    tell(hour, { type: 'pair.offered', pair, shown: { relevance, surprise, told } });
    for (const side of [0, 1] as const) {
      const [me, them] = side === 0 ? pair : ([pair[1], pair[0]] as const);
      const before = offersToday.get(me) ?? 0;
      const answer = answerOf(pairingOf(me, them), before);
      offersToday.set(me, before + 1);
      occupied.set(me, made);
      if (answer !== undefined && answer.after < LAPSE_HOURS)
        agenda.add(hour + answer.after, (then) => hear(then, made, side, answer.yes));
    }
    agenda.add(hour + LAPSE_HOURS, (then) => lapse(then, made));
    return true;
  }

  function lapse(hour: number, offer: Offer): void {
    if (offer.isOver) return;
    close(offer);
    for (const id of offer.suggestion.pair) arrange(hour, id);
  }

  const besides = (id: PersonId) => [...standing.values()].filter(({ pair }) => pair.includes(id));

  function offerWaiting(hour: number, id: PersonId): void {
    const waiting = besides(id).sort((a, b) => b.value - a.value);
    waiting.some((suggestion) => offer(hour, suggestion));
  }

  function arrange(hour: number, id: PersonId): void {
    if (!open.has(id)) return;
    const except = besides(id).flatMap(({ pair }) => pair.filter((other) => other !== id));
    const found = engine.suggest(id, {
      at: instant(hour),
      limit: ON_THE_BOARD,
      day: { since: midnight, perPerson: PER_DAY },
      except,
    });
    found.forEach(needs.watch);
    let hasOffer = false;
    for (const suggestion of found) {
      standing.set(keyOf(suggestion.pair), suggestion);
      hasOffer = hasOffer || offer(hour, suggestion);
    }
    if (hasOffer) return;
    offerWaiting(hour, id);
  }

  /** Once a minute the house looks again for who is new and waits. */
  function lookAgain(hour: number, id: PersonId): void {
    if (!engine.newcomers(SPACE).includes(id)) return;
    if (besides(id).length > 0) offerWaiting(hour, id);
    else arrange(hour, id);
    agenda.add(hour + A_MINUTE, (then) => lookAgain(then, id));
  }

  function withdraw(id: PersonId): void {
    const current = occupied.get(id);
    if (current !== undefined) close(current);
    for (const { pair } of besides(id)) standing.delete(keyOf(pair));
  }

  return {
    here,
    isOpen: (id: PersonId) => open.has(id),
    arrange(hour: number, id: PersonId): void {
      arrange(hour, id);
      lookAgain(hour, id);
    },
    arrive(visit: Visit): void {
      const { personId } = visit.person.facts;
      here.set(personId, visit);
      if (visit.openness === 'open') open.add(personId);
    },
    turn(hour: number, id: PersonId, isOpen: boolean): void {
      if (isOpen) {
        open.add(id);
        arrange(hour, id);
        lookAgain(hour, id);
      } else {
        open.delete(id);
        withdraw(id);
      }
    },
    leave(id: PersonId): void {
      open.delete(id);
      withdraw(id);
    },
  };
}
