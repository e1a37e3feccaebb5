import { sessionRequest, sessionStarted, whoami } from '#contract/auth';
import {
  checkInChange,
  checkInEnded,
  checkIn as checkInNow,
  checkInReply,
  checkInRequest,
  checkOutRequest,
  presenceReply,
} from '#contract/checkins';
import {
  device,
  deviceList,
  pairing,
  pairingClaim,
  pairingRequest,
  pairingState,
  pairRequest,
} from '#contract/devices';
import {
  answer,
  outcome,
  roundDecision,
  roundOffered,
  roundProposed,
  seatProposal,
  seatProposalRequest,
  valuation,
} from '#contract/introductions';
import { proposedTables, tablesAsked, tablesToAsk } from '#contract/lunches';
import {
  firstVisit,
  firstVisitReply,
  ownProfile,
  passShown,
  profileChange,
  recognised,
} from '#contract/people';
import { done } from '#contract/platform';
import { drawn, drawRequest } from '#contract/seat-fund';
import { proposalReply, proposalRequest, skillNames } from '#contract/skills';
import { endpoint } from './call.ts';

/** All that the surfaces ask of the server, by the sentence that asks it. */

export const announceDevice = endpoint({
  method: 'POST',
  path: '/pairings',
  body: pairingRequest,
  reply: pairing,
});

export const claimPairing = endpoint({
  method: 'POST',
  path: '/pairings/claims',
  body: pairingClaim,
  reply: pairingState,
});

export const recognise = endpoint({
  method: 'POST',
  path: '/people/recognitions',
  body: passShown,
  reply: recognised,
});

export const register = endpoint({
  method: 'POST',
  path: '/people',
  body: firstVisit,
  reply: firstVisitReply,
});

export const presenceOf = endpoint({ method: 'GET', path: '/presences/:personId', reply: presenceReply });

export const checkIn = endpoint({
  method: 'POST',
  path: '/check-ins',
  body: checkInRequest,
  reply: checkInReply,
});

export const checkOut = endpoint({
  method: 'POST',
  path: '/check-outs',
  body: checkOutRequest,
  reply: checkInEnded,
});

export const proposeSeat = endpoint({
  method: 'POST',
  path: '/seat-proposals',
  body: seatProposalRequest,
  reply: seatProposal,
});

export const proposeSkills = endpoint({
  method: 'POST',
  path: '/skills/proposals',
  body: proposalRequest,
  reply: proposalReply,
});

/** Every skill's name in `query.language`. */
export const nameSkills = endpoint({ method: 'GET', path: '/skills/names', reply: skillNames });

export const startSession = endpoint({
  method: 'POST',
  path: '/sessions',
  body: sessionRequest,
  reply: sessionStarted,
});

/** Who is signed in here. */
export const currentSession = endpoint({ method: 'GET', path: '/sessions/current', reply: whoami });

export const endSession = endpoint({ method: 'DELETE', path: '/sessions/current', reply: done });

export const changeCheckIn = endpoint({
  method: 'PATCH',
  path: '/check-ins/:checkInId',
  body: checkInChange,
  reply: checkInNow,
});

export const leave = endpoint({ method: 'POST', path: '/check-ins/:checkInId/end', reply: checkInEnded });

/** The day's coffee or lunch. */
export const takeTreat = endpoint({ method: 'POST', path: '/fund/draws', body: drawRequest, reply: drawn });

export const changeProfile = endpoint({
  method: 'PATCH',
  path: '/people/me',
  body: profileChange,
  reply: ownProfile,
});

export const answerIntroduction = endpoint({
  method: 'POST',
  path: '/introductions/:introductionId/answers',
  body: answer,
  reply: done,
});

export const tellOutcome = endpoint({
  method: 'POST',
  path: '/introductions/:introductionId/outcomes',
  body: outcome,
  reply: done,
});

export const valueIntroduction = endpoint({
  method: 'POST',
  path: '/introductions/:introductionId/valuations',
  body: valuation,
  reply: done,
});

export const offerIntroduction = endpoint({
  method: 'POST',
  path: '/introductions/:introductionId/offer',
  reply: done,
});

export const proposeRound = endpoint({ method: 'POST', path: '/rounds', reply: roundProposed });

export const decideRound = endpoint({
  method: 'POST',
  path: '/rounds/decisions',
  body: roundDecision,
  reply: roundOffered,
});

export const proposeTables = endpoint({ method: 'POST', path: '/lunch-tables', reply: proposedTables });

export const askTables = endpoint({
  method: 'POST',
  path: '/lunch-table-questions',
  body: tablesToAsk,
  reply: tablesAsked,
});

export const dropTable = endpoint({ method: 'DELETE', path: '/lunch-tables/:tableId', reply: done });

export const answerTable = endpoint({
  method: 'POST',
  path: '/lunch-tables/:tableId/answers',
  body: answer,
  reply: done,
});

export const tellLunch = endpoint({
  method: 'POST',
  path: '/lunch-tables/:tableId/outcomes',
  body: outcome,
  reply: done,
});

export const listDevices = endpoint({ method: 'GET', path: '/devices', reply: deviceList });

export const pairDevice = endpoint({ method: 'POST', path: '/devices', body: pairRequest, reply: device });

export const revokeDevice = endpoint({ method: 'DELETE', path: '/devices/:deviceId', reply: done });
