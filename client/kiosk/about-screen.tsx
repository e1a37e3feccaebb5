import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../ui/text-field.tsx';
import { Frame, Onward } from './frame.tsx';
import type { ScreenProps } from './screen-props.ts';

const LONGEST = 80;

/** A first visit: a name, and a company if there is one. */
export function AboutScreen(props: ScreenProps) {
  const { visit, on } = props;
  const { name, company } = visit.answers;
  const { t } = useTranslation('kiosk');
  const [wasAsked, setAsked] = useState(false);
  const isMissing = name.trim() === '';
  const next = () => (isMissing ? setAsked(true) : on({ type: 'onward' }));
  return (
    <Frame
      {...props}
      title={t('about.title')}
      lead={t('about.lead')}
      action={<Onward onPress={next}>{t('next')}</Onward>}
    >
      <form
        className="flex flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        <TextField
          autoFocus
          isRequired
          validationBehavior="aria"
          size="kiosk"
          maxLength={LONGEST}
          autoComplete="off"
          label={t('about.name')}
          fault={wasAsked && isMissing ? t('about.nameMissing') : undefined}
          value={name}
          onChange={(words) => on({ type: 'told', answers: { name: words } })}
        />
        <TextField
          size="kiosk"
          maxLength={LONGEST}
          autoComplete="off"
          label={t('about.optional', { label: t('about.company') })}
          value={company}
          onChange={(words) => on({ type: 'told', answers: { company: words } })}
        />
        {/* Enter in a field is the same as the button in the footer. */}
        <button type="submit" hidden />
      </form>
    </Frame>
  );
}
