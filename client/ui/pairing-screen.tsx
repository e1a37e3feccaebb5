import { useTranslation } from 'react-i18next';
import type { DeviceKind } from '#contract/devices';
import { ErrorNote } from './error-note.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Logo } from './logo.tsx';
import { usePairing } from './use-pairing.ts';

interface Props {
  readonly kind: DeviceKind;
  readonly onPaired: () => void;
}

/** A kiosk or screen nobody has paired yet: six letters for the host to type. */
export function PairingScreen({ kind, onPaired }: Props) {
  const { t } = useTranslation('common');
  const { code, refusal } = usePairing(kind, onPaired);
  return (
    <main className="daylight grid min-h-dvh grid-rows-[auto_1fr] gap-8 p-6 sm:p-10">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <span className="flex items-center gap-3 font-semibold text-lg">
          <Logo className="size-11" />
          {t('house')}
        </span>
        <LanguageSwitch remember={false} />
      </header>
      <div className="grid place-content-center justify-items-center gap-6 text-center">
        <h1 className="text-2xl">{t(`pairing.${kind}`)}</h1>
        <p className="max-w-xl text-ink-700 text-lg">{t('pairing.how')}</p>
        <p
          role="img"
          aria-label={t('pairing.code', { code: code?.split('').join(' ') ?? '…' })}
          className="code-face flex gap-1.5 font-semibold text-[clamp(2rem,9vw,6rem)] sm:gap-3"
        >
          {(code ?? '······').split('').map((letter, place) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a letter is its place
              key={place}
              aria-hidden
              className="grid h-[1.5em] w-[1.1em] place-items-center rounded-md bg-white shadow-low"
            >
              {letter}
            </span>
          ))}
        </p>
        <p role="status" className="animate-breathe text-ink-600">
          {t('pairing.waiting')}
        </p>
        <ErrorNote refusal={refusal} />
      </div>
    </main>
  );
}
