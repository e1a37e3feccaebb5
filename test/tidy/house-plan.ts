/** The plan of the house as the tidy tests hold the files to it. What departs from it stands here with its reason. */

/** Slices by rank: a service may know the type of a service of a lower rank. */
export const RANKS: Readonly<Record<string, number>> = {
  spaces: 1,
  people: 1,
  skills: 1,
  devices: 1,
  rooms: 2,
  auth: 2,
  ledger: 2,
  notifications: 2,
  audit: 2,
  companies: 3,
  'seat-fund': 3,
  calendar: 3,
  quotes: 5,
  checkins: 4,
  graph: 5,
  introductions: 6,
  lunches: 7,
  questions: 6,
  invoices: 6,
  payments: 7,
  bookings: 8,
  approvals: 9,
  feeds: 9,
  letters: 9,
  boards: 9,
  reports: 9,
  proof: 9,
  privacy: 10,
  portability: 10,
};

/** The files that a slice may have, and how far up each stands: imports inside a slice go down. */
export const SLICE_FILES: Readonly<Record<string, number>> = {
  'contract.ts': 0,
  'model.ts': 2,
  'service.ts': 4,
  'routes.ts': 5,
  'sockets.ts': 5,
  'jobs.ts': 5,
  'privacy.ts': 5,
};

/** A noun's rules stand above the contract: they know neither the store nor a service. */
export const RULE_FILE = 1;

