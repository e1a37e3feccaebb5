import { Check } from 'lucide-react';
import { Checkbox } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Consents } from '#contract/people';

const purposes = ['matching', 'wall', 'network', 'research'] as const satisfies readonly (keyof Consents)[];

/** Consent, purpose by purpose, each with what it means. Nothing is ticked for anybody. */
export function ConsentList({
  value,
  onChange,
}: {
  readonly value: Consents;
  readonly onChange: (consents: Consents) => void;
}) {
  const { t } = useTranslation('kiosk');
  return (
    <section className="flex flex-col gap-3">
      <div>
        <h2 className="text-xl">{t('consent.title')}</h2>
        <p className="text-ink-700">{t('consent.lead')}</p>
      </div>
      <div className="grid gap-3 md:grid-cols-2">
        {purposes.map((purpose) => (
          <Checkbox
            key={purpose}
            isSelected={value[purpose]}
            onChange={(isGiven) => onChange({ ...value, [purpose]: isGiven })}
            className="group flex min-h-16 cursor-pointer items-start gap-4 rounded-lg bg-linen-50 p-4 shadow-low transition hovered:bg-white ringed:outline-3 ringed:outline-ink-900 ringed:outline-offset-3"
          >
            <span
              aria-hidden
              className="mt-0.5 grid size-8 shrink-0 place-items-center rounded-sm bg-white text-transparent inset-ring-2 inset-ring-ink-600 group-data-selected:bg-ink-900 group-data-selected:text-white group-data-selected:inset-ring-ink-900"
            >
              <Check className="size-6" strokeWidth={3} />
            </span>
            <span className="flex flex-col">
              <span className="font-semibold text-lg">{t(`consent.${purpose}.label`)}</span>
              <span className="text-ink-700 text-sm">{t(`consent.${purpose}.text`)}</span>
            </span>
          </Checkbox>
        ))}
      </div>
    </section>
  );
}
