import type { EngineEvent } from '../types.ts';
import { erase } from './erasure.ts';
import type { Ground } from './ground.ts';
import { help } from './helping.ts';
import { answer, answerAtTable, meet, offer, offerTable, value } from './pairs.ts';
import { arrive, changePresence, leave } from './presence.ts';
import { changePerson } from './profile.ts';
import { refusePair } from './refusal.ts';

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
    case 'pair.refused':
      refusePair(event, ground);
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
