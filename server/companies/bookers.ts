import type { SpaceId } from '#contract/spaces';
import { isDuplicate } from '#platform/duplicate-key';
import { newId } from '#platform/tokens';
import type { Actor } from '#values/actor';
import { type Clock, later, MINUTE } from '#values/clock';
import { conflict, missing } from '#values/errors';
import type { Language } from '#values/locale';
import type { AuthService } from '../auth/service.ts';
import type { NotificationService } from '../notifications/service.ts';
import {
  type Billing,
  type Booker,
  type BookerId,
  bookerId,
  type Company,
  type CompanyId,
  type NewBooker,
} from './contract.ts';
import type { BookerDocument, CompanyModels } from './model.ts';

interface BookerNeeds {
  models: CompanyModels;
  clock: Clock;
  notifications: NotificationService;
  auth: AuthService;
}

const SIGN_IN_MINUTES = 30;

const bookerOf = ({ _id, companyId, name, email, language }: BookerDocument): Booker => ({
  bookerId: _id,
  companyId,
  name,
  email,
  language,
});

/** Who books for companies, and how they sign in. */
export function createBookers({ models: { Bookers }, clock, notifications, auth }: BookerNeeds) {
  return {
    /** The company that a signed-in booker books for. */
    async companyOf({ role, id }: Actor): Promise<CompanyId | undefined> {
      if (role !== 'booker') return undefined;
      return (await Bookers.findById(id).lean<BookerDocument>())?.companyId;
    },

    async isBooker(id: string, companyId: CompanyId): Promise<boolean> {
      return (await Bookers.exists({ _id: bookerId.parse(id), companyId })) !== null;
    },

    async of({ companyId }: Company): Promise<Booker[]> {
      const found = await Bookers.find({ companyId }).sort({ name: 1 }).lean<BookerDocument[]>();
      return found.map(bookerOf);
    },

    /** @throws DomainError conflict `booker_exists` where the address books already, here or elsewhere. */
    async add({ companyId, spaceId }: Company, { bookerId: _id, ...booker }: NewBooker): Promise<Booker> {
      const email = booker.email.toLowerCase();
      const document: BookerDocument = { _id, spaceId, companyId, ...booker, email };
      try {
        await Bookers.insertOne(document);
      } catch (fault) {
        if (!isDuplicate(fault)) throw fault;
        if (!(await Bookers.exists({ _id, companyId, email }))) throw conflict('booker_exists');
      }
      return bookerOf(document);
    },

    /** Takes a booker out, with every session and link of theirs. @throws DomainError missing `booker_unknown`. */
    async remove({ companyId }: Company, id: BookerId): Promise<void> {
      const removed = await Bookers.findOneAndDelete({ _id: id, companyId });
      if (!removed) throw missing('booker_unknown');
      await auth.endAll({ role: 'booker', subjectId: id });
    },

    /** Whoever brought a company in may sign in for it, unless their address already books for another. */
    async welcomeFirst({ companyId, spaceId }: Company, billing: Billing, language: Language): Promise<void> {
      if (billing.kind === 'consumer') return;
      const _id = bookerId.parse(newId());
      const email = billing.email.toLowerCase();
      try {
        await Bookers.insertOne({ _id, spaceId, companyId, name: billing.attention, email, language });
      } catch (fault) {
        if (!isDuplicate(fault)) throw fault;
      }
    },

    /**
     * Mails a booker the link to sign in. Whether the address is known is told to nobody but its owner; one mail a
     * minute at most, so that nobody's mailbox is flooded by strangers.
     */
    async mailLink(spaceId: SpaceId, email: string): Promise<void> {
      const found = await Bookers.findOne({ spaceId, email: email.toLowerCase() }).lean<BookerDocument>();
      if (!found) return;
      const { _id, name, email: address, language } = found;
      const now = clock.now();
      const { token } = await auth.createLink({ role: 'booker', subjectId: _id, spaceId }, SIGN_IN_MINUTES);
      await notifications.send({
        cause: `booker:${_id}:link:${Math.floor(now.getTime() / MINUTE)}`,
        spaceId,
        to: { name, address },
        language,
        message: 'sign-in-link',
        values: {
          path: `/booking#link=${token}`,
          until: later(now, SIGN_IN_MINUTES * MINUTE).toISOString(),
        },
      });
    },
  };
}
