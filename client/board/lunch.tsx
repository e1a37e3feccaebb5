import { Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HostLunch, HostTable } from '#contract/lunches';
import { askTables } from '../api/endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import type { Guests } from './guests.ts';
import { LunchTile } from './lunch-tile.tsx';
import { SelfPaging } from './self-paging.tsx';

interface Props {
  readonly lunch: HostLunch;
  readonly guests: Guests;
  readonly timeZone: string;
  readonly as: 'host' | 'screen';
  /** Does a round stand above it, that a host decides on first? */
  readonly isBelowRound: boolean;
}

/** Today's lunch tables, and who is without one; nothing where there are none. */
export function Lunch({ lunch, guests, timeZone, as, isBelowRound }: Props) {
  const { t } = useTranslation('board');
  const tables = Object.values(lunch.tables).sort((a, b) => a.number - b.number);
  if (tables.length === 0) return null;
  const proposed = tables.filter(({ state }) => state === 'proposed');
  return (
    <SelfPaging
      className={classes('wall:shrink-0', isBelowRound ? 'wall:max-h-1/4' : 'wall:max-h-3/5')}
      title={t('lunch.title')}
      count={tables.length}
      nothing=""
    >
      <div className="flex flex-col gap-3">
        {as === 'host' && proposed.length > 1 && <AskAll tables={proposed} />}
        <ul className="flex flex-col gap-3">
          {tables.map((table) => (
            <li key={table.tableId} className="snap-start">
              <LunchTile table={table} guests={guests} timeZone={timeZone} as={as} />
            </li>
          ))}
        </ul>
        <LeftOver people={Object.keys(lunch.leftOver)} guests={guests} />
      </div>
    </SelfPaging>
  );
}

function AskAll({ tables }: { readonly tables: readonly HostTable[] }) {
  const { t } = useTranslation('board');
  const { number } = useFormat();
  const { run, isBusy, refusal } = useAction(askTables);
  const tableIds = tables.map(({ tableId }) => tableId);
  return (
    <>
      <Button
        tone="strong"
        className="self-start"
        isDisabled={isBusy}
        onPress={() => void run({ as: 'host', body: { tableIds } })}
      >
        <Send aria-hidden className="size-4 rtl:-scale-x-100" />
        {t('lunch.askAll', { count: tables.length, number: number(tables.length) })}
      </Button>
      <ErrorNote refusal={refusal} />
    </>
  );
}

function LeftOver({ people, guests }: { readonly people: readonly string[]; readonly guests: Guests }) {
  const { t } = useTranslation('board');
  const { list } = useFormat();
  const names = people.flatMap((person) => guests.of(person)?.name ?? []);
  if (names.length === 0) return null;
  return <p className="text-ink-800 text-sm">{t('lunch.leftOver', { names: list(names) })}</p>;
}
