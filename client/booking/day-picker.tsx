import { parseDate } from '@internationalized/date';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
  I18nProvider,
} from 'react-aria-components';
import { LOCALES } from '#values/locale';
import { useLanguage } from '../i18n/format.ts';
import { classes } from '../ui/classes.ts';

interface Props {
  readonly label: string;
  /** `2026-11-24`, on the calendar of the space. */
  readonly value: string;
  readonly onChange: (date: string) => void;
  readonly first: string;
  readonly last: string;
}

const step =
  'grid size-11 cursor-pointer place-items-center rounded-full transition hovered:bg-linen-200 disabled:cursor-default disabled:text-linen-300';

/** A month of days to choose from; dates are the calendar's, so no time zone comes between. */
export function DayPicker({ label, value, onChange, first, last }: Props) {
  const language = useLanguage();
  return (
    <I18nProvider locale={LOCALES[language]}>
      <Calendar
        aria-label={label}
        value={parseDate(value)}
        minValue={parseDate(first)}
        maxValue={parseDate(last)}
        onChange={(date) => onChange(date.toString())}
        className="flex flex-col gap-2"
      >
        <header className="flex items-center justify-between gap-2">
          <Button slot="previous" className={step}>
            <ChevronLeft aria-hidden className="size-5 rtl:-scale-x-100" />
          </Button>
          <Heading level={3} className="text-base" />
          <Button slot="next" className={step}>
            <ChevronRight aria-hidden className="size-5 rtl:-scale-x-100" />
          </Button>
        </header>
        {/* On a phone it takes the margins of its card too, or a day would be too narrow for a thumb. */}
        <CalendarGrid className="w-full table-fixed border-separate border-spacing-0.5 max-sm:-mx-4 max-sm:w-[calc(100%+2rem)] max-sm:border-spacing-x-0">
          <CalendarGridHeader>
            {(day) => (
              <CalendarHeaderCell className="pb-1 font-semibold text-ink-600 text-xs">
                {day}
              </CalendarHeaderCell>
            )}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(date) => (
              <CalendarCell
                date={date}
                className={({ isSelected, isDisabled, isOutsideMonth }) =>
                  classes(
                    'grid h-11 cursor-pointer place-items-center rounded-md font-semibold tabular-nums transition',
                    'ringed:outline-3 ringed:outline-ink-900 ringed:outline-offset-1',
                    isOutsideMonth && 'invisible',
                    isSelected
                      ? 'bg-ink-900 text-linen-50 underline underline-offset-4'
                      : 'hovered:bg-linen-200',
                    isDisabled && 'cursor-default text-linen-500 line-through hovered:bg-transparent',
                  )
                }
              />
            )}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
    </I18nProvider>
  );
}
