import type { DomainEvents } from '#events';
import { createInvoiceService } from '../../server/invoices/service.ts';
import { createLedgerService } from '../../server/ledger/service.ts';
import ar from '../../server/messages/ar.json' with { type: 'json' };
import en from '../../server/messages/en.json' with { type: 'json' };
import ja from '../../server/messages/ja.json' with { type: 'json' };
import nl from '../../server/messages/nl.json' with { type: 'json' };
import { createPaymentService } from '../../server/payments/service.ts';
import type { CardProvider } from '../../server/platform/card-provider.ts';
import { buildIndexes } from '../../server/platform/database.ts';
import { createEventBus } from '../../server/platform/event-bus.ts';
import { createLog } from '../../server/platform/log.ts';
import { createWords } from '../../server/platform/words.ts';
import { SAMPLE_GIFT, SAMPLE_POLICY } from '../../server/sample-data/sample-fund.ts';
import { SAMPLE_SELLER } from '../../server/sample-data/sample-seller.ts';
import { sampleSpace } from '../../server/sample-data/sample-space.ts';
import { createSeatFundService } from '../../server/seat-fund/service.ts';
import { createSpaceService } from '../../server/spaces/service.ts';
import { openEmptyStore } from './open-connection.ts';
import { testClock } from './test-house.ts';

const words = createWords({ en, nl, ar, ja });
const publicUrl = 'https://table.example';

/** The money slices on a store of their own, as one process has them; `another` is a second process on the same store. */
export async function openMoneyHouse({
  withGift = false,
  cards,
}: {
  withGift?: boolean;
  cards?: CardProvider;
} = {}) {
  const store = await openEmptyStore();
  const clock = testClock();
  const { connection } = store;

  function another() {
    const events = createEventBus<DomainEvents>(createLog('silent'));
    const spaces = createSpaceService({ connection });
    const ledger = createLedgerService({ connection, clock, spaces });
    const seatFund = createSeatFundService({ connection, clock, events, spaces, ledger });
    const secret = 'a secret that nobody but this test knows';
    const invoices = createInvoiceService({
      connection,
      clock,
      events,
      spaces,
      ledger,
      seatFund,
      words,
      publicUrl,
      secret,
      takesCards: cards !== undefined,
    });
    const payments = createPaymentService({ connection, clock, spaces, invoices, cards });
    return { events, spaces, ledger, seatFund, invoices, payments };
  }

  const services = another();
  await buildIndexes(connection);
  const space = sampleSpace();
  await services.spaces.open(space);
  await services.invoices.open(space, SAMPLE_SELLER);
  await services.seatFund.setPolicy(space, { ...SAMPLE_POLICY, revision: 0 });
  if (withGift) await services.seatFund.give(space, SAMPLE_GIFT);
  const book = { spaceId: space.id, unit: space.currency };
  return { ...services, another, connection, clock, space, book, close: store.close };
}

export type MoneyHouse = Awaited<ReturnType<typeof openMoneyHouse>>;
