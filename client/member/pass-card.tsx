import { useTranslation } from 'react-i18next';
import type { Pass } from '#contract/people';
import { QrCode } from '../ui/qr-code.tsx';

/** The pass, large enough for the kiosk's camera, with what can be typed instead. */
export function PassCard({ pass: { code, pin, qr } }: { readonly pass: Pass }) {
  const { t } = useTranslation('member');
  return (
    <div className="wood rounded-xl p-4">
      <div className="flex flex-col items-center gap-4 rounded-lg bg-white p-5">
        <QrCode text={qr} label={t('pass.qr')} className="w-full max-w-72" />
        <dl className="grid w-full max-w-72 grid-cols-2 gap-3 text-center">
          <Typed name={t('pass.code')} value={code} />
          <Typed name={t('pass.pin')} value={pin} />
        </dl>
        <p className="text-center text-ink-700 text-sm">{t('pass.hint')}</p>
      </div>
    </div>
  );
}

function Typed({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="rounded-md bg-linen-100 p-2">
      <dt className="text-ink-700 text-sm">{name}</dt>
      <dd className="code-face select-all font-bold text-lg">{value}</dd>
    </div>
  );
}
