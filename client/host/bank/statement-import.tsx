import { CircleCheck, Upload } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '#contract/payments';
import { importStatement } from '../../api/host-endpoints.ts';
import type { Refusal } from '../../api/refusal.ts';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Panel } from '../page.tsx';
import { useAct } from '../reads.ts';
import { textOfFile, uploadOf } from './statement-text.ts';

/** Takes in a file of the bank, and tells what became of its lines, or which of them cannot be read. */
export function StatementImport() {
  const { t } = useTranslation('host');
  const { act, isBusy, refusal } = useAct(importStatement);
  const [report, setReport] = useState<ImportReport>();
  const take = async (files: FileList | null) => {
    const file = files?.item(0);
    if (!file) return;
    setReport(undefined);
    setReport(await act({ body: uploadOf(textOfFile(await file.arrayBuffer())) }));
  };
  return (
    <Panel title={t('bank.import')}>
      <p className="max-w-prose text-ink-700">{t('bank.importLead')}</p>
      <FileTrigger acceptedFileTypes={['.xml', '.csv', '.txt']} onSelect={(files) => void take(files)}>
        <Button tone="strong" isPending={isBusy} className="w-fit">
          <Upload aria-hidden className="size-5 shrink-0" />
          {t('bank.choose')}
        </Button>
      </FileTrigger>
      <ErrorNote refusal={refusal}>
        <LineFaults refusal={refusal} />
      </ErrorNote>
      <div role="status" className="empty:hidden">
        {report && <Report report={report} />}
      </div>
    </Panel>
  );
}

function Report({ report: { lines, known, matched, unmatched } }: { readonly report: ImportReport }) {
  const { t } = useTranslation('host');
  const { number } = useFormat();
  const counts = { lines, matched, unmatched: unmatched.length, known };
  return (
    <div className="flex gap-3 rounded-md bg-leaf-100 p-4">
      <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-leaf-700" />
      <ul className="flex flex-col gap-1">
        {Object.entries(counts).map(([name, count]) => (
          <li key={name} data-testid={`report-${name}`} className="first:font-semibold">
            {t(`bank.report.${name}`, { count, number: number(count) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

const FAULTS = ['date', 'amount', 'currency'] as const;

/** Each line that is wrong by its place in the file, as `3 date` says it. */
function LineFaults({ refusal }: { readonly refusal: Refusal | undefined }) {
  const { t } = useTranslation('host');
  const { number } = useFormat();
  const lines = refusal?.details.lines;
  if (!Array.isArray(lines)) return null;
  return (
    <ul className="flex list-disc flex-col gap-1 ps-5">
      {lines.map((told) => {
        const [place, wrong] = told.split(' ');
        const fault = FAULTS.find((one) => one === wrong);
        return (
          fault && (
            <li key={told}>
              {t(`bank.fault.${fault}`, {
                place: number(Number(place)),
                currency: refusal?.details.currency,
              })}
            </li>
          )
        );
      })}
    </ul>
  );
}
