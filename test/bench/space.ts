import type { App } from '../../server/app.ts';
import { SAMPLE_GIFT, SAMPLE_POLICY } from '../../server/sample-data/sample-fund.ts';
import { SAMPLE_SELLER } from '../../server/sample-data/sample-seller.ts';
import { sampleSpace } from '../../server/sample-data/sample-space.ts';
import { seatId } from '../../server/spaces/contract.ts';

/** The seat of a number. */
export const seatOf = (number: number) => seatId.parse(`seat-${number}`);

const SEATS_A_ROW = 20;

/** The sample space with so many seats, a metre and a half apart, all of which the fund opens. */
export async function openLargeSpace({ spaces, invoices, seatFund }: App['services'], seats: number) {
  const sample = sampleSpace();
  const zones = sample.zones.map(({ id }) => id);
  const space = {
    ...sample,
    seats: Array.from({ length: seats }, (_, i) => ({
      id: seatOf(i),
      label: `S${i}`,
      zone: zones[Math.floor(i / SEATS_A_ROW) % zones.length] ?? '',
      x: (i % SEATS_A_ROW) * 1.5,
      y: Math.floor(i / SEATS_A_ROW) * 1.5,
      kind: 'table' as const,
    })),
  };
  await spaces.open(space);
  await invoices.open(space, SAMPLE_SELLER);
  const policy = { ...SAMPLE_POLICY, floor: seats, ceiling: seats, newcomerReserve: 0 };
  await seatFund.open(space, policy, SAMPLE_GIFT);
}
