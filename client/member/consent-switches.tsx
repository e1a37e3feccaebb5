import { useState } from 'react';
import { Switch } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { CONSENT_VERSION, type Consents } from '#contract/people';
import { changeProfile } from '../api/endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { ErrorNote } from '../ui/error-note.tsx';

const purposes = ['matching', 'wall', 'network', 'research'] as const satisfies readonly (keyof Consents)[];

/** Consent, purpose by purpose, each in plain words. A switch takes effect at once, on every screen. */
export function ConsentSwitches({ consents }: { readonly consents: Consents }) {
  const { t } = useTranslation('member');
  const [wished, setWished] = useState<Partial<Consents>>({});
  const { run, refusal } = useAction(changeProfile);
  const change = async (purpose: keyof Consents, isGiven: boolean) => {
    setWished({ ...wished, [purpose]: isGiven });
    await run({
      as: 'member',
      body: { consents: { [purpose]: isGiven }, consentVersion: CONSENT_VERSION },
    });
    setWished(({ [purpose]: _, ...rest }) => rest);
  };
  return (
    <section className="flex flex-col gap-2 rounded-xl bg-linen-50 p-5 shadow-low">
      <h2 className="font-bold text-lg">{t('consent.title')}</h2>
      <p className="text-ink-700 text-sm">{t('consent.lead')}</p>
      <div className="flex flex-col divide-y divide-linen-300">
        {purposes.map((purpose) => (
          <Consent
            key={purpose}
            purpose={purpose}
            isGiven={wished[purpose] ?? consents[purpose]}
            onChange={(isGiven) => void change(purpose, isGiven)}
          />
        ))}
      </div>
      <ErrorNote refusal={refusal} />
    </section>
  );
}

interface ConsentProps {
  readonly purpose: keyof Consents;
  readonly isGiven: boolean;
  readonly onChange: (isGiven: boolean) => void;
}

function Consent({ purpose, isGiven, onChange }: ConsentProps) {
  const { t } = useTranslation('member');
  return (
    <Switch
      isSelected={isGiven}
      onChange={onChange}
      className="group flex min-h-14 cursor-pointer items-start gap-4 rounded-sm py-4 ringed:outline-3 ringed:outline-ink-900"
    >
      <span className="flex grow flex-col">
        <span className="font-semibold">{t(`consent.${purpose}.label`)}</span>
        <span className="text-ink-700 text-sm">{t(`consent.${purpose}.text`)}</span>
      </span>
      <span aria-hidden className="flex shrink-0 flex-col items-center gap-0.5 text-xs">
        <span className="flex h-8 w-14 items-center rounded-full bg-white p-1 inset-ring-2 inset-ring-ink-600 transition group-data-selected:bg-ink-900 group-data-selected:inset-ring-ink-900">
          <span className="size-6 rounded-full bg-ink-600 transition-all group-data-selected:ms-6 group-data-selected:bg-white" />
        </span>
        {t(isGiven ? 'consent.on' : 'consent.off')}
      </span>
    </Switch>
  );
}
