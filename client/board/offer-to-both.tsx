import { Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { IntroductionId } from '#contract/introductions';
import { offerIntroduction } from '../api/endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';

/** Asks both on their phones, each in private. */
export function OfferToBoth({ introductionId }: { readonly introductionId: IntroductionId }) {
  const { t } = useTranslation('board');
  const { run, isBusy, refusal } = useAction(offerIntroduction);
  return (
    <>
      <Button
        tone="quiet"
        isDisabled={isBusy}
        onPress={() => void run({ as: 'host', params: { introductionId } })}
      >
        <Send aria-hidden className="size-4 rtl:-scale-x-100" />
        {t('offerToBoth')}
      </Button>
      <ErrorNote refusal={refusal} />
    </>
  );
}
