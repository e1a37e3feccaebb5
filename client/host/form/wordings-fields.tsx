import type { Wordings } from '#contract/rooms';
import { LANGUAGES } from '#values/locale';
import { OWN_NAMES } from '../../ui/language-switch.tsx';
import { LineField } from './line-field.tsx';

interface Props {
  readonly words: Wordings;
  readonly onChange: (words: Wordings) => void;
  /** By the path from the words. */
  readonly isWrong: (path: string) => boolean;
}

/** The same words in every language of the house, each field written in its own direction. */
export function WordingsFields({ words, onChange, isWrong }: Props) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      {LANGUAGES.map((language) => (
        <LineField
          key={language}
          language={language}
          label={OWN_NAMES[language]}
          value={words[language]}
          onChange={(text) => onChange({ ...words, [language]: text })}
          isWrong={isWrong(language)}
        />
      ))}
    </div>
  );
}
