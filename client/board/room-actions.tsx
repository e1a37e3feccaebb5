import { Users, Utensils } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BoardView } from '#contract/boards';
import { proposeRound, proposeTables } from '../api/endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { askable } from './askable.ts';

/** What a host can ask of the room as a whole, and what each still waits for. */
export function RoomActions({ view }: { readonly view: BoardView }) {
  const { t } = useTranslation('board');
  const tables = useAction(proposeTables);
  const round = useAction(proposeRound);
  const can = askable(view);
  const hasProposals = Object.values(view.lunch.tables).some(({ state }) => state === 'proposed');
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2 empty:hidden">
        {can.round && (
          <Button isDisabled={round.isBusy} onPress={() => void round.run({ as: 'host' })}>
            <Users aria-hidden className="size-4 shrink-0" />
            {t('round.ask')}
          </Button>
        )}
        {can.tables && (
          <Button isDisabled={tables.isBusy} onPress={() => void tables.run({ as: 'host' })}>
            <Utensils aria-hidden className="size-4 shrink-0" />
            {t(hasProposals ? 'lunch.proposeAgain' : 'lunch.propose')}
          </Button>
        )}
      </div>
      {!can.round && <p className="text-ink-700 text-sm">{t('round.needs')}</p>}
      {!can.tables && <p className="text-ink-700 text-sm">{t('lunch.needs')}</p>}
      <ErrorNote refusal={round.refusal ?? tables.refusal} />
    </div>
  );
}
