import { z } from 'zod';
import { idText, instant, language, lineOfText, mailAddress } from '#contract/platform';
import { space, spaceId } from '#contract/spaces';
import { compactVatNumber, isVatNumber } from '#values/vat-number';

export const companyId = idText.brand<'company'>();
export type CompanyId = z.infer<typeof companyId>;

export const bookerId = idText.brand<'booker'>();
export type BookerId = z.infer<typeof bookerId>;

const line = lineOfText(120).pipe(z.string().min(1));
const reference = lineOfText(60).pipe(z.string().min(1));
/** ISO 3166-1, two letters. */
const country = z.string().regex(/^[A-Z]{2}$/);

/** Of the European Union, with check digits that hold; whether it is in force only the Union's register knows. */
export const vatNumber = z
  .string()
  .max(24)
  .overwrite(compactVatNumber)
  .refine(isVatNumber, 'vat_number_invalid');

export const postalAddress = z.strictObject({ street: line, postcode: lineOfText(16), city: line, country });
export type PostalAddress = z.infer<typeof postalAddress>;

/** Who pays, as a booking says it: nobody needs an account to book. */
export const billing = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('consumer'),
    name: line,
    email: mailAddress,
    address: postalAddress.optional(),
  }),
  z.strictObject({
    kind: z.literal('company'),
    name: line,
    /** Who books. */
    attention: line,
    email: mailAddress,
    address: postalAddress,
    vatNumber: vatNumber.optional(),
    purchaseOrder: reference.optional(),
    costCentre: reference.optional(),
  }),
]);
export type Billing = z.infer<typeof billing>;

/** What a company pays of the tariff, in basis points: for one room, or for every room without a rate of its own. */
export const contractRate = z.strictObject({
  roomId: idText.optional(),
  share: z.int().min(0).max(10_000),
});
export type ContractRate = z.infer<typeof contractRate>;

/** What may be booked in a month, with VAT, in minor units; over it, the approver is asked by mail. */
export const budget = z.strictObject({
  monthly: z.int().min(0).max(1_000_000_000),
  approver: z.strictObject({ name: line, address: mailAddress, language }),
});
export type Budget = z.infer<typeof budget>;

/** Whether its name may stand beside the seats that its bookings carry. */
export const naming = z.enum(['unnamed', 'named', 'thanked']);
export type Naming = z.infer<typeof naming>;

/** What a company decides for itself. */
const ownTerms = {
  orderNeeded: z.boolean(),
  /** Empty: any cost centre will do, and none as well. */
  costCentres: z.array(reference).max(100),
  naming,
};

/** What is agreed with it. */
const agreedTerms = {
  /** One invoice a month instead of one a booking. */
  collective: z.boolean(),
  rates: z.array(contractRate).max(50),
};

const particulars = {
  name: line,
  address: postalAddress.optional(),
  vatNumber: vatNumber.optional(),
};

export const company = z.strictObject({
  companyId,
  spaceId,
  kind: z.enum(['consumer', 'company']),
  ...particulars,
  ...ownTerms,
  ...agreedTerms,
  budget: budget.optional(),
});
export type Company = z.infer<typeof company>;

export const newCompany = z.strictObject({ companyId, ...particulars, address: postalAddress });
export type NewCompany = z.infer<typeof newCompany>;

/** `budget: null` takes the budget away. */
export const ownChange = z
  .strictObject({ ...ownTerms, address: postalAddress, budget: budget.nullable() })
  .partial();
export type OwnChange = z.infer<typeof ownChange>;

/** Who a company is: as a whole, so that a VAT number that is left out is taken away. */
export const identification = z.strictObject({ ...particulars, address: postalAddress });
export type Identification = z.infer<typeof identification>;

/** By its name and VAT number a company is known again when strangers book, so it does not change these itself. */
export const companyChange = ownChange.extend(
  z.strictObject({ ...agreedTerms, identification }).partial().shape,
);
export type CompanyChange = z.infer<typeof companyChange>;

/** Somebody who books for a company, and signs in by a link to this address. */
export const booker = z.strictObject({ bookerId, companyId, name: line, email: mailAddress, language });
export type Booker = z.infer<typeof booker>;

export const newBooker = booker.omit({ companyId: true });
export type NewBooker = z.infer<typeof newBooker>;

/** How much of this month's budget is taken. */
export const spending = z.strictObject({ month: z.string(), taken: z.int() });

export const companyList = z.strictObject({ companies: z.array(company) });
export const companyDetail = z.strictObject({ company, bookers: z.array(booker), spending });
export type CompanyDetail = z.infer<typeof companyDetail>;

export const bookerLinkRequest = z.strictObject({ spaceId, email: mailAddress });

/** `withdrawn` because what it was about was changed or given up before it was answered. */
export const approvalState = z.enum(['asked', 'approved', 'declined', 'lapsed', 'withdrawn']);
export type ApprovalState = z.infer<typeof approvalState>;

/** What an approver sees. Amounts are in minor units of the currency. */
export const approval = z.strictObject({
  bookingId: idText,
  /** Where it was asked about before, and changed since. */
  askId: idText.optional(),
  company: z.string(),
  booker: z.string(),
  room: z.string(),
  times: z.array(z.strictObject({ from: instant, to: instant })),
  timeZone: z.string(),
  total: z.int(),
  /** What it comes to as it stands, where a change of it is asked about. */
  before: z.int().optional(),
  currency: space.shape.currency,
  until: instant,
  state: approvalState,
});
export type Approval = z.infer<typeof approval>;

export const permissions = ['company:manage', 'company:own', 'booker:announce'] as const;

export const errors = [
  'company_unknown',
  'company_exists',
  'booker_exists',
  'booker_unknown',
  'vat_number_invalid',
  'purchase_order_needed',
  'cost_centre_unknown',
  'approval_unknown',
  'approval_over',
] as const;
