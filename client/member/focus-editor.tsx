import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckIn, Focus } from '#contract/checkins';
import { changeCheckIn } from '../api/endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useSkillNames } from '../api/skills.ts';
import { useAction } from '../api/use-action.ts';
import { useLanguage } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { SkillWords } from '../ui/skill-words.tsx';

/** What is on my mind today, and how to say it anew. */
export function FocusEditor({ checkIn }: { readonly checkIn: CheckIn }) {
  const { t } = useTranslation('member');
  const [isEdited, setEdited] = useState(false);
  const [wasEdited, setWasEdited] = useState(false);
  const close = () => {
    setEdited(false);
    setWasEdited(true);
  };
  return (
    <section className="flex flex-col gap-3 rounded-xl bg-linen-50 p-5 shadow-low">
      {isEdited ? (
        <FocusForm checkIn={checkIn} onClose={close} />
      ) : (
        <>
          <h2 className="font-bold text-lg">{t('focus.title')}</h2>
          <FocusShown focus={checkIn.focus} />
          {/* The form is gone; whoever uses the keyboard goes on from here. */}
          <Button tone="quiet" className="self-start" autoFocus={wasEdited} onPress={() => setEdited(true)}>
            <Pencil aria-hidden className="size-4" />
            {t('focus.change')}
          </Button>
        </>
      )}
    </section>
  );
}

function FocusShown({ focus: { text, skills } }: { readonly focus: Focus }) {
  const { t } = useTranslation('member');
  const nameOf = useSkillNames(useLanguage(), 'member');
  return (
    <>
      <p className={text ? 'break-words text-lg' : 'text-ink-700'}>{text || t('focus.none')}</p>
      {skills.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {skills.map((skill) => (
            <li key={skill}>
              <Chip>{nameOf(skill)}</Chip>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function FocusForm({ checkIn, onClose }: { readonly checkIn: CheckIn; readonly onClose: () => void }) {
  const { t } = useTranslation('member');
  const [text, setText] = useState(checkIn.focus.text);
  const [skills, setSkills] = useState<Focus['skills']>(checkIn.focus.skills);
  const { run, isBusy, refusal } = useAction(changeCheckIn);
  const save = async () => {
    const reply = await run({
      as: 'member',
      params: { checkInId: checkIn.checkInId },
      body: { focus: { text, skills } },
    });
    if (!(reply instanceof Refusal)) onClose();
  };
  return (
    <>
      <SkillWords
        as="member"
        autoFocus
        label={t('focus.title')}
        example={t('focus.example')}
        proposalsLabel={t('focus.proposals')}
        text={text}
        onText={setText}
        skills={skills}
        onSkills={(chosen) => setSkills([...chosen])}
      />
      <ErrorNote refusal={refusal} />
      <div className="flex flex-wrap gap-3">
        <Button tone="strong" className="grow" isDisabled={isBusy} onPress={() => void save()}>
          {t('save')}
        </Button>
        <Button tone="plain" onPress={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </>
  );
}
