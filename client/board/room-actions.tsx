import { Users, Utensils } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { proposeRound, proposeTables } from '../api/endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';

/** What a host can ask of the room as a whole. */
export function RoomActions({ hasProposals }: { readonly hasProposals: boolean }) {
  const { t } = useTranslation('board');
  const tables = useAction(proposeTables);
  const round = useAction(proposeRound);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <Button isDisabled={round.isBusy} onPress={() => void round.run({ as: 'host' })}>
          <Users aria-hidden className="size-4" />
          {t('round.ask')}
        </Button>
        <Button isDisabled={tables.isBusy} onPress={() => void tables.run({ as: 'host' })}>
          <Utensils aria-hidden className="size-4" />
          {t(hasProposals ? 'lunch.proposeAgain' : 'lunch.propose')}
        </Button>
      </div>
      <ErrorNote refusal={round.refusal ?? tables.refusal} />
    </div>
  );
}
