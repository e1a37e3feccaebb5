import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Logo } from './logo.tsx';

interface Props {
  readonly children: ReactNode;
}

/** A fault in a page leaves a way out, not an empty screen. React offers this as a class only. */
export class FaultBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <Fault /> : this.props.children;
  }
}

function Fault() {
  const { t } = useTranslation('common', { useSuspense: false });
  return (
    <main
      role="alert"
      className="grid min-h-dvh place-content-center justify-items-center gap-6 p-6 text-center"
    >
      <Logo className="size-20" />
      <h1 className="max-w-xl text-xl">{t('errors.server_fault')}</h1>
      <Button tone="strong" size="kiosk" onPress={() => location.reload()}>
        {t('retry')}
      </Button>
    </main>
  );
}
