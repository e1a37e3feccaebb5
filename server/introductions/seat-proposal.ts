import type { Seat } from '#contract/spaces';
import type { SeatProposal } from './contract.ts';

/** Spillovers between strangers fade beyond this (Roche, Oettl, Catalini 2024). */
const NEAR_METRES = 20;

/** The seat to propose: the nearest free one to the best counterpart, or any free one where nobody fits. */
export function proposalOf(
  near: { seat: Seat; metres: number } | undefined,
  anyFree: Seat | undefined,
): SeatProposal {
  const seat = near?.seat ?? anyFree;
  if (!seat) return { near: false };
  return { seatId: seat.id, near: near !== undefined && near.metres <= NEAR_METRES };
}
