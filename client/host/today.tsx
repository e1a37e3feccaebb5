import { useTranslation } from 'react-i18next';
import type { BoardView } from '#contract/boards';
import { useFormat } from '../i18n/format.ts';

/** The space in four numbers, each a card on the table. */
export function Today({ view: { present, seats, introductions } }: { readonly view: BoardView }) {
  const { t } = useTranslation('host');
  const { number } = useFormat();
  const inState = (state: string) => Object.values(introductions).filter((one) => one.state === state).length;
  const numbers = [
    { name: 'here', value: Object.keys(present).length },
    { name: 'free', value: seats.free },
    { name: 'agreed', value: inState('accepted') },
    { name: 'talked', value: inState('met') },
  ] as const;
  return (
    <section aria-label={t('today.label')} className="wood rounded-xl p-4">
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {numbers.map(({ name, value }) => (
          <div
            key={name}
            className="place-card flex flex-col-reverse items-center justify-end px-2 pt-3 pb-4 text-center"
          >
            <dt className="text-sm leading-tight">{t(`today.${name}`)}</dt>
            <dd className="font-bold text-2xl tabular-nums">{number(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
