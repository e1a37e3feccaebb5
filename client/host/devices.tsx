import { useQuery } from '@tanstack/react-query';
import { MonitorPlay, TabletSmartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Device } from '#contract/devices';
import { SECOND } from '#values/clock';
import { call } from '../api/call.ts';
import { listDevices } from '../api/endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useFormat } from '../i18n/format.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { DEVICES } from './reads.ts';
import { RevokeDevice } from './revoke-device.tsx';

const signs = { kiosk: TabletSmartphone, screen: MonitorPlay } as const;

/** The kiosks and screens of this space, read again now and then, because another host may change them. */
export function Devices({ timeZone }: { readonly timeZone: string }) {
  const { t } = useTranslation('host');
  const { data, error } = useQuery({
    queryKey: DEVICES,
    queryFn: ({ signal }) => call(listDevices, { as: 'host', signal }),
    refetchInterval: 15 * SECOND,
  });
  const devices = data?.devices ?? [];
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-xl">{t('devices.title')}</h2>
      <ErrorNote refusal={error instanceof Refusal ? error : undefined} />
      {data && devices.length === 0 && (
        <p className="rounded-lg border-2 border-linen-300 border-dashed p-5 text-ink-700">
          {t('devices.none')}
        </p>
      )}
      <ul className="flex flex-col gap-2">
        {devices.map((device) => (
          <DeviceRow key={device.deviceId} device={device} timeZone={timeZone} />
        ))}
      </ul>
    </section>
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
        <h3 className="break-words text-base">{device.name}</h3>
        <p className="text-ink-700 text-sm">
          {t(`devices.${device.kind}`)} · {t('devices.since', { when: weekdayTime(device.pairedAt) })}
        </p>
      </div>
      <RevokeDevice device={device} />
    </li>
  );
}
