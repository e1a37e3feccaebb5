import type { Connection } from 'mongoose';
import type { SpaceId } from '#contract/spaces';
import { isDuplicate } from '#platform/duplicate-key';
import { signedWords } from '#platform/signed-word';
import { newId } from '#platform/tokens';
import { type Actor, isForeign } from '#values/actor';
import type { Clock } from '#values/clock';
import { conflict, missing } from '#values/errors';
import type { Language } from '#values/locale';
import type { AuthService } from '../auth/service.ts';
import type { NotificationService } from '../notifications/service.ts';
import type { SpaceService } from '../spaces/service.ts';
import { createBookers } from './bookers.ts';
import { createBudgeting } from './budgeting.ts';
import {
  type Billing,
  type Company,
  type CompanyChange,
  type CompanyDetail,
  type CompanyId,
  companyId,
  type NewCompany,
} from './contract.ts';
import { type CompanyDocument, companyOf, createCompanyModels } from './model.ts';
import { assertOrder, identityOf, identityOfPayer, rateFor, updateOf, usualTerms } from './terms.ts';

interface CompanyNeeds {
  connection: Connection;
  clock: Clock;
  spaces: SpaceService;
  notifications: NotificationService;
  auth: AuthService;
  secret: string;
}

export type CompanyService = ReturnType<typeof createCompanyService>;

/** Who pays: companies and their bookers, what is agreed with them, and consumers as customers of their own. */
export function createCompanyService(needs: CompanyNeeds) {
  const { connection, clock, spaces, notifications, auth, secret } = needs;
  const models = createCompanyModels(connection);
  const { Companies } = models;
  const words = signedWords(secret, 'approval');
  const bookers = createBookers({ models, clock, notifications, auth });
  const budgeting = createBudgeting({ models, clock, spaces, notifications, words, company });

  /** @throws DomainError missing `company_unknown`. */
  async function company(id: CompanyId): Promise<Company> {
    const found = await Companies.findById(id).lean<CompanyDocument>();
    if (!found) throw missing('company_unknown');
    return companyOf(found);
  }

  /** A company of the actor's space. @throws DomainError missing `company_unknown`, also for another space's. */
  async function forHost(actor: Actor, id: CompanyId): Promise<Company> {
    const found = await company(id);
    if (isForeign(actor, found.spaceId)) throw missing('company_unknown');
    return found;
  }

  async function ofBooker(actor: Actor): Promise<Company | undefined> {
    const id = await bookers.companyOf(actor);
    return id && company(id);
  }

  async function detailOf(found: Company): Promise<CompanyDetail> {
    const spending = await budgeting.spendingOf(found, clock.now());
    return { company: found, bookers: await bookers.of(found), spending };
  }

  /** Writes a company, or finds the one with the same identity. */
  async function open(document: CompanyDocument): Promise<{ company: Company; isNew: boolean }> {
    try {
      await Companies.insertOne(document);
      return { company: companyOf(document), isNew: true };
    } catch (fault) {
      if (!isDuplicate(fault)) throw fault;
    }
    const { spaceId, identity } = document;
    const found = await Companies.findOne({ spaceId, identity }).lean<CompanyDocument>();
    if (!found) throw conflict('company_exists');
    return { company: companyOf(found), isNew: false };
  }

  function documentOf(spaceId: SpaceId, billing: Billing): CompanyDocument {
    const { kind, name, address } = billing;
    const vatNumber = billing.kind === 'company' ? billing.vatNumber : undefined;
    return {
      _id: companyId.parse(newId()),
      spaceId,
      identity: identityOfPayer(billing),
      kind,
      name,
      ...(address ? { address } : {}),
      ...(vatNumber ? { vatNumber } : {}),
      ...usualTerms(),
    };
  }

  return {
    ...budgeting,
    company,
    forHost,
    detailOf,
    isBooker: bookers.isBooker,
    mailLink: bookers.mailLink,
    addBooker: bookers.add,
    removeBooker: bookers.remove,

    /** The company that a signed-in booker books for. @throws DomainError missing `company_unknown`. */
    async own(actor: Actor): Promise<Company> {
      const found = await ofBooker(actor);
      if (!found) throw missing('company_unknown');
      return found;
    },

    /** Does it get one invoice a month? */
    isCollective: async (id: CompanyId): Promise<boolean> => (await company(id)).collective,

    /**
     * The customer that a booking is for: a signed-in booker's own company, one that is known by its VAT number or its
     * name, or a new one. Never changes what is agreed with a company: anybody can type its name.
     * @throws DomainError invalid `purchase_order_needed`, `cost_centre_unknown`.
     */
    async resolve(spaceId: SpaceId, billing: Billing, language: Language, actor: Actor): Promise<Company> {
      const signedIn = await ofBooker(actor);
      if (signedIn?.spaceId === spaceId) {
        assertOrder(signedIn, billing);
        return signedIn;
      }
      const { company: found, isNew } = await open(documentOf(spaceId, billing));
      if (isNew) await bookers.welcomeFirst(found, billing, language);
      assertOrder(found, billing);
      return found;
    },

    /** What a signed-in booker's company pays of the tariff for a room, in basis points; nobody else has a rate. */
    async rateOf(actor: Actor, roomId: string): Promise<number | undefined> {
      const found = await ofBooker(actor);
      return found && rateFor(found, roomId);
    },

    /** Is this actor a booker of that company? What is agreed with a company holds for them alone. */
    async booksFor(actor: Actor, id: CompanyId): Promise<boolean> {
      return (await bookers.companyOf(actor)) === id;
    },

    /** The name of a company that wants to be seen beside what it carries. */
    async publicName(id: string | undefined): Promise<string | undefined> {
      const found = id === undefined ? undefined : await company(companyId.parse(id));
      return found && found.naming !== 'unnamed' ? found.name : undefined;
    },

    /** The companies of the actor's space, consumers left out. */
    async all(actor: Actor): Promise<Company[]> {
      const { id: spaceId } = await spaces.spaceFor(actor);
      const found = await Companies.find({ spaceId, kind: 'company' })
        .sort({ name: 1 })
        .lean<CompanyDocument[]>();
      return found.map(companyOf);
    },

    /** @throws DomainError conflict `company_exists` for a VAT number, or a name in its country, that is known. */
    async create(actor: Actor, { companyId: _id, ...particulars }: NewCompany): Promise<Company> {
      const { id: spaceId } = await spaces.spaceFor(actor);
      const identity = identityOf(particulars);
      const wanted = { _id, spaceId, identity, kind: 'company' as const, ...particulars, ...usualTerms() };
      const { company: stands } = await open(wanted);
      if (stands.companyId !== _id) throw conflict('company_exists', { companyId: stands.companyId });
      return stands;
    },

    /**
     * Changes what is agreed with a company, and who it is. Papers that are written keep what they say.
     * @throws DomainError conflict `company_exists` where another one is known by that number or name.
     */
    async change({ companyId: _id, kind }: Company, change: CompanyChange): Promise<CompanyDetail> {
      try {
        await Companies.updateOne({ _id }, updateOf(change, kind));
      } catch (fault) {
        if (!isDuplicate(fault)) throw fault;
        throw conflict('company_exists');
      }
      return detailOf(await company(_id));
    },
  };
}
