import {
  checkInEnded,
  checkInReply,
  checkInRequest,
  checkOutRequest,
  presenceReply,
} from '#contract/checkins';
import { pairing, pairingClaim, pairingRequest, pairingState } from '#contract/devices';
import { seatProposal, seatProposalRequest } from '#contract/introductions';
import { firstVisit, firstVisitReply, passShown, recognised } from '#contract/people';
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
