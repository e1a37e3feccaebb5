import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockFace } from '#values/local-time';
import { directionOf } from '#values/locale';
import { useLanguage } from '../i18n/format.ts';
import { classes } from '../ui/classes.ts';
import {
  extended,
  type QuarterState,
  type RoomDay,
  type Selection,
  stepTo,
  touched,
} from './quarter-selection.ts';

interface Props {
  readonly label: string;
  readonly days: readonly RoomDay[];
  /** The minute of the day at which the first quarter begins. */
  readonly firstMinute: number;
  readonly selection: Selection | undefined;
  readonly onSelect: (selection: Selection | undefined) => void;
}

/** A pattern beside each colour: no state is told by colour alone. */
const faces = {
  free: 'bg-white cursor-pointer hover:bg-leaf-100',
  busy: 'bg-linen-300 bg-[repeating-linear-gradient(135deg,transparent_0_5px,rgb(18_48_42/0.16)_5px_7px)]',
  closed: 'bg-linen-200',
  past: 'bg-linen-200',
} as const satisfies Record<QuarterState, string>;

const MORNING = 10 * 60;

/**
 * Rooms and the quarters of a day. One cell is in the tab order; arrows move, Enter or Space begins and ends, Shift
 * with an arrow stretches. The line of time runs with the page.
 */
export function QuarterGrid({ label, days, firstMinute, selection, onSelect }: Props) {
  const { t } = useTranslation('booking');
  const language = useLanguage();
  const [at, setAt] = useState({ row: 0, quarter: 0 });
  const table = useRef<HTMLTableElement>(null);
  const help = useId();
  const quarters = days[0]?.quarters.length ?? 0;
  const hours = Array.from({ length: Math.ceil(quarters / 4) }, (_, hour) => hour * 4);
  const timeOf = (quarter: number) => clockFace(firstMinute + quarter * 15);

  // A day begins before anybody books: what is chosen, or the morning, is brought into sight.
  const sight = selection?.from ?? Math.max(0, (MORNING - firstMinute) / 15);
  useEffect(() => {
    const cell = table.current?.querySelector(`[data-cell="0 ${sight}"]`);
    cell?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [sight]);

  const go = (to: { row: number; quarter: number }) => {
    setAt(to);
    table.current?.querySelector<HTMLElement>(`[data-cell="${to.row} ${to.quarter}"]`)?.focus();
  };
  const press = (event: KeyboardEvent, row: number, quarter: number) => {
    const day = days[row];
    if (!day) return;
    // Enter and Space press the button that has the focus; the rest moves it.
    const size = { rows: days.length, quarters, isRightToLeft: directionOf(language) === 'rtl' };
    const next = stepTo(event.key, { row, quarter }, size);
    if (!next) return;
    event.preventDefault();
    if (event.shiftKey && selection?.roomId === day.roomId && next.row === row)
      onSelect(extended(selection, day, next.quarter) ?? selection);
    go(next);
  };
  const isChosen = (day: RoomDay, quarter: number) =>
    selection?.roomId === day.roomId && selection.from <= quarter && quarter < selection.to;

  return (
    <section
      aria-label={label}
      className="flex flex-col gap-2 rounded-lg bg-linen-50 py-2 shadow-low inset-ring-1 inset-ring-linen-300"
    >
      <div className="mx-px overflow-x-auto overscroll-x-contain">
        <table ref={table} aria-describedby={help} className="w-full border-separate border-spacing-0">
          <caption className="sr-only">{label}</caption>
          <thead>
            <tr>
              <td className={nameFace} />
              {hours.map((quarter) => (
                <th
                  key={quarter}
                  scope="colgroup"
                  colSpan={Math.min(4, quarters - quarter)}
                  className="pb-1 text-start font-semibold text-ink-700 text-xs tabular-nums"
                >
                  <bdi>{timeOf(quarter)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day, row) => (
              <tr key={day.roomId}>
                <th scope="row" className={nameFace}>
                  {day.name}
                </th>
                {day.quarters.map((state, quarter) => (
                  <td key={timeOf(quarter)} className="p-0">
                    <button
                      type="button"
                      data-cell={`${row} ${quarter}`}
                      aria-pressed={isChosen(day, quarter)}
                      aria-disabled={state !== 'free' || undefined}
                      aria-label={t('grid.cell', {
                        room: day.name,
                        time: timeOf(quarter),
                        state: t(`grid.${state}`),
                      })}
                      tabIndex={at.row === row && at.quarter === quarter ? 0 : -1}
                      onClick={() => {
                        setAt({ row, quarter });
                        onSelect(touched(selection, day, quarter));
                      }}
                      onKeyDown={(event) => press(event, row, quarter)}
                      className={classes(
                        'block h-11 w-full min-w-6 border-linen-300 border-s border-b',
                        'focus-visible:relative focus-visible:z-2 focus-visible:outline-offset-0',
                        quarter % 4 !== 0 && 'border-s-linen-200',
                        isChosen(day, quarter) ? 'bg-ink-900' : faces[state],
                      )}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p id={help} className="px-3 text-ink-600 text-xs">
        {t('grid.help')}
      </p>
    </section>
  );
}

const nameFace =
  'sticky start-0 z-1 max-w-32 bg-linen-50 px-3 text-start font-semibold text-sm leading-tight sm:max-w-44';
