import { useTranslation } from 'react-i18next';
import type { MemberView } from '#contract/boards';

interface Props {
  readonly introductions: MemberView['introductions'];
  readonly lunch: MemberView['lunch'];
}

/** What has changed, for those who hear the page: said politely, without moving anything. */
export function Announcement({ introductions, lunch }: Props) {
  const { t } = useTranslation('member');
  const all = Object.values(introductions);
  const asked = all.filter(({ state }) => state === 'offered').length;
  const agreed = all.flatMap(({ state, other }) => (state === 'accepted' && other ? [other.name] : []));
  return (
    <div role="status" className="sr-only">
      {agreed.map((name) => (
        <p key={name}>{t('announce.accepted', { name })}</p>
      ))}
      {asked > 0 && <p>{t('announce.offered', { count: asked })}</p>}
      {lunch?.state === 'asked' && <p>{t('announce.lunch')}</p>}
      {lunch?.state === 'set' && <p>{t('announce.table')}</p>}
    </div>
  );
}
