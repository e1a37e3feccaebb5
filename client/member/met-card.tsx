import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Counterpart } from '#contract/introductions';

/** It happened. Quiet from here on. */
export function MetCard({ other: { name, company } }: { readonly other: Counterpart }) {
  const { t } = useTranslation('member');
  return (
    <article className="flex animate-arrive items-start gap-4 rounded-xl bg-leaf-100 p-5">
      <CircleCheck aria-hidden className="mt-1 size-6 shrink-0 text-leaf-700" />
      <div className="flex min-w-0 flex-col gap-1">
        <h2 className="break-words text-lg">{t('met.title', { name })}</h2>
        {company && <p className="text-ink-700 text-sm">{company}</p>}
        <p className="text-ink-700">{t('met.thanks')}</p>
      </div>
    </article>
  );
}
