import { CircleCheck } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../api/refusal.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Asked } from './asked.ts';

interface Props {
  /** What the button says. */
  readonly go: string;
  /** Names the form for those who do not see where it stands. */
  readonly label: string;
  /** Is all filled in that has to be? */
  readonly isReady: boolean;
  /** Resolves with whether it was done. */
  readonly onSend: () => Promise<boolean>;
  readonly isBusy: boolean;
  readonly refusal: Refusal | undefined;
  /** What is said when it was done. */
  readonly done?: string;
  readonly children: ReactNode;
}

/** A form that is sent as a whole: what is wrong is said beside each field once somebody has asked to send it. */
export function EntryForm({ go, label, isReady, onSend, isBusy, refusal, done, children }: Props) {
  const { t } = useTranslation('host');
  const [isAsked, setAsked] = useState(false);
  const [isDone, setDone] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setDone(false);
    setAsked(!isReady);
    if (isReady) setDone(await onSend());
  };
  return (
    <Asked value={isAsked && !isReady}>
      <form
        noValidate
        aria-label={label}
        onSubmit={(event) => void submit(event)}
        className="flex flex-col gap-4"
      >
        {children}
        <ErrorNote refusal={refusal} />
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" tone="strong" isPending={isBusy}>
            {go}
          </Button>
          <p role="status" className="flex items-center gap-2 font-semibold text-leaf-700 empty:hidden">
            {isDone && (
              <>
                <CircleCheck aria-hidden className="size-5 shrink-0" />
                {done ?? t('saved')}
              </>
            )}
          </p>
          {isAsked && !isReady && <p className="font-semibold text-tomato-700">{t('form.unready')}</p>}
        </div>
      </form>
    </Asked>
  );
}

/** Fields side by side where there is room. */
export function Fields({ children }: { readonly children: ReactNode }) {
  return <div className="grid items-end gap-4 sm:grid-cols-2 xl:grid-cols-3">{children}</div>;
}
