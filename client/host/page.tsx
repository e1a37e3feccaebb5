import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Refusal } from '../api/refusal.ts';
import { ErrorNote } from '../ui/error-note.tsx';

interface Props {
  readonly title: string;
  /** What it is known by, such as an invoice's number: it stays in one piece. */
  readonly mark?: string;
  /** What the page is for, in a sentence. */
  readonly lead?: string;
  /** The page above this one, where it is none of those in the list of pages. */
  readonly back?: { readonly to: string; readonly label: string };
  readonly refusal?: Refusal | undefined;
  readonly children?: ReactNode;
}

/** One page of the console: its name in the window and at its top, and what could not be read. */
export function Page({ title, mark, lead, back, refusal, children }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <title>{`${mark ? `${title} \u2068${mark}\u2069` : title} · ${t('house')}`}</title>
      <div className="flex flex-col gap-1">
        {back && (
          <Link
            to={back.to}
            className="flex min-h-11 w-fit items-center gap-1 font-semibold underline underline-offset-4"
          >
            <ChevronLeft aria-hidden className="size-5 shrink-0 rtl:-scale-x-100" />
            {back.label}
          </Link>
        )}
        <h1 className="text-2xl">
          {title}
          {mark && (
            <>
              {' '}
              <bdi className="whitespace-nowrap">{mark}</bdi>
            </>
          )}
        </h1>
        {lead && <p className="max-w-prose text-ink-700">{lead}</p>}
      </div>
      <ErrorNote refusal={refusal} />
      {children}
    </>
  );
}

/** A part of a page under a heading of its own. */
export function Panel({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4 rounded-xl bg-linen-50 p-5 shadow-low">
      {title && <h2 className="text-lg">{title}</h2>}
      {children}
    </section>
  );
}

/** Where a list is empty. */
export function Nothing({ children }: { readonly children: string }) {
  return <p className="rounded-lg border-2 border-linen-300 border-dashed p-5 text-ink-700">{children}</p>;
}

/** Facts side by side, each under its name; what is not known is left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, string | undefined])[] }) {
  return (
    <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
      {facts.map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name}>
              <dt className="text-ink-600 text-sm">{name}</dt>
              <dd className="break-words font-semibold tabular-nums">
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
