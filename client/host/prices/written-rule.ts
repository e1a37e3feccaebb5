import type { YieldCondition, YieldRule } from '#contract/rooms';
import { LANGUAGES, type Language } from '#values/locale';

const WHOLE = 10_000;

/** What a rule can look at. */
export const LOOKS_AT = ['weekday', 'time', 'lead', 'occupancy'] as const satisfies YieldCondition['on'][];

/** A yield rule while it is written, with room for every condition, so that changing one's mind loses nothing. */
export interface WrittenRule {
  readonly ruleId: string;
  readonly on: YieldCondition['on'];
  readonly weekdays: readonly number[];
  /** Minutes after midnight. */
  readonly from: number;
  readonly to: number;
  readonly fromDays: number | undefined;
  readonly toDays: number | undefined;
  /** How full the day is, from and up to. */
  readonly fullFrom: number | undefined;
  readonly fullTo: number | undefined;
  readonly adjust: number | undefined;
  readonly floor: number | undefined;
  readonly ceiling: number | undefined;
  readonly reason: Readonly<Record<Language, string>>;
}

/** A rule that says nothing yet. */
export function blankRule(ruleId: string): WrittenRule {
  return {
    ruleId,
    on: 'weekday',
    weekdays: [],
    from: 9 * 60,
    to: 12 * 60,
    fromDays: undefined,
    toDays: undefined,
    fullFrom: undefined,
    fullTo: WHOLE,
    adjust: undefined,
    floor: 8_000,
    ceiling: 13_000,
    reason: { en: '', nl: '', ar: '', ja: '' },
  };
}

/** A rule to be written over. */
export function writtenRule({ ruleId, when, adjust, floor, ceiling, reason }: YieldRule): WrittenRule {
  const words = Object.fromEntries(LANGUAGES.map((language) => [language, reason[language]]));
  const rule = { ...blankRule(ruleId), on: when.on, adjust, floor, ceiling };
  const told = { ...rule, reason: { ...rule.reason, ...words } };
  // A range is half-open, so a day that is full lies below a hundred percent and one coin more.
  if (when.on === 'occupancy') return { ...told, fullFrom: when.from, fullTo: Math.min(WHOLE, when.to) };
  return { ...told, ...when };
}

function conditionOf(written: WrittenRule): unknown {
  const { on, weekdays, from, to, fromDays, toDays, fullFrom, fullTo } = written;
  switch (on) {
    case 'weekday':
      return { on, weekdays: [...weekdays].sort() };
    case 'time':
      return { on, from, to };
    case 'lead':
      return { on, fromDays, toDays };
    case 'occupancy':
      return { on, from: fullFrom, to: fullTo === WHOLE ? WHOLE + 1 : fullTo };
  }
}

/** What is sent of it; the contract says whether it can be. */
export function sentRule(written: WrittenRule): unknown {
  const { ruleId, adjust, floor, ceiling, reason } = written;
  return { ruleId, when: conditionOf(written), adjust, floor, ceiling, reason };
}
