import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { PlaceCard } from './place-card.tsx';
import type { ScreenProps } from './screen-props.ts';
import { useCountdown } from './use-countdown.ts';

const SHOWN_SECONDS = 30;

/** The seat, the way to the phone and, the first time, the pass. It goes by itself, for others are waiting. */
export function DoneScreen({ visit, view, on }: ScreenProps) {
  const { t } = useTranslation('kiosk');
  const over = () => on({ type: 'over' });
  const left = useCountdown(SHOWN_SECONDS, over);
  const { seated, pass, answers } = visit;
  const seat = view.space.seats.find(({ id }) => id === seated?.seatId)?.label ?? '';
  return (
    <div className="daylight grid min-h-dvh grid-rows-[1fr_auto]">
      <main className="grid animate-arrive content-center items-center gap-8 p-6 sm:p-10 lg:grid-cols-[1fr_auto] lg:gap-14">
        <div className="flex flex-col items-center gap-8 text-center">
          <h1 className="text-2xl">{t('seated.title', { seat, name: answers.name })}</h1>
          <PlaceCard label={seat} />
        </div>
        <div className="mx-auto flex w-full max-w-md flex-col gap-4">
          {seated && (
            <section className="flex items-center gap-5 rounded-xl bg-linen-50 p-5 shadow-low max-sm:flex-col sm:p-6">
              <QrCode
                className="size-40 shrink-0 sm:size-44"
                label={t('seated.phoneCode')}
                text={`${location.origin}/me#link=${seated.phone}`}
              />
              <div className="flex flex-col gap-1.5">
                <h2 className="text-lg">{t('seated.phoneTitle')}</h2>
                <p className="text-ink-700">{t('seated.phone')}</p>
              </div>
            </section>
          )}
          {pass && (
            <section className="rounded-xl bg-wood-100 p-5 sm:p-6">
              <h2 className="text-lg">{t('seated.passTitle')}</h2>
              <p className="text-ink-800">{t('seated.pass')}</p>
              <dl className="mt-3 flex flex-wrap gap-x-8 gap-y-2">
                <PassPart name={t('door.code')} value={pass.code} />
                <PassPart name={t('door.pin')} value={pass.pin} />
              </dl>
            </section>
          )}
        </div>
      </main>
      <footer className="flex flex-wrap items-center justify-between gap-4 p-6 sm:px-10">
        <p className="text-ink-700" role="timer">
          {t('seated.closes', { count: left })}
        </p>
        <Button tone="strong" size="kiosk" className="px-12! max-sm:w-full" onPress={over}>
          {t('done')}
        </Button>
      </footer>
    </div>
  );
}

function PassPart({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="flex flex-col">
      <dt className="text-ink-800 text-sm">{name}</dt>
      <dd className="code-face font-bold text-xl tracking-widest">{value}</dd>
    </div>
  );
}
