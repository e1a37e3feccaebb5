import { Utensils } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { proposeTables } from '../api/endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';

/** What a host can ask of the room as a whole. */
export function RoomActions({ hasProposals }: { readonly hasProposals: boolean }) {
  const { t } = useTranslation('board');
  const { run, isBusy, refusal } = useAction(proposeTables);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <Button isDisabled={isBusy} onPress={() => void run({ as: 'host' })}>
          <Utensils aria-hidden className="size-4" />
          {t(hasProposals ? 'lunch.proposeAgain' : 'lunch.propose')}
        </Button>
      </div>
      <ErrorNote refusal={refusal} />
    </div>
  );
}
