import { useTranslation } from 'react-i18next';

interface Props {
  readonly name: string;
  readonly seatLabel: string;
  readonly zone: string;
}

/** One's place at the table: the card that stands on it, and where in the space it is. */
export function OwnPlace({ name, seatLabel, zone }: Props) {
  const { t } = useTranslation('member');
  return (
    <section aria-label={t('place.label')} className="wood flex items-center gap-4 rounded-xl p-3">
      <p className="place-card code-face grid min-h-15 min-w-18 place-items-center px-3 font-bold text-2xl">
        <span className="sr-only">{t('place.seat')} </span>
        {seatLabel}
      </p>
      <div className="min-w-0">
        <h1 className="break-words text-xl">{t('today.greeting', { name })}</h1>
        <p className="font-semibold text-sm">{zone}</p>
      </div>
    </section>
  );
}
