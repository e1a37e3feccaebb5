import type { Company, CompanyChange } from '#contract/companies';
import { sentBudget, type Writing, type WrittenBudget, writtenBudget } from '../../ui/budget-fields.tsx';
import { type Row, rowsOf } from '../form/rows.tsx';

/** A contract rate while it is written; without a room it is for all that have none of their own. */
export interface WrittenRate {
  readonly roomId: string;
  readonly share: number | undefined;
}

/** A company's terms while they are written. */
export interface WrittenTerms {
  readonly collective: boolean;
  readonly orderNeeded: boolean;
  /** Parted by commas. */
  readonly costCentres: string;
  readonly naming: Company['naming'];
  readonly rates: readonly Row<WrittenRate>[];
  readonly hasBudget: boolean;
  readonly budget: WrittenBudget;
}

/** What stands, to be written over. */
export function writtenTerms(company: Company, by: Writing): WrittenTerms {
  const { collective, orderNeeded, costCentres, naming, rates, budget } = company;
  return {
    collective,
    orderNeeded,
    costCentres: costCentres.join(', '),
    naming,
    rates: rowsOf(rates.map(({ roomId = '', share }) => ({ roomId, share }))),
    hasBudget: budget !== undefined,
    budget: writtenBudget(budget, by),
  };
}

/** What is sent of it; the contract says whether it can be. */
export function sentTerms(written: WrittenTerms, by: Writing): { [Name in keyof CompanyChange]: unknown } {
  const { collective, orderNeeded, naming } = written;
  return {
    collective,
    orderNeeded,
    naming,
    costCentres: written.costCentres
      .split(/[,،、]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    rates: written.rates.map(({ value: { roomId, share } }) =>
      roomId === '' ? { share } : { roomId, share },
    ),
    budget: written.hasBudget ? sentBudget(written.budget, by) : null,
  };
}
