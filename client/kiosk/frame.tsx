import { ArrowLeft, ArrowRight, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { ConnectionBadge } from '../ui/connection-badge.tsx';
import { Logo } from '../ui/logo.tsx';
import { Progress } from './progress.tsx';
import type { ScreenProps } from './screen-props.ts';
import { stepBefore } from './steps.ts';

interface Props extends ScreenProps {
  readonly title: string;
  readonly lead?: string | undefined;
  /** The way on, at the end of the footer. */
  readonly action?: ReactNode;
  readonly isWide?: boolean;
  /** The question stands beside what it is about, where the screen is wide enough. */
  readonly isBeside?: boolean;
  /** Stands under the question. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** What stands around every question: where one is, the question, the way back and the way on. */
export function Frame({
  visit,
  view,
  connection,
  on,
  title,
  lead,
  action,
  isWide,
  isBeside,
  note,
  children,
}: Props) {
  const { t } = useTranslation('kiosk');
  return (
    <div className="daylight grid h-dvh grid-rows-[auto_1fr_auto]">
      <header className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-3 px-4 pt-4 sm:px-8 sm:pt-6 lg:grid-cols-[1fr_auto_1fr]">
        <span className="flex items-center gap-3 font-semibold">
          <Logo className="size-10 shrink-0" />
          <span className="max-sm:sr-only">{view.space.name}</span>
        </span>
        <div className="max-lg:order-last max-lg:col-span-2">
          <Progress visit={visit} />
        </div>
        <div className="flex items-center gap-2 justify-self-end">
          {connection !== 'live' && <ConnectionBadge connection={connection} />}
          <Button tone="plain" size="kiosk" className="px-4!" onPress={() => on({ type: 'over' })}>
            <X aria-hidden className="size-6" />
            {t('startOver')}
          </Button>
        </div>
      </header>
      <main key={visit.step} className="min-h-0 animate-arrive overflow-y-auto px-4 py-5 sm:px-8 sm:py-6">
        <div
          className={classes(
            'mx-auto flex min-h-full flex-col gap-5',
            isWide ? 'max-w-7xl' : 'max-w-4xl',
            isBeside &&
              'landscape:lg:grid landscape:lg:h-full landscape:lg:grid-cols-[19rem_1fr] landscape:lg:gap-8',
          )}
        >
          <div className="flex flex-col gap-2">
            <h1 className="text-2xl">{title}</h1>
            {lead && <p className="max-w-2xl text-ink-700 text-lg">{lead}</p>}
            {note}
          </div>
          {children}
        </div>
      </main>
      <footer className="flex items-center justify-between gap-3 px-4 pb-4 sm:px-8 sm:pb-6">
        {stepBefore(visit) ? (
          <Button size="kiosk" tone="plain" className="px-4!" onPress={() => on({ type: 'back' })}>
            <ArrowLeft aria-hidden className="size-6 rtl:-scale-x-100" />
            {t('back')}
          </Button>
        ) : (
          <span />
        )}
        {action}
      </footer>
    </div>
  );
}

/** The way on: one strong button with an arrow in the direction of reading. */
export function Onward({
  children,
  onPress,
  isDisabled = false,
  tone = 'strong',
}: {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  readonly tone?: 'strong' | 'act';
}) {
  return (
    <Button
      size="kiosk"
      tone={tone}
      className="grow sm:grow-0 sm:px-10!"
      isDisabled={isDisabled}
      onPress={onPress}
    >
      {children}
      <ArrowRight aria-hidden className="size-6 rtl:-scale-x-100" />
    </Button>
  );
}
