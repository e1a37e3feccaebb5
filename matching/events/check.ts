import type { Person, State } from '../state/state.ts';
import type {
  Day,
  EngineEvent,
  Focus,
  PersonFacts,
  PersonId,
  RefusalReason,
  SeatPlace,
  Shown,
} from '../types.ts';
import { LONGEST_TEXT } from '../vocabulary/vocabulary.ts';
import { LANGUAGES } from '../vocabulary/words.ts';
import { MOST_A_DAY } from './pairs.ts';

const MOST_SKILLS = 200;
const MOST_FOCUS_SKILLS = 24;
const REASONS: readonly RefusalReason[] = ['acquainted', 'rivals', 'misfit', 'not_today'];

function refuse(field: string, why: string): never {
  throw new RangeError(`${field}: ${why}`);
}

/** A value as it may be quoted: objects are not, since some of them cannot be. */
const quoted = (value: unknown) =>
  typeof value === 'number' || typeof value === 'string' ? `"${value}"` : `a value of type ${typeof value}`;

/** Whether a value is a number between two others; NaN and what only looks like a number are not. */
function isWithin(value: unknown, low: number, high: number): boolean {
  return typeof value === 'number' && value >= low && value <= high;
}

/** @throws RangeError when the value is no instant: finite, whole or not, and not before 1970. */
export function checkInstant(field: string, at: number): void {
  if (!(Number.isFinite(at) && at >= 0)) refuse(field, `${quoted(at)} is no instant`);
}

function checkId(field: string, id: unknown): void {
  if (typeof id !== 'string' || id === '' || id.length > 200)
    refuse(field, 'an id of 1…200 characters is wanted');
}

function checkIds(field: string, ids: unknown, most: number): void {
  if (!Array.isArray(ids)) refuse(field, 'a list of ids is wanted');
  if (ids.length > most) refuse(field, `more than ${most}`);
  for (const id of ids) checkId(field, id);
}

function checkText(field: string, text: unknown): void {
  if (typeof text !== 'string') refuse(field, 'a text is wanted');
  if (text.length > LONGEST_TEXT) refuse(field, `longer than ${LONGEST_TEXT} characters`);
}

/** @throws RangeError naming what is wrong with a focus. */
export function checkFocus(field: string, focus: Focus): void {
  if (typeof focus !== 'object' || focus === null) refuse(field, 'a focus is wanted');
  checkText(`${field}.text`, focus.text);
  checkIds(`${field}.skills`, focus.skills, MOST_FOCUS_SKILLS);
}

/** The person of that id. @throws RangeError naming the field when nobody has it. */
export function known(field: string, id: PersonId, state: State): Person {
  return state.people.get(id) ?? refuse(field, `nobody is known as ${quoted(id)}`);
}

function checkFacts(facts: PersonFacts): void {
  if (typeof facts !== 'object' || facts === null) refuse('person', 'the facts of a person are wanted');
  checkId('person.personId', facts.personId);
  checkIds('person.languages', facts.languages, LANGUAGES.length);
  checkIds('person.offers', facts.offers, MOST_SKILLS);
  checkIds('person.needs', facts.needs, MOST_SKILLS);
  checkIds('person.blocked', facts.blocked ?? [], 100_000);
  checkText('person.about', facts.about ?? '');
  checkText('person.company', facts.company ?? '');
  if (typeof facts.consents !== 'boolean') refuse('person.consents', 'yes or no is wanted');
}

function checkOpenness(openness: unknown): void {
  if (openness !== 'open' && openness !== 'breaks' && openness !== 'closed')
    refuse('openness', `${quoted(openness)} is none of open, breaks, closed`);
}

function checkPair(field: string, pair: readonly [PersonId, PersonId], state: State): void {
  if (!Array.isArray(pair) || pair.length !== 2) refuse(field, 'two people are wanted');
  const [a, b] = pair;
  known(field, a, state);
  known(field, b, state);
  if (a === b) refuse(field, 'one person twice');
}

function checkReason(reason: unknown): void {
  if (!REASONS.some((one) => one === reason)) refuse('reason', `${quoted(reason)} is none of ${REASONS}`);
}

