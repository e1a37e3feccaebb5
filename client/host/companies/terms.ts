import type { Company, CompanyChange } from '#contract/companies';
import type { Language } from '#values/locale';
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
  readonly monthly: number | undefined;
  readonly approverName: string;
  readonly approverAddress: string;
  readonly approverLanguage: Language;
}

/** What stands, to be written over. */
export function writtenTerms(company: Company, language: Language): WrittenTerms {
  const { collective, orderNeeded, costCentres, naming, rates, budget } = company;
  return {
    collective,
    orderNeeded,
    costCentres: costCentres.join(', '),
    naming,
    rates: rowsOf(rates.map(({ roomId = '', share }) => ({ roomId, share }))),
    hasBudget: budget !== undefined,
    monthly: budget?.monthly,
    approverName: budget?.approver.name ?? '',
    approverAddress: budget?.approver.address ?? '',
    approverLanguage: budget?.approver.language ?? language,
  };
}

/** What is sent of it; the contract says whether it can be. */
export function sentTerms(written: WrittenTerms): { [Name in keyof CompanyChange]: unknown } {
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
    budget: written.hasBudget
      ? {
          monthly: written.monthly,
          approver: {
            name: written.approverName,
            address: written.approverAddress,
            language: written.approverLanguage,
          },
        }
      : null,
  };
}
