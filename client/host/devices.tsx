import { useQuery } from '@tanstack/react-query';
import { MonitorPlay, TabletSmartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Device } from '#contract/devices';
import { SECOND } from '#values/clock';
import { call } from '../api/call.ts';
import { listDevices } from '../api/endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useFormat } from '../i18n/format.ts';
import { useHosting } from './hosting.ts';
import { Nothing, Page } from './page.tsx';
import { PairForm } from './pair-form.tsx';
import { DEVICES } from './reads.ts';
import { RevokeDevice } from './revoke-device.tsx';

const signs = { kiosk: TabletSmartphone, screen: MonitorPlay } as const;

/** The kiosks and screens of this space, read again now and then, because another host may change them. */
export function DevicesPage() {
  const { t } = useTranslation('host');
  const { timeZone } = useHosting().view.space;
  const { data, error } = useQuery({
    queryKey: DEVICES,
    queryFn: ({ signal }) => call(listDevices, { as: 'host', signal }),
    refetchInterval: 15 * SECOND,
  });
  const devices = data?.devices ?? [];
  return (
    <Page title={t('devices.title')} refusal={error instanceof Refusal ? error : undefined}>
      {data && devices.length === 0 && <Nothing>{t('devices.none')}</Nothing>}
      <ul className="flex flex-col gap-2">
        {devices.map((device) => (
          <DeviceRow key={device.deviceId} device={device} timeZone={timeZone} />
        ))}
      </ul>
      <PairForm />
    </Page>
  );
}

function DeviceRow({ device, timeZone }: { readonly device: Device; readonly timeZone: string }) {
  const { t } = useTranslation('host');
  const { weekdayTime } = useFormat(timeZone);
  const Sign = signs[device.kind];
  return (
    <li className="flex flex-wrap items-center gap-4 rounded-lg bg-linen-50 p-4 shadow-low">
      <Sign aria-hidden className="size-7 shrink-0 text-wood-700" />
      <div className="min-w-0 grow">
        <h2 className="break-words text-base">{device.name}</h2>
        <p className="text-ink-700 text-sm">
          {t(`devices.${device.kind}`)} · {t('devices.since', { when: weekdayTime(device.pairedAt) })}
        </p>
      </div>
      <RevokeDevice device={device} />
    </li>
  );
}
