import { useTranslation } from 'react-i18next';
import type { MemberView } from '#contract/boards';
import { SECOND } from '#values/clock';
import { RoomTaken } from '../ui/room-taken.tsx';
import { SitTogether } from '../ui/sit-together.tsx';
import { useNow } from '../ui/use-now.ts';
import type { Present } from '../ui/use-proposal.ts';

interface Props {
  readonly present: Present;
  readonly room: MemberView['room'];
}

/** The room that one has now, or the way to one: a free seat is for one person. */
export function OwnRoom({ present, room }: Props) {
  const { t } = useTranslation('member');
  const now = useNow(SECOND);
  const isMine = room !== undefined && Date.parse(room.endsAt) > now;
  return (
    <section
      aria-labelledby="own-room"
      className={`flex flex-col gap-4 rounded-xl p-5 shadow-low ${isMine ? 'bg-leaf-100' : 'bg-linen-50'}`}
    >
      <h2 id="own-room" className="font-bold text-lg">
        {t(isMine ? 'room.mine' : 'room.title')}
      </h2>
      {isMine ? (
        <RoomTaken present={present} room={room} />
      ) : (
        <>
          <p className="text-ink-700">{t('room.text')}</p>
          <SitTogether present={present} />
        </>
      )}
    </section>
  );
}
