import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MemberView } from '#contract/boards';
import type { OwnProfile } from '#contract/people';
import { endSession } from '../api/endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { AboutForm } from './about-form.tsx';
import { Blocks } from './blocks.tsx';
import { ConsentSwitches } from './consent-switches.tsx';
import { Languages } from './languages.tsx';
import { SkillEditor } from './skill-editor.tsx';

interface Props {
  readonly own: OwnProfile;
  readonly blocks: MemberView['blocks'];
  readonly onSignedOut: () => void;
}

/** Who I am here, and what may be done with it. */
export function Profile({ own, blocks, onSignedOut }: Props) {
  const { t } = useTranslation('member');
  const { run, isBusy, refusal } = useAction(endSession);
  const signOut = async () => {
    const reply = await run({ as: 'member' });
    if (!(reply instanceof Refusal)) onSignedOut();
  };
  return (
    <>
      <h1 className="text-2xl">{t('profile.title')}</h1>
      <p className="text-ink-700">{t('profile.lead')}</p>
      <SkillEditor field="offers" skills={own.profile.offers} />
      <SkillEditor field="needs" skills={own.profile.needs} />
      <AboutForm profile={own.profile} />
      <ConsentSwitches consents={own.consents} />
      <Blocks blocks={blocks} />
      <Languages profile={own.profile} />
      <Button tone="quiet" isDisabled={isBusy} onPress={() => void signOut()}>
        <LogOut aria-hidden className="size-5 rtl:-scale-x-100" />
        {t('profile.signOut')}
      </Button>
      <ErrorNote refusal={refusal} />
    </>
  );
}
