import { type Connection, Schema } from 'mongoose';
import type { SpaceId } from '#contract/spaces';
import type { FundPolicy } from './contract.ts';

const required = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;

/** `revision` grows with every change; before the first, absent. */
export type PolicyDocument = FundPolicy & { _id: SpaceId; revision?: number };

const policySchema = new Schema<PolicyDocument>(
  {
    _id: required,
    revision: Number,
    share: number,
    seatCost: number,
    coffeeCost: number,
    lunchCost: number,
    floor: number,
    ceiling: number,
    newcomerReserve: number,
    amberDays: number,
    greenDays: number,
  },
  { versionKey: false },
);

export function createPolicyModel(connection: Connection) {
  return connection.model<PolicyDocument>('fund_policy', policySchema, 'fund_policies');
}

/** Somebody's hold on a free seat, from just before the check-in is written until it ends. */
export interface Claim {
  checkInId: string;
  personId: string;
  newcomer: boolean;
  /** Has the fund paid for it? */
  drawn: boolean;
}

/**
 * Who sits for free in a space: one document, so that one conditional write on its revision decides whether there is
 * a free seat for the next.
 */
export interface SeatsInUseDocument {
  _id: SpaceId;
  revision: number;
  claims: Claim[];
}

const seatsSchema = new Schema<SeatsInUseDocument>(
  {
    _id: required,
    revision: number,
    claims: [
      {
        _id: false,
        checkInId: required,
        personId: required,
        newcomer: { type: Boolean, required: true },
        drawn: { type: Boolean, required: true },
      },
    ],
  },
  { versionKey: false },
);

export function createSeatsInUseModel(connection: Connection) {
  return connection.model<SeatsInUseDocument>('seats_in_use', seatsSchema, 'seats_in_use');
}
