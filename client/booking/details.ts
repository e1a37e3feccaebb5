import { type Billing, type Booker, billing, type Company, type PostalAddress } from '#contract/companies';

/** What the form holds while it is filled in: plain words, whoever it is for. */
export interface Details {
  readonly kind: Billing['kind'];
  readonly name: string;
  readonly attention: string;
  readonly email: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  readonly vatNumber: string;
  readonly purchaseOrder: string;
  readonly costCentre: string;
  readonly title: string;
  readonly titleHidden: boolean;
}

/** The fields that can be wrong. */
export type Field = Exclude<keyof Details, 'kind' | 'titleHidden'>;

/** An empty form, for a company in this country. */
function emptyDetails(country: string): Details {
  return {
    kind: 'company',
    name: '',
    attention: '',
    email: '',
    street: '',
    postcode: '',
    city: '',
    country,
    vatNumber: '',
    purchaseOrder: '',
    costCentre: '',
    title: '',
    titleHidden: false,
  };
}

/** What is known of whoever is signed in to book for a company. */
export function billingBy(signedIn: { readonly company: Company; readonly booker: Booker }): Known {
  const { name, address, vatNumber, costCentres } = signedIn.company;
  const [costCentre] = costCentres;
  return {
    kind: 'company',
    name,
    attention: signedIn.booker.name,
    email: signedIn.booker.email,
    ...(address ? { address } : {}),
    ...(vatNumber ? { vatNumber } : {}),
    ...(costCentre ? { costCentre } : {}),
  };
}

type OfCompany = Extract<Billing, { kind: 'company' }>;
/** What may be known before anybody has said all: a company can be without an address. */
type Known = Billing | (Omit<OfCompany, 'address'> & { readonly address?: PostalAddress });

/** The form as whoever is known already would fill it in. */
export function detailsOf(country: string, known: Known | undefined): Details {
  const { address, ...rest } = known ?? {};
  return { ...emptyDetails(country), ...rest, ...address };
}

const filled = <Name extends string>(name: Name, text: string) =>
  text.trim() === '' ? {} : { [name]: text };

function sentOf(details: Details): unknown {
  const { kind, name, email, attention, street, postcode, city, country } = details;
  const address = { street, postcode, city, country };
  if (kind === 'consumer') return { kind, name, email, ...(street.trim() ? { address } : {}) };
  return {
    kind,
    name,
    attention,
    email,
    address,
    ...filled('vatNumber', details.vatNumber),
    ...filled('purchaseOrder', details.purchaseOrder),
    ...filled('costCentre', details.costCentre),
  };
}

/** Who pays, as the contract wants it; or what is wrong with which field: a code, or `missing`. */
export function billingOf(
  details: Details,
): { readonly billing: Billing } | { readonly faults: Partial<Record<Field, string>> } {
  const parsed = billing.safeParse(sentOf(details));
  if (parsed.success) return { billing: parsed.data };
  const faults: Partial<Record<Field, string>> = {};
  for (const { path, message } of parsed.error.issues) {
    const field = path.at(-1);
    if (isField(field))
      faults[field] ??= message === 'vat_number_invalid' ? message : faultOf(field, details);
  }
  return { faults };
}

const FIELDS: readonly Field[] = [
  'name',
  'attention',
  'email',
  'street',
  'postcode',
  'city',
  'country',
  'vatNumber',
  'purchaseOrder',
  'costCentre',
  'title',
];

function isField(name: unknown): name is Field {
  return FIELDS.some((field) => field === name);
}

function faultOf(field: Field, details: Details): string {
  return details[field].trim() === '' ? 'missing' : 'unreadable';
}
