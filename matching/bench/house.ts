import { chance } from '../chance.ts';
import {
  createEngine,
  createVocabulary,
  type Engine,
  type EngineEvent,
  type Shown,
  type SkillEntry,
} from '../index.ts';
import { DAY } from '../state/evidence.ts';
import { timed } from './measure.ts';

/** The instant at which the house is looked at. */
export const NOW = Date.UTC(2026, 3, 14, 12);
/** The space that everybody is in. */
export const SPACE = 'bench';

/** Skills of the vocabulary, and people present, of a large house. */
export const SKILLS = 14_000;
export const HERE = 1000;

/** How large a made-up house is. */
export interface HouseSize {
  /** People known to the engine. */
  network: number;
  /** Of these, how many are present. */
  room: number;
  /** Which: a fair sample of all, or the first, who have helped most and asked most. */
  who: 'anybody' | 'helpers';
  /** Past needs somebody helped with. */
  needs: number;
}

/** A vocabulary of families of ten under one parent each. */
function benchEntries(count: number): SkillEntry[] {
  return Array.from({ length: count }, (_, i): SkillEntry => {
    const word = `skill${i}`;
    const parent = i % 10 === 0 ? {} : { parent: `s${i - (i % 10)}` };
    return { id: `s${i}`, labels: { en: word, nl: word, ar: word, ja: word }, ...parent };
  });
}

/** Ranks below this are about equally common (Mandelbrot 1953), so that no skill is everybody's. */
const FLAT = 20;

/** A number below `count`, small ones more often (Zipf–Mandelbrot, exponent 1), the same for the same text. */
function zipf(text: string, count: number): number {
  return Math.min(count - 1, Math.floor(FLAT * ((count / FLAT + 1) ** chance(text) - 1)));
}

/** Some skills of a vocabulary, common ones more often; the same for the same text. */
export const skillsOf = (text: string, count: number, skills: number) =>
  // Strewn over the families, so that common skills are not all kin.
  Array.from({ length: count }, (_, i) => `s${(zipf(`${text}|${i}`, skills) * 7919) % skills}`);

const wordsOf = (text: string, count: number) =>
  Array.from({ length: count }, (_, i) => `word${zipf(`${text}|w${i}`, 5000)}`).join(' ');

/** Somebody of the house, with six offers, two needs and a line about themselves. */
function personChanged(i: number, skills: number, id = `known:${i}`): EngineEvent {
  const person = {
    personId: `p${i}`,
    languages: ['en'] as const,
    offers: skillsOf(`${i}|offers`, 6, skills),
    needs: skillsOf(`${i}|needs`, 2, skills),
    about: wordsOf(`${i}|about`, 12),
    company: `company${i % 97}`,
    consents: true,
  };
  return { type: 'person.changed', id, at: NOW - 100 * DAY, person };
}

/** What the two were told when they were offered to one another. */
const SHOWN: Shown = {
  relevance: [0.6, 0.3],
  surprise: 0.7,
  told: [['offers_what_you_need'], ['speaks_of_it']],
};

/** The number of somebody in the network by their place in the room. */
export function present(place: number, { network, room, who }: HouseSize): number {
  return (place % room) * (who === 'helpers' ? 1 : Math.floor(network / room));
}

/** One event of each kind, of somebody who is here: they leave, change an offer, come again, and meet and help somebody. */
export function eventsOfAVisit(visit: number, size: HouseSize, skills: number): EngineEvent[] {
  const place = visit * 7 + 1;
  const i = present(place, size);
  const own = { id: `p${i}`, other: `p${present(place + 1 + (visit % (size.room - 1)), size)}` };
  const base = (kind: string) => ({ id: `${kind}:${visit}`, at: NOW });
  const known = personChanged(i, skills, `changed:${visit}`);
  const [news = 's0'] = skillsOf(`${visit}|news`, 1, skills);
  if (known.type === 'person.changed') {
    const { offers, about } = known.person;
    known.person = { ...known.person, offers: [...offers.slice(1), news], about: `${about} word${visit}` };
  }
  const focus = { text: wordsOf(`${visit}|changed`, 8), skills: [news] };
  const need = { text: wordsOf(`${visit}|helped`, 10), skills: [news] };
  return [
    { ...base('out'), type: 'presence.ended', personId: own.id },
    known,
    arrival(i, skills, `in:${visit}:again`),
    { ...base('focus'), type: 'presence.changed', personId: own.id, openness: 'open', focus },
    { ...base('offered'), type: 'pair.offered', pair: [own.id, own.other], shown: SHOWN },
    { ...base('answered'), type: 'pair.answered', by: own.id, other: own.other, yes: true },
    { ...base('met'), type: 'pair.met', pair: [own.id, own.other] },
    { ...base('valued'), type: 'pair.valued', by: own.id, other: own.other, useful: true },
    { ...base('helped'), type: 'need.helped', asker: own.other, helper: own.id, need, weight: 1 },
  ];
}

/** Somebody coming in, with something on their mind. */
function arrival(i: number, skills: number, id = `in:${i}`): EngineEvent {
  const focus = { text: wordsOf(`${i}|focus`, 8), skills: skillsOf(`${i}|focus`, 2, skills) };
  const seat = { x: i % 30, y: Math.floor(i / 30), zone: `z${i % 8}` };
  return {
    type: 'presence.started',
    id,
    at: NOW,
    personId: `p${i}`,
    spaceId: SPACE,
    openness: 'open',
    focus,
    seat,
  };
}

/** A need of somebody that somebody helped with, within the last hundred days. */
function helpGiven(i: number, { network }: HouseSize, skills: number): EngineEvent {
  const asker = zipf(`${i}|asker`, network);
  const helper = (asker + 1 + zipf(`${i}|helper`, network - 1)) % network;
  const need = { text: wordsOf(`${i}|need`, 10), skills: skillsOf(`${i}|need`, 2, skills) };
  const at = NOW - Math.floor(chance(`${i}|when`) * 100) * DAY;
  return {
    type: 'need.helped',
    id: `help:${i}`,
    at,
    asker: `p${asker}`,
    helper: `p${helper}`,
    need,
    weight: 1,
  };
}

/** An engine that has lived through a made-up house. */
export function benchEngine(size: HouseSize, skills = 2000): Engine {
  const vocabulary = createVocabulary(benchEntries(skills));
  const engine = createEngine({ vocabulary, seed: 1, settings: { randomShare: 0 } });
  for (let i = 0; i < size.network; i++) engine.apply(personChanged(i, skills));
  for (let i = 0; i < size.needs; i++) engine.apply(helpGiven(i, size, skills));
  for (let place = 0; place < size.room; place++) engine.apply(arrival(present(place, size), skills));
  return engine;
}

/** Asks for somebody of the room, another one each turn; returns how long it took, in ms. */
export const askNext = (engine: Engine, turn: number, size: HouseSize) =>
  timed(() => engine.suggest(`p${present(turn * 7, size)}`, { at: NOW, limit: 3 }));
