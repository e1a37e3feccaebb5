import { Check, Coffee, Soup } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MemberView, SeenCarrier } from '#contract/boards';
import type { PersonId } from '#contract/people';
import type { Treat } from '#contract/seat-fund';
import { takeTreat } from '../api/endpoints.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useRoomNames } from '../ui/use-room-names.ts';

const kinds = [
  { kind: 'coffee', Sign: Coffee },
  { kind: 'lunch', Sign: Soup },
] as const satisfies readonly { kind: Treat; Sign: unknown }[];

interface Props {
  readonly personId: PersonId;
  readonly spaceId: string;
  readonly treats: MemberView['treats'];
}

/** The day's coffee and lunch: one tap says that one has taken it, so that whoever carried it can be told. */
export function Treats({ personId, spaceId, treats }: Props) {
  const { t } = useTranslation('member');
  const { run, isBusy, refusal } = useAction(takeTreat);
  const nameOf = useRoomNames(spaceId);
  const by = (carrier: SeenCarrier) => {
    const room = nameOf(carrier.roomId);
    return room ? t('treats.room', { room }) : t(`treats.${carrier.kind}`);
  };
  return (
    <section aria-labelledby="treats" className="flex flex-col gap-3 rounded-xl bg-linen-50 p-5 shadow-low">
      <h2 id="treats" className="font-bold text-lg">
        {t('treats.title')}
      </h2>
      <p className="text-ink-700">{t('treats.text')}</p>
      <ul className="grid gap-3 sm:grid-cols-2">
        {kinds.map(({ kind, Sign }) => {
          const carrier = treats[kind];
          return (
            <li key={kind} className="flex">
              {carrier ? (
                <p className="flex min-h-13 w-full items-center gap-3 rounded-md bg-leaf-100 px-4 py-2">
                  <Check aria-hidden className="size-5 shrink-0 text-leaf-700" strokeWidth={3} />
                  <span className="flex flex-col">
                    <span className="font-semibold">{t(`treats.${kind}.taken`)}</span>
                    <span className="text-sm">{by(carrier)}</span>
                  </span>
                </p>
              ) : (
                <Button
                  className="min-h-13 w-full"
                  isDisabled={isBusy}
                  onPress={() => void run({ as: 'member', body: { personId, kind } })}
                >
                  <Sign aria-hidden className="size-5 shrink-0" />
                  {t(`treats.${kind}.take`)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <ErrorNote refusal={refusal} />
    </section>
  );
}
