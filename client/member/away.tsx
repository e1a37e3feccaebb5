import { useTranslation } from 'react-i18next';
import type { Pass } from '#contract/people';
import { PassCard } from './pass-card.tsx';

/** Not checked in: how to come in, and the pass to do it with. */
export function Away({ name, pass }: { readonly name: string; readonly pass: Pass }) {
  const { t } = useTranslation('member');
  return (
    <section className="flex flex-col gap-4">
      <h1 className="text-2xl">{t('today.greeting', { name })}</h1>
      <h2 className="text-xl">{t('away.title')}</h2>
      <p className="text-ink-700">{t('away.text')}</p>
      <PassCard pass={pass} />
    </section>
  );
}