function checkTable(people: readonly PersonId[], state: State): void {
  if (!Array.isArray(people) || people.length < 2) refuse('people', 'two people at least are wanted');
  for (const id of people) known('people', id, state);
  if (new Set(people).size < people.length) refuse('people', 'one person twice');
}

function checkShown(shown: Shown): void {
  if (typeof shown !== 'object' || shown === null) refuse('shown', 'what was shown is wanted');
  const { relevance, surprise, told } = shown;
  for (const share of [relevance?.[0], relevance?.[1], surprise])
    if (!isWithin(share, 0, 1)) refuse('shown', `${quoted(share)} is not in 0…1`);
  for (const side of [told?.[0], told?.[1]]) {
    if (!Array.isArray(side)) refuse('shown.told', 'a list of codes is wanted');
    for (const code of side) checkId('shown.told', code);
  }
}

/** @throws RangeError when a seat is nowhere. */
function checkSeat(seat: SeatPlace): void {
  const isSomewhere = Number.isFinite(seat?.x) && Number.isFinite(seat?.y);
  if (!isSomewhere || typeof seat.zone !== 'string') refuse('seat', 'no place');
}

/** @throws RangeError naming the day's cap when it cannot be. */
export function checkDay({ since, perPerson }: Day): void {
  checkInstant('day.since', since);
  if (!(Number.isInteger(perPerson) && perPerson >= 0 && perPerson <= MOST_A_DAY))
    refuse('day.perPerson', `${perPerson} is not in 0…${MOST_A_DAY}`);
}

/** @throws RangeError naming the first field of an event that cannot be; nothing has changed then. */
export function checkEvent(event: EngineEvent, state: State): void {
  checkId('id', event.id);
  checkInstant('at', event.at);
  switch (event.type) {
    case 'person.changed':
      checkFacts(event.person);
      break;
    case 'person.erased':
      checkId('personId', event.personId);
      break;
    case 'presence.started':
      known('personId', event.personId, state);
      checkId('spaceId', event.spaceId);
      checkOpenness(event.openness);
      if (event.until !== undefined) checkInstant('until', event.until);
      if (event.seat !== undefined) checkSeat(event.seat);
      checkFocus('focus', event.focus);
      break;
    case 'presence.changed':
      if (known('personId', event.personId, state).presence === undefined)
        refuse('personId', 'is not present');
      checkOpenness(event.openness);
      checkFocus('focus', event.focus);
      break;
    case 'presence.ended':
      known('personId', event.personId, state);
      break;
    case 'pair.offered':
      checkPair('pair', event.pair, state);
      if (event.shown !== undefined) checkShown(event.shown);
      break;
    case 'table.offered':
      checkTable(event.people, state);
      break;
    case 'table.answered':
      if (typeof event.yes !== 'boolean') refuse('yes', 'yes or no is wanted');
      known('by', event.by, state);
      break;
    case 'pair.met':
      checkPair('pair', event.pair, state);
      break;
    case 'pair.refused':
      checkPair('pair', event.pair, state);
      checkReason(event.reason);
      if (event.until !== undefined) checkInstant('until', event.until);
      if (event.shown !== undefined) checkShown(event.shown);
      break;
    case 'pair.valued':
      if (typeof event.useful !== 'boolean') refuse('useful', 'yes or no is wanted');
      known('by', event.by, state);
      checkPair('other', [event.by, event.other], state);
      break;
    case 'pair.answered':
      if (typeof event.yes !== 'boolean') refuse('yes', 'yes or no is wanted');
      known('by', event.by, state);
      checkPair('other', [event.by, event.other], state);
      break;
    case 'need.helped':
      known('asker', event.asker, state);
      checkPair('helper', [event.asker, event.helper], state);
      checkFocus('need', event.need);
      checkText('text', event.text ?? '');
      if (!isWithin(event.weight, 0, 1)) refuse('weight', `${quoted(event.weight)} is not in 0…1`);
      break;
    default:
      refuse('type', 'no event is of that type');
  }
}
