import { type Connection, Schema } from 'mongoose';
import type { SpaceId } from '#contract/spaces';
import type { Language } from '#values/locale';
import type { ApprovalState, BookerId, Company, CompanyId } from './contract.ts';

export type CompanyDocument = Omit<Company, 'companyId'> & {
  _id: CompanyId;
  /** By what it is known again: its VAT number, its name and country, or a consumer's address. One each, by index. */
  identity: string;
};

export interface BookerDocument {
  _id: BookerId;
  spaceId: SpaceId;
  companyId: CompanyId;
  name: string;
  /** In small letters; one booker each, by index, so that a link signs in one person. */
  email: string;
  language: Language;
}

/** What a company has booked in one month of the wall; `_id` is `<companyId>:<month>`. */
export interface MonthDocument {
  _id: string;
  taken: number;
  bookings: { bookingId: string; total: number }[];
}

/**
 * A booking over the budget, or a change of one, and the approver's word on it. `_id` is the booking's id when it is
 * first asked about, and an id of the question's own after that.
 */
export interface ApprovalDocument {
  _id: string;
  bookingId: string;
  spaceId: SpaceId;
  companyId: CompanyId;
  booker: string;
  room: string;
  times: { from: Date; to: Date }[];
  total: number;
  before?: number;
  until: Date;
  state: Exclude<ApprovalState, 'lapsed'>;
}

const required = { type: String, required: true } as const;
const amount = { type: Number, required: true } as const;
const instant = { type: Date, required: true } as const;
const PLAIN = { versionKey: false } as const;

const budget = {
  monthly: amount,
  approver: { name: required, address: required, language: required },
};

const companies = new Schema<CompanyDocument>(
  {
    _id: required,
    spaceId: required,
    identity: required,
    kind: required,
    name: required,
    address: { type: { _id: false, street: String, postcode: String, city: String, country: String } },
    vatNumber: String,
    orderNeeded: { type: Boolean, required: true },
    costCentres: { type: [String], required: true },
    naming: required,
    collective: { type: Boolean, required: true },
    rates: [{ _id: false, roomId: String, share: amount }],
    budget: { type: new Schema(budget, { _id: false }) },
  },
  PLAIN,
);
companies.index({ spaceId: 1, identity: 1 }, { unique: true });

const bookers = new Schema<BookerDocument>(
  {
    _id: required,
    spaceId: required,
    companyId: required,
    name: required,
    email: required,
    language: required,
  },
  PLAIN,
);
bookers.index({ spaceId: 1, email: 1 }, { unique: true });
bookers.index({ companyId: 1 });

const months = new Schema<MonthDocument>(
  { _id: required, taken: amount, bookings: [{ _id: false, bookingId: required, total: amount }] },
  PLAIN,
);
months.index({ 'bookings.bookingId': 1 });

const approvals = new Schema<ApprovalDocument>(
  {
    _id: required,
    spaceId: required,
    companyId: required,
    booker: required,
    room: required,
    times: [{ _id: false, from: instant, to: instant }],
    bookingId: required,
    total: amount,
    before: Number,
    until: instant,
    state: required,
  },
  PLAIN,
);
approvals.index({ bookingId: 1 });

export function createCompanyModels(connection: Connection) {
  return {
    Companies: connection.model<CompanyDocument>('company', companies, 'companies'),
    Bookers: connection.model<BookerDocument>('booker', bookers, 'bookers'),
    Months: connection.model<MonthDocument>('budget_month', months, 'budget_months'),
    Approvals: connection.model<ApprovalDocument>('approval', approvals, 'approvals'),
  };
}

export type CompanyModels = ReturnType<typeof createCompanyModels>;

export function companyOf({ _id, identity: _identity, ...rest }: CompanyDocument): Company {
  return { companyId: _id, ...rest };
}
