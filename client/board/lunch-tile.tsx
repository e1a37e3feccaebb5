import { CircleCheck, Hourglass, type LucideIcon, Send, Sparkles, Utensils } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HostTable, HostTableState } from '#contract/lunches';
import { askTables, dropTable } from '../api/endpoints.ts';
import { useSkillNames } from '../api/skills.ts';
import { useAction } from '../api/use-action.ts';
import { useHostFactText } from '../i18n/facts.ts';
import { useFormat, useLanguage } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import type { Guests } from './guests.ts';
import { Name } from './introduction-tile.tsx';

const looks = {
  proposed: { Sign: Sparkles, pill: 'bg-linen-200' },
  asked: { Sign: Hourglass, pill: 'bg-sky-100' },
  set: { Sign: Utensils, pill: 'bg-tomato-600 text-white' },
  met: { Sign: CircleCheck, pill: 'bg-leaf-100' },
} as const satisfies Record<HostTableState, { Sign: LucideIcon; pill: string }>;

interface Props {
  readonly table: HostTable;
  readonly guests: Guests;
  readonly timeZone: string;
  readonly as: 'host' | 'screen';
}

/** Three or four people, when they eat, and what each has of it. */
export function LunchTile({ table, guests, timeZone, as }: Props) {
  const { t } = useTranslation('board');
  const { number, time } = useFormat(timeZone);
  const nameOf = useSkillNames(useLanguage(), as);
  const { state, topic, beginsAt, answersUntil } = table;
  const { Sign, pill } = looks[state];
  return (
    <article
      data-table={state}
      className={classes(
        'flex flex-col gap-2.5 rounded-lg p-4 shadow-low',
        state === 'set' ? 'border-6 border-wood-300 bg-white' : 'bg-linen-50',
      )}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
        <h3 className="text-lg leading-tight">
          {t('lunch.table', { number: number(table.number) })}
          <span className="font-normal"> · {time(beginsAt)}</span>
        </h3>
        <p
          className={classes(
            'flex items-center gap-1.5 rounded-full px-3 py-0.5 font-semibold text-sm',
            pill,
          )}
        >
          <Sign aria-hidden className="size-4 shrink-0" />
          {t(`lunch.state.${state}`)}
        </p>
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-1.5 font-semibold">
        {table.people.map((person) => (
          <li key={person}>
            <Name guest={guests.of(person)} />
          </li>
        ))}
      </ul>
      {topic && <p className="font-semibold">{t('lunch.about', { skill: nameOf(topic) })}</p>}
      {state !== 'met' && <Why table={table} guests={guests} as={as} />}
      {answersUntil && (
        <p className="text-ink-800 text-sm">{t('lunch.until', { time: time(answersUntil) })}</p>
      )}
      {as === 'host' && state === 'proposed' && <Decide table={table} />}
    </article>
  );
}

/** One reason a seat: what somebody can do for whoever sits there, by turns where several could. */
function Why({ table: { people, pairs }, guests, as }: Pick<Props, 'table' | 'guests' | 'as'>) {
  const { t } = useTranslation('board');
  const factText = useHostFactText(useSkillNames(useLanguage(), as));
  const nameOf = (person: string) => guests.of(person)?.name ?? t('somebodyGone');
  const turns = new Set<string>();
  const reasons = people.flatMap((person) => {
    const able = pairs.flatMap(({ pair, reasons: sides }) => {
      const side = pair.indexOf(person);
      const [fact] = side === 0 ? sides[0] : side === 1 ? sides[1] : [];
      return fact ? [{ fact, helper: pair[side === 0 ? 1 : 0] }] : [];
    });
    const chosen = able.find(({ helper }) => !turns.has(helper)) ?? able[0];
    if (!chosen) return [];
    turns.add(chosen.helper);
    return [factText(chosen.fact, { helper: nameOf(chosen.helper), helped: nameOf(person) })];
  });
  return (
    <ul className="flex flex-col gap-0.5 text-base leading-snug">
      {[...new Set(reasons)].map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

function Decide({ table: { tableId } }: Pick<Props, 'table'>) {
  const { t } = useTranslation('board');
  const asking = useAction(askTables);
  const dropping = useAction(dropTable);
  const isBusy = asking.isBusy || dropping.isBusy;
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button
          isDisabled={isBusy}
          onPress={() => void asking.run({ as: 'host', body: { tableIds: [tableId] } })}
        >
          <Send aria-hidden className="size-4 rtl:-scale-x-100" />
          {t('lunch.ask')}
        </Button>
        <Button
          tone="plain"
          isDisabled={isBusy}
          onPress={() => void dropping.run({ as: 'host', params: { tableId } })}
        >
          {t('lunch.drop')}
        </Button>
      </div>
      <ErrorNote refusal={asking.refusal ?? dropping.refusal} />
    </>
  );
}
