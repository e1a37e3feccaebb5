import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '#contract/people';
import { changeProfile } from '../api/endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { TextField } from '../ui/text-field.tsx';

/** Name, company and a sentence about me: what somebody sees once we have both said yes. */
export function AboutForm({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation('member');
  const [name, setName] = useState(profile.name);
  const [company, setCompany] = useState(profile.company ?? '');
  const [about, setAbout] = useState(profile.about ?? '');
  const [isSaved, setSaved] = useState(false);
  const { run, isBusy, refusal } = useAction(changeProfile);
  const isNameless = name.trim() === '';
  const edit = (set: (text: string) => void) => (text: string) => {
    set(text.replace(/\s*\n\s*/g, ' '));
    setSaved(false);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isNameless) return;
    const reply = await run({ as: 'member', body: { profile: { name, company, about } } });
    setSaved(!(reply instanceof Refusal));
  };
  return (
    <form
      noValidate
      onSubmit={(event) => void save(event)}
      className="flex flex-col gap-4 rounded-xl bg-linen-50 p-5 shadow-low"
    >
      <h2 className="font-bold text-lg">{t('profile.about')}</h2>
      <p className="text-ink-700 text-sm">{t('profile.aboutHint')}</p>
      <TextField
        label={t('profile.name')}
        value={name}
        onChange={edit(setName)}
        maxLength={80}
        autoComplete="name"
        fault={isNameless ? t('profile.nameMissing') : undefined}
      />
      <TextField
        label={t('profile.company')}
        value={company}
        onChange={edit(setCompany)}
        maxLength={80}
        autoComplete="organization"
      />
      <TextField
        label={t('profile.sentence')}
        rows={3}
        value={about}
        onChange={edit(setAbout)}
        maxLength={280}
      />
      <ErrorNote refusal={refusal} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" tone="strong" isDisabled={isBusy || isNameless}>
          {t('save')}
        </Button>
        <p role="status" className="font-semibold text-leaf-700">
          {isSaved && t('saved')}
        </p>
      </div>
    </form>
  );
}
