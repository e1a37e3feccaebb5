import { useTranslation } from 'react-i18next';
import type { Openness } from '#contract/checkins';
import type { OwnProfile } from '#contract/people';

/** Why there is nobody to meet now: whichever is true, and what would change it. */
function reasonFor(own: OwnProfile, openness: Openness) {
  if (!own.consents.matching) return 'consent';
  if (openness === 'closed') return 'closed';
  if (own.profile.offers.length + own.profile.needs.length === 0) return 'blank';
  return openness;
}

/** Nobody to meet at the moment, said warmly and as it is. */
export function NothingYet({ own, openness }: { readonly own: OwnProfile; readonly openness: Openness }) {
  const { t } = useTranslation('member');
  const reason = reasonFor(own, openness);
  return (
    <section className="rounded-xl border-2 border-linen-300 border-dashed p-5">
      <h2 className="text-lg">{t(`nothing.${reason}.title`)}</h2>
      <p className="mt-1 text-ink-700">{t(`nothing.${reason}.text`)}</p>
    </section>
  );
}