/** Files of slices that are none of the list, the height at which each stands, and why it is there. */
export const OWN_FILES: Readonly<Record<string, { height: number; because: string }>> = {
  'checkins/free-seats.ts': { height: 3.5, because: 'a check-in on a seat that the fund opens' },
  'payments/view.ts': { height: 3, because: 'a payment as a host sees it' },
  'payments/bank-import.ts': { height: 3.5, because: "a bank's statement, taken in once" },
  'invoices/settling.ts': { height: 3.7, because: 'what follows from a paper or a payment that is written' },
  'checkins/history.ts': {
    height: 3,
    because: 'documents told again as events, for the graph at every start',
  },
  'checkins/writes.ts': { height: 3, because: 'each step of a check-in as one conditional write' },
  'companies/writes.ts': {
    height: 3,
    because: 'each step of a budget and an approval as one conditional write',
  },
  'companies/bookers.ts': { height: 3.5, because: 'the use cases of those who book for a company' },
  'companies/budgeting.ts': { height: 3.5, because: 'the use cases of budgets and approvals' },
  'feeds/entries.ts': { height: 3, because: 'a booking as a calendar shows it' },
  'introductions/decisions.ts': {
    height: 3,
    because: 'what was shown with which chance, and what came of it',
  },
  'introductions/history.ts': { height: 3, because: 'documents told again as events, for the graph' },
  'introductions/host-view.ts': {
    height: 3,
    because: 'a document as hosts see it; what they may not see ends here',
  },
  'introductions/personal-view.ts': { height: 2.5, because: 'a document as one side sees it; no leaks a no' },
  'introductions/writes.ts': { height: 3, because: 'each step of the lifecycle as one conditional write' },
  'introductions/arranging.ts': { height: 3.5, because: 'the use cases that nobody asks for' },
  'introductions/keeping-apart.ts': {
    height: 3.6,
    because: 'the use cases of those who are not to be introduced',
  },
  'people/history.ts': { height: 3, because: 'documents told again as events, for the graph' },
  'people/blocking.ts': { height: 3.5, because: 'whom somebody does not want to meet' },
  'introductions/round.ts': { height: 3.6, because: 'the use cases of the room introduced at once' },
  'introductions/seating.ts': { height: 3.6, because: 'the use case of whoever asks where to sit' },
  'introductions/seat-holds.ts': { height: 3, because: 'seats that were proposed, held in memory' },
  'introductions/news.ts': { height: 5, because: 'which news of others starts the use cases' },
  'lunches/history.ts': { height: 3, because: 'documents told again as events, for the graph' },
  'lunches/host-view.ts': { height: 3, because: 'a table as hosts see it; who answered what ends here' },
  'lunches/own-view.ts': { height: 3, because: 'a table as one of it sees it; no leaks a no' },
  'lunches/writes.ts': { height: 3, because: 'each step of a table as one conditional write' },
  'lunches/table-setting.ts': { height: 3.5, because: 'the use cases that nobody asks for' },
  'lunches/news.ts': { height: 5, because: 'which news of others starts the use cases' },
  'calendar/writes.ts': {
    height: 3,
    because: 'who takes which room when, each step as one conditional write',
  },
  'bookings/writes.ts': { height: 3, because: 'each change of a booking as one conditional write' },
  'bookings/claiming.ts': {
    height: 3.2,
    because: 'how claims follow their bookings, whatever dies in between',
  },
  'bookings/invoicing.ts': { height: 3.5, because: 'the papers that a booking brings about' },
  'bookings/invitation.ts': { height: 3, because: 'a booking as calendars take it from a mail' },
  'bookings/budgeting.ts': { height: 3, because: 'what a booking takes of a budget' },
  'bookings/holding.ts': { height: 3.4, because: 'taking all the rooms of a booking or none' },
  'bookings/deciding.ts': { height: 3.6, because: 'what a booking becomes, before anything is written' },
  'bookings/confirming.ts': { height: 3.7, because: 'from a price to a booking that stands' },
  'bookings/performing.ts': {
    height: 3.7,
    because: 'the papers and mails that a change brings about, each once',
  },
  'bookings/room-routes.ts': { height: 4.5, because: 'the endpoints of those who stand before a room' },
  'bookings/desk.ts': { height: 3.8, because: 'the use cases of hosts' },
  'bookings/door.ts': { height: 3.8, because: 'the use cases at the panel beside a room' },
  'bookings/own-company.ts': { height: 3.8, because: 'the use cases of those who book for a company' },
  'bookings/company-routes.ts': {
    height: 4.5,
    because: 'the endpoints of those who book for a company',
  },
  'bookings/series.ts': { height: 3.8, because: 'the dates of a series looked at before anything is taken' },
  'bookings/together.ts': {
    height: 3.8,
    because: 'the use cases of people who are here and want to sit together',
  },
  'bookings/waiting.ts': { height: 3.8, because: 'the use cases of people who wait for a room' },
  'bookings/changing.ts': { height: 3.7, because: 'changes worked out before anything is written' },
  'graph/engine-events.ts': { height: 3, because: "the domain's events in the engine's words" },
  'boards/news.ts': { height: 6, because: 'which screens each piece of news touches' },
  'invoices/collecting.ts': {
    height: 3.8,
    because: 'the use cases of what is billed at once or at the end of its month',
  },
  'invoices/charges.ts': { height: 3, because: 'what waits for the end of its month' },
  'invoices/listing.ts': { height: 3.8, because: 'papers found and listed' },
  'invoices/sheet.ts': { height: 3, because: 'a paper as it is printed' },
  'invoices/papers.ts': { height: 3, because: 'the gapless run of papers, as links of one chain' },
  'invoices/writes.ts': { height: 3, because: 'each step of a payment as one conditional write' },
  'invoices/posting.ts': { height: 3, because: 'what an event of an invoice is in the books' },
  'invoices/links.ts': { height: 3, because: "words that follow from the house's secret" },
  'invoices/impacts.ts': { height: 3.5, because: 'the way from a paper to what it made possible' },
  'seat-fund/writes.ts': { height: 3, because: 'who sits for free, each step as one conditional write' },
  'seat-fund/policies.ts': { height: 3, because: 'each change of a policy as one conditional write' },
  'seat-fund/holdings.ts': { height: 3, because: 'the fold of the books that says what the fund holds' },
  'seat-fund/seats.ts': {
    height: 3.5,
    because: 'the decision about a free seat, tried until its write stands',
  },
  'seat-fund/reports.ts': { height: 3.5, because: 'what the books tell about the fund' },
  'notifications/letter.ts': { height: 3, because: 'a message in words, as text and as HTML' },
  'letters/news.ts': { height: 5, because: 'which news is written about' },
  'skills/lists.ts': { height: 2, because: 'lists of skills as others write them, told as candidates' },
  'skills/seed.ts': { height: 2, because: 'the vocabulary that ships, joined from one file a field' },
  'boards/views.ts': { height: 4.5, because: 'the live screens, which sockets, jobs and news share' },
};

