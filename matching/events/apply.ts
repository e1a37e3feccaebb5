import type { EngineEvent } from '../types.ts';
import type { Ground, Of } from './ground.ts';
import { forgetHelp, forgetNeed, help } from './helping.ts';
import { answer, answerAtTable, meet, offer, offerTable, value } from './pairs.ts';
import { arrive, changePresence, leave } from './presence.ts';
import { changePerson } from './profile.ts';

/** Forgets a person wholly: profile, presence, document, needs asked and helped with, ties, answers. */
function erase({ personId }: Of<'person.erased'>, ground: Ground): void {
  const { state } = ground;
  const person = state.people.get(personId);
  if (person === undefined) return;
  leave(personId, ground);
  for (const key of [...person.asked]) forgetNeed(key, state);
  for (const key of [...person.helpedWith]) forgetHelp(key, personId, state);
  for (const skill of person.held.keys()) state.holders.release(skill);
  state.associations.replace(person.facts.offers, []);
  for (const other of person.pairs.keys()) state.people.get(other)?.pairs.delete(personId);
  state.house.offered -= person.offered;
  state.house.accepted -= person.accepted;
  state.documents.remove(personId);
  state.graph.erase(personId);
  state.people.delete(personId);
}

/** Carries a checked event into the state. The cost is in proportion to what the event touches. */
export function applyEvent(event: EngineEvent, ground: Ground): void {
  switch (event.type) {
    case 'person.changed':
      ground.state.evidence++;
      changePerson(event, ground);
      break;
    case 'person.erased':
      ground.state.evidence++;
      erase(event, ground);
      break;
    case 'presence.started':
      arrive(event, ground);
      break;
    case 'presence.changed':
      changePresence(event, ground);
      break;
    case 'presence.ended':
      leave(event.personId, ground);
      break;
    case 'pair.offered':
      offer(event, ground);
      break;
    case 'pair.answered':
      answer(event, ground);
      break;
    case 'table.offered':
      offerTable(event, ground);
      break;
    case 'table.answered':
      answerAtTable(event, ground);
      break;
    case 'pair.met':
      meet(event.pair[0], event.pair[1], event.at, 1, ground);
      break;
    case 'pair.valued':
      value(event, ground);
      break;
    case 'need.helped':
      ground.state.evidence++;
      help(event, ground);
      break;
  }
}
