import type { SpaceId } from '#contract/spaces';
import type { SignedWords } from '#platform/signed-word';
import type { Clock } from '#values/clock';
import { conflict, missing } from '#values/errors';
import { wallTime } from '#values/local-time';
import type { NotificationService } from '../notifications/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import type { Approval, Company, CompanyId } from './contract.ts';
import type { ApprovalDocument, CompanyModels } from './model.ts';
import { type CompanyWrites, createCompanyWrites, type Spend, type Taken } from './writes.ts';

interface BudgetingNeeds {
  models: CompanyModels;
  clock: Clock;
  spaces: SpaceService;
  notifications: NotificationService;
  words: SignedWords;
  company(id: CompanyId): Promise<Company>;
}

/** A booking as a budget sees it. `total` is with VAT, in minor units; `at` decides the month. */
export interface Spending {
  companyId: CompanyId;
  bookingId: string;
  total: number;
  at: Date;
}

/** What an approver is told of a booking, or of a change of it. */
export interface Question extends Omit<Spending, 'at'> {
  /** Of a question that is not the booking's first. */
  askId?: string;
  /** What it comes to as it stands, where a change of it is asked about. */
  before?: number;
  /** Who books. */
  booker: string;
  room: string;
  people: number;
  times: readonly { from: Date; to: Date }[];
  /** Until when the booking waits for an answer. */
  until: Date;
}

/** `2026-11`, on the wall of a space. */
const monthOf = (at: Date, timeZone: string) => wallTime(at, timeZone).date.slice(0, 7);

/** Budgets of companies, and the approvers' word on what goes over them. */
export function createBudgeting({ models, clock, spaces, notifications, words, company }: BudgetingNeeds) {
  const writes: CompanyWrites = createCompanyWrites(models);

  async function monthFor(spaceId: SpaceId, at: Date): Promise<string> {
    return monthOf(at, (await spaces.space(spaceId)).timeZone);
  }

  /** @throws DomainError missing `approval_unknown`, for a made-up word as for one that nothing stands behind. */
  async function asked(word: string): Promise<ApprovalDocument> {
    const id = words.idIn(word);
    const found = id === undefined ? null : await writes.approval(id);
    if (!found) throw missing('approval_unknown');
    return found;
  }

  async function viewOf(document: ApprovalDocument): Promise<Approval> {
    // Written before a booking could be asked about again, it has the booking's id and no other.
    const {
      _id,
      bookingId = _id,
      booker,
      room,
      times,
      total,
      before,
      until,
      state,
      companyId,
      spaceId,
    } = document;
    const { timeZone, currency } = await spaces.space(spaceId);
    return {
      bookingId,
      ...(_id === bookingId ? {} : { askId: _id }),
      company: (await company(companyId)).name,
      booker,
      room,
      times: times.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
      timeZone,
      total,
      ...(before === undefined ? {} : { before }),
      currency,
      until: until.toISOString(),
      state: state === 'asked' && until <= clock.now() ? 'lapsed' : state,
    };
  }

  return {
    /** How much of the budget of the month of `at` is taken. */
    async spendingOf({ companyId, spaceId }: Company, at: Date) {
      const month = await monthFor(spaceId, at);
      return { month, taken: await writes.taken(companyId, month) };
    },

    /** Takes what a booking costs out of its month's budget, in place of less; `over` says that the approver has to be asked. */
    async takeBudget({ companyId, bookingId, total, at }: Spending): Promise<Taken> {
      const { spaceId, budget } = await company(companyId);
      const month = await monthFor(spaceId, at);
      return writes.take({ companyId, month, bookingId, total }, budget?.monthly);
    },

    /** Would `takeBudget` find enough of it? */
    async coversInBudget({ companyId, bookingId, total, at }: Spending): Promise<boolean> {
      const { spaceId, budget } = await company(companyId);
      const month = await monthFor(spaceId, at);
      return (
        budget === undefined || (await writes.covers({ companyId, month, bookingId, total }, budget.monthly))
      );
    },

    /** A booking that came to nothing takes nothing. */
    giveBudgetBack: (bookingId: string) => writes.giveBack(bookingId),

    /**
     * Counts a booking at what it is, over the budget or not, and gives back what it took of other months. While it may
     * become another, both are given: of one month the larger counts.
     */
    async countInBudget(bookingId: string, spendings: readonly Spending[]): Promise<void> {
      const months = new Map<string, Spend>();
      for (const { companyId, total, at } of spendings) {
        const { spaceId } = await company(companyId);
        const month = await monthFor(spaceId, at);
        const most = Math.max(total, months.get(month)?.total ?? 0);
        months.set(month, { companyId, month, bookingId, total: most });
      }
      for (const spend of months.values()) await writes.count(spend);
      await writes.giveBack(bookingId, [...months.values()]);
    },

    /** What was asked about a booking needs no answer any more. */
    withdrawApprovals: (bookingId: string) => writes.withdraw(bookingId, clock.now()),

    /** Asks the approver by mail, once by each id. A company without a budget has nobody to ask, and approves. */
    async askApproval(question: Question): Promise<void> {
      const { companyId, bookingId, booker, room, people, times, total, before, until } = question;
      const id = question.askId ?? bookingId;
      const instead = before === undefined ? {} : { before };
      const { spaceId, budget, name } = await company(companyId);
      if (!budget) throw new RangeError(`${companyId} has no budget to be over`);
      const { currency } = await spaces.space(spaceId);
      await writes.ask({
        _id: id,
        bookingId,
        spaceId,
        companyId,
        booker,
        room,
        times: [...times],
        total,
        ...instead,
        until,
        state: 'asked',
      });
      await writes.withdraw(bookingId, clock.now(), id);
      await notifications.send({
        cause: `approval:${id}:asked`,
        spaceId,
        to: budget.approver,
        language: budget.approver.language,
        message: 'approval-asked',
        values: {
          booker,
          company: name,
          room,
          people,
          times: times.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
          total,
          ...instead,
          currency,
          until: until.toISOString(),
          path: `/booking#approval=${words.of(id)}`,
        },
      });
    },

    /** What the holder of a word is asked. @throws DomainError missing `approval_unknown`. */
    approval: async (word: string): Promise<Approval> => viewOf(await asked(word)),

    /**
     * The approver's word; said again, the first stands. It counts once the booking is confirmed by it.
     * @throws DomainError missing `approval_unknown`, conflict `approval_over`.
     */
    async answerApproval(word: string, approve: boolean): Promise<Approval> {
      const { _id, state } = await asked(word);
      const answered = (await writes.answer(_id, approve, clock.now())) ?? (await asked(word));
      if (answered.state !== (approve ? 'approved' : 'declined')) throw conflict('approval_over', { state });
      return viewOf(answered);
    },
  };
}
