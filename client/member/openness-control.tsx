import { Coffee, DoorClosed, HandHeart } from 'lucide-react';
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type CheckIn, type Openness, openness as opennessOf } from '#contract/checkins';
import { changeCheckIn } from '../api/endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { ErrorNote } from '../ui/error-note.tsx';

const choices = [
  { choice: 'open', Sign: HandHeart },
  { choice: 'breaks', Sign: Coffee },
  { choice: 'closed', Sign: DoorClosed },
] as const satisfies readonly { choice: Openness; Sign: unknown }[];

/** Am I open to meeting somebody? One tap; shown at once, and taken back if the server refuses. */
export function OpennessControl({ checkIn }: { readonly checkIn: CheckIn }) {
  const { t } = useTranslation('member');
  const { run, refusal } = useAction(changeCheckIn);
  const [wished, setWished] = useState<Openness>();
  const shown = wished ?? checkIn.openness;
  const choose = async (value: string) => {
    const { data: openness } = opennessOf.safeParse(value);
    if (!openness) return;
    setWished(openness);
    await run({ as: 'member', params: { checkInId: checkIn.checkInId }, body: { openness } });
    setWished((now) => (now === openness ? undefined : now));
  };
  return (
    <div className="flex flex-col gap-3 rounded-xl bg-linen-50 p-5 shadow-low">
      <RadioGroup value={shown} onChange={(value) => void choose(value)} className="flex flex-col gap-3">
        <Label className="font-bold text-lg">{t('opennessLabel')}</Label>
        <div className="grid gap-1.5 rounded-lg bg-linen-200 p-1.5 sm:grid-cols-3">
          {choices.map(({ choice, Sign }) => (
            <Radio
              key={choice}
              value={choice}
              className="flex min-h-12 cursor-pointer items-center gap-3 rounded-md px-4 font-semibold transition selected:bg-ink-900 selected:text-linen-50 selected:underline selected:underline-offset-4 ringed:outline-3 ringed:outline-ink-900 ringed:outline-offset-2 sm:justify-center sm:px-2 sm:text-sm"
            >
              <Sign aria-hidden className="size-5 shrink-0" />
              {t(`openness.${choice}.label`)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <p aria-live="polite" className="text-ink-700">
        {t(`openness.${shown}.hint`)}
      </p>
      <ErrorNote refusal={refusal} />
    </div>
  );
}