/** Pure rules of a slice, each one noun. */
export const RULE_FILES: readonly string[] = [
  'auth/roles.ts',
  'boards/lunch.ts',
  'boards/present.ts',
  'bookings/aging.ts',
  'bookings/billing.ts',
  'bookings/booking.ts',
  'bookings/change.ts',
  'bookings/duties.ts',
  'bookings/lifecycle.ts',
  'bookings/recurrence.ts',
  'bookings/refund.ts',
  'bookings/view.ts',
  'bookings/walk-up.ts',
  'calendar/busy-time.ts',
  'calendar/claims.ts',
  'calendar/local-day.ts',
  'companies/terms.ts',
  'introductions/lifecycle.ts',
  'introductions/slots.ts',
  'lunches/lifecycle.ts',
  'lunches/lunch-time.ts',
  'lunches/seating.ts',
  'lunches/topic.ts',
  'notifications/messages.ts',
  'notifications/retry.ts',
  'letters/dunning.ts',
  'people/pass.ts',
  'quotes/pricing.ts',
  'quotes/schedule.ts',
  'quotes/yield.ts',
  'rooms/parts.ts',
  'skills/candidates.ts',
  'invoices/document.ts',
  'invoices/epc.ts',
  'invoices/ubl.ts',
  'invoices/numbering.ts',
  'invoices/position.ts',
  'invoices/standing.ts',
  'ledger/balance.ts',
  'payments/references.ts',
  'seat-fund/carriers.ts',
  'seat-fund/cover.ts',
  'seat-fund/free-seats.ts',
  'seat-fund/lots.ts',
  'seat-fund/parts.ts',
  'seat-fund/share.ts',
  'seat-fund/statement.ts',
  'spaces/seats.ts',
];

/** The files that put the house together and may import all of it. */
export const COMPOSITION: readonly string[] = [
  'server/app.ts',
  'server/services.ts',
  'server/endpoints.ts',
  'server/house.ts',
  'server/main.ts',
  'server/start.ts',
  'server/build.ts',
  'server/welcome.ts',
  'server/import-skills.ts',
  'server/verify-books.ts',
  'server/what-if.ts',
];

/** Imports that the rules forbid and that stand, each with its reason. */
export const ALLOWED_IMPORTS: readonly { from: string; to: string; because: string }[] = [
  {
    from: 'server/platform/socket-server.ts',
    to: 'server/boards/contract.ts',
    because: "socket.io's typed maps are the boards' contract; a type, nothing runs",
  },
  {
    from: 'server/skills/lists.ts',
    to: 'csv-parse',
    because: 'quotes and line ends are read by who knows them',
  },
];

/** Files that tell the linter to look away once, each with its reason. */
export const LOOKS_AWAY: Readonly<Record<string, string>> = {
  'client/ui/long-table.tsx': 'the chairs of a drawing have no identity but their place',
  'client/ui/pairing-screen.tsx': 'the letters of a code have no identity but their place',
};

/** Functions longer than a function may be, not counting the functions that they make. */
export const LONG_FUNCTIONS: Readonly<Record<string, string>> = {
  'server/introductions/writes.ts createIntroductionWrites':
    'every step of the lifecycle as one write: a table, read row by row',
};

/** What may stand at the top of the house. */
export const TOP_LEVEL: readonly string[] = [
  'README.md',
  'client',
  'matching',
  'package-lock.json',
  'package.json',
  'server',
  'test',
  'tsconfig.json',
];

/** The engine's pipeline, all of it in one listing. */
export const PIPELINE: readonly string[] = [
  'asking.ts',
  'assign.ts',
  'chance.ts',
  'consider.ts',
  'engine.ts',
  'explain.ts',
  'fair-shares.ts',
  'index.ts',
  'learn.ts',
  'rank.ts',
  'settings.ts',
  'suggest.ts',
  'tables.ts',
  'types.ts',
  'value.ts',
];

/** The engine's folders from the bottom up: each knows those before it, and of the pipeline only what is below the state. */
export const ENGINE_FOLDERS: readonly string[] = [
  'vocabulary',
  'blossom',
  'room',
  'state',
  'signals',
  'events',
  'gatherings',
];
