import type { BookingId } from '#contract/bookings';
import type { CheckInId, Ending, Focus, Openness } from '#contract/checkins';
import type { DeviceId } from '#contract/devices';
import type { Fact, IntroductionId, RefusalReason } from '#contract/introductions';
import type { InvoiceNumber } from '#contract/invoices';
import type { LunchTableId } from '#contract/lunches';
import type { Consents, PersonId, Profile } from '#contract/people';
import type { SeatId, SpaceId } from '#contract/spaces';

/**
 * Everything that happens in the house, in the past tense. An event is published after its write; `at` is the
 * instant that was written, so that the same events can be told again from the documents.
 */
export interface DomainEvents {
  /** `revision` counts the changes of one person, so that old news never overwrites new. */
  'person.changed': {
    at: Date;
    personId: PersonId;
    revision: number;
    profile: Profile;
    consents: Consents;
    /** Whom they do not want to meet; that is between them and the engine. */
    blocked: readonly PersonId[];
  };
  'checkin.started': {
    at: Date;
    checkInId: CheckInId;
    spaceId: SpaceId;
    personId: PersonId;
    seatId: SeatId;
    openness: Openness;
    focus: Focus;
    until?: Date;
  };
  'checkin.changed': {
    at: Date;
    /** 1 for the first change of this check-in, and so on. */
    change: number;
    checkInId: CheckInId;
    spaceId: SpaceId;
    personId: PersonId;
    openness: Openness;
    focus: Focus;
  };
  'checkin.ended': { at: Date; checkInId: CheckInId; spaceId: SpaceId; personId: PersonId; ending: Ending };
  'introduction.offered': IntroductionEvent & { shown: ShownPair };
  'introduction.answered': IntroductionEvent & { by: PersonId; yes: boolean };
  'introduction.accepted': IntroductionEvent;
  /** `focuses[0]` is what was on the mind of pair[0] when the two were introduced. */
  'introduction.met': IntroductionEvent & { focuses: readonly [Focus, Focus] };
  /** What one of the two says of their talk. */
  'introduction.valued': IntroductionEvent & { by: PersonId; useful: boolean };
  /** A host said "not these two"; `until` is when "not today" is over. */
  'introduction.refused': IntroductionEvent & { reason: RefusalReason; until?: Date; shown: ShownPair };
  /** A suggestion came, or one lapsed or was withdrawn: screens follow, evidence does not. */
  'introduction.listed': IntroductionEvent;
  /** Everybody at a lunch table was asked whether they would sit there. */
  'lunch.asked': LunchEvent;
  'lunch.answered': LunchEvent & { by: PersonId; yes: boolean };
  /** One of a table has said that they talked, after these others. */
  'lunch.talked': LunchEvent & { by: PersonId; others: readonly PersonId[] };
  /** A table was proposed, set, dropped or lapsed: screens follow, evidence does not. */
  'lunch.listed': LunchEvent;
  /** A booking was held, or became something else: screens follow, and what it brings about is done. */
  'booking.changed': {
    at: Date;
    bookingId: BookingId;
    spaceId: SpaceId;
    /** Who took the room, where somebody who is here did. */
    personId?: PersonId;
    /** Is there still something to be done because of it? */
    isDue: boolean;
  };
  'invoice.issued': InvoiceEvent;
  /** Money came in for an invoice; below zero it went back. */
  'invoice.paid': InvoiceEvent & { payment: string; amount: number };
  /** What the seat fund holds, or who sits on its seats, is another than before. */
  'fund.changed': { at: Date; spaceId: SpaceId; personId?: PersonId };
  'device.paired': { at: Date; deviceId: DeviceId; spaceId: SpaceId };
  'device.revoked': { at: Date; deviceId: DeviceId; spaceId: SpaceId };
}

export interface InvoiceEvent {
  at: Date;
  spaceId: SpaceId;
  invoice: InvoiceNumber;
  bookingId?: string;
}

export interface IntroductionEvent {
  at: Date;
  introductionId: IntroductionId;
  spaceId: SpaceId;
  pair: readonly [PersonId, PersonId];
}

export interface LunchEvent {
  at: Date;
  tableId: LunchTableId;
  spaceId: SpaceId;
  /** All who were proposed or asked. */
  people: readonly PersonId[];
}

/** How good a pair looked when it was offered, and which reasons each side was told: what answers are learned from. */
interface ShownPair {
  relevance: readonly [number, number];
  surprise: number;
  told: readonly [readonly Fact['code'][], readonly Fact['code'][]];
}

/** One event with its name, as the bus carries it and histories tell it. */
export type DomainEvent = {
  [Name in keyof DomainEvents]: { name: Name } & DomainEvents[Name];
}[keyof DomainEvents];
