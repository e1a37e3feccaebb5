import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RevisedBookingPolicy } from '#contract/rooms';
import { readBookingPolicy } from '../../api/host-endpoints.ts';
import { ManagersNote } from '../form/managers-only.tsx';
import { useHosting } from '../hosting.ts';
import { Page } from '../page.tsx';
import { useRead } from '../reads.ts';

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly children: (policy: RevisedBookingPolicy) => ReactNode;
}

/** A page about the booking policy, which only managers may read: vouchers and rules are not for everybody. */
export function PolicyRead({ title, lead, children }: Props) {
  const { t } = useTranslation('host');
  const { view, isManager } = useHosting();
  const params = { spaceId: view.space.id };
  const { data, refusal } = useRead(readBookingPolicy, { params }, { isOn: isManager });
  return (
    <Page title={title} lead={lead} back={{ to: '/host/rooms', label: t('nav.rooms') }} refusal={refusal}>
      {!isManager && <ManagersNote />}
      {data && children(data)}
    </Page>
  );
}
