import { useId, useRef } from 'react';
import type { PressEvent } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Credential } from '#contract/auth';
import type { SkillId } from '#contract/skills';
import { freeSkill, useSkillNames, useSkillProposals } from '../api/skills.ts';
import { useLanguage } from '../i18n/format.ts';
import { RemovableChip, ToggleChip } from './chip.tsx';
import { TextField } from './text-field.tsx';
import { useSettled } from './use-settled.ts';

const MOST_PROPOSALS = 5;
const MOST_SKILLS = 24;
const LONGEST = 280;

interface Props {
  readonly as: Credential;
  readonly label: string;
  readonly example: string;
  readonly proposalsLabel: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly skills: readonly SkillId[];
  readonly onSkills: (skills: readonly SkillId[]) => void;
  /** May one's own words become a skill? A focus keeps its words anyway. */
  readonly keepsOwnWords?: boolean;
  readonly rows?: number;
  readonly size?: 'touch' | 'kiosk';
  readonly autoFocus?: boolean;
}

/** Plain words, and the skills they speak of, which one tap takes. */
export function SkillWords(props: Props) {
  const { as, text, onText, skills, onSkills, keepsOwnWords = false, rows = 2, size = 'touch' } = props;
  const { t } = useTranslation('common');
  const language = useLanguage();
  const nameOf = useSkillNames(language, as);
  const heading = useId();
  const box = useRef<HTMLDivElement>(null);
  const proposals = useSkillProposals(useSettled(text.trim()), language, as).slice(0, MOST_PROPOSALS);
  const own = keepsOwnWords ? freeSkill(text) : undefined;
  const offered = [
    ...proposals.map(({ skill, label }) => ({ skill, label })),
    ...(own ? [{ skill: own, label: t('skillWords.own', { words: nameOf(own) }) }] : []),
  ].filter(({ skill }) => !skills.includes(skill) && skills.length < MOST_SKILLS);
  const take = (skill: SkillId) => {
    onSkills([...skills, skill]);
    if (skill === own) onText('');
  };
  // A chip goes away under the key that took it; for a finger, focus would only raise the keyboard again.
  const keepFocus = ({ pointerType }: PressEvent) => {
    if (pointerType === 'keyboard' || pointerType === 'virtual')
      box.current?.querySelector<HTMLElement>('textarea, input')?.focus();
  };
  return (
    <div ref={box} className="flex flex-col gap-4">
      <TextField
        size={size}
        rows={rows}
        maxLength={LONGEST}
        autoFocus={props.autoFocus ?? false}
        autoComplete="off"
        labelClassName="font-semibold text-lg"
        label={props.label}
        placeholder={props.example}
        value={text}
        // What crosses the wire is one line.
        onChange={(words) => onText(words.replace(/\s*\n\s*/g, ' '))}
      />
      {skills.length > 0 && (
        <ul aria-label={t('skillWords.chosen')} className="flex flex-wrap gap-2.5">
          {skills.map((skill) => (
            <li key={skill}>
              <RemovableChip
                size={size}
                onRemove={(event) => {
                  onSkills(skills.filter((kept) => kept !== skill));
                  keepFocus(event);
                }}
              >
                {nameOf(skill)}
              </RemovableChip>
            </li>
          ))}
        </ul>
      )}
      <div aria-live="polite">
        {offered.length > 0 && (
          <div className="flex animate-arrive flex-col gap-2">
            <p id={heading} className="text-ink-700 text-sm">
              {props.proposalsLabel}
            </p>
            <ul aria-labelledby={heading} className="flex flex-wrap gap-2.5">
              {offered.map(({ skill, label }) => (
                <li key={skill}>
                  <ToggleChip size={size} isSelected={false} onChange={() => take(skill)} onPress={keepFocus}>
                    {label}
                  </ToggleChip>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  );
}
