import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { readProof } from '../../api/host-endpoints.ts';
import { useFormat } from '../../i18n/format.ts';
import { classes } from '../../ui/classes.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Download } from '../download.tsx';
import { useHosting } from '../hosting.ts';
import { Panel } from '../page.tsx';
import { useRead } from '../reads.ts';

/** What the nightly proof of the books found, and the books as a file that anybody can reckon again. */
export function BooksProof() {
  const { t } = useTranslation('host');
  const { number, weekdayTime } = useFormat(useHosting().view.space.timeZone);
  const { data, refusal } = useRead(readProof);
  const { at, entries = 0, fault } = data ?? {};
  const Sign = fault ? ShieldAlert : ShieldCheck;
  return (
    <Panel title={t('books.title')}>
      <ErrorNote refusal={refusal} />
      {data && (
        <p
          data-testid="proof"
          className={classes(
            'flex items-center gap-3 rounded-md p-4 font-semibold',
            fault ? 'bg-tomato-100' : 'bg-leaf-100',
          )}
        >
          <Sign aria-hidden className="size-6 shrink-0" />
          {fault
            ? t(`books.fault.${fault.rule}`, { entry: number(fault.number) })
            : at
              ? t('books.whole', { count: entries, number: number(entries), when: weekdayTime(at) })
              : t('books.notYet')}
        </p>
      )}
      <p className="max-w-prose text-ink-700">{t('books.lead')}</p>
      <Download path="/books/export" name="books.jsonl">
        {t('books.export')}
      </Download>
    </Panel>
  );
}
