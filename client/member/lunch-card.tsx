import { EyeOff, Utensils } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#contract/introductions';
import type { OwnTable } from '#contract/lunches';
import { answerTable, tellLunch } from '../api/endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useSkillNames } from '../api/skills.ts';
import { useAction } from '../api/use-action.ts';
import { useFormat, useLanguage } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Reasons } from './reasons.tsx';
import { StandsUntil } from './stands-until.tsx';

interface Props {
  readonly table: OwnTable;
}

/** Lunch with two or three others, from the question to “we talked”. */
export function LunchCard({ table }: Props) {
  const { t } = useTranslation('member');
  const frame = useRef<HTMLElement>(null);
  // An answer takes its buttons away; whoever uses the keyboard stays with the card.
  const stay = () => frame.current?.focus();
  return (
    <article
      ref={frame}
      tabIndex={-1}
      aria-label={t('lunch.title')}
      data-lunch={table.state}
      className="flex animate-arrive flex-col gap-5 rounded-xl bg-white p-5 shadow-high sm:p-7"
    >
      <Stage table={table} onAnswered={stay} />
    </article>
  );
}

function Stage({ table, onAnswered }: Props & { readonly onAnswered: () => void }) {
  switch (table.state) {
    case 'asked':
      return <Asked table={table} onAnswered={onAnswered} />;
    case 'waiting':
      return <Waiting table={table} />;
    case 'set':
    case 'met':
      return <Together table={table} onAnswered={onAnswered} />;
  }
}

function Headline({ table: { topic, beginsAt }, children }: Props & { readonly children: ReactNode }) {
  const { t } = useTranslation('member');
  const { time } = useFormat();
  const nameOf = useSkillNames(useLanguage(), 'member');
  return (
    <div className="flex items-start gap-4">
      <span className="mt-1 grid size-11 shrink-0 place-items-center rounded-full bg-wood-100 text-wood-700">
        <Utensils aria-hidden className="size-6" />
      </span>
      <div className="flex min-w-0 flex-col gap-1">
        <h2 className="break-words text-2xl">{children}</h2>
        <p className="text-ink-700 text-lg">
          {topic
            ? t('lunch.whenAbout', { time: time(beginsAt), skill: nameOf(topic) })
            : t('lunch.when', { time: time(beginsAt) })}
        </p>
      </div>
    </div>
  );
}

function Asked({ table, onAnswered }: Props & { readonly onAnswered: () => void }) {
  const { t } = useTranslation('member');
  const { run, isBusy, refusal } = useAction(answerTable);
  const say = async (answer: Answer) => {
    const reply = await run({ as: 'member', params: { tableId: table.tableId }, body: { answer } });
    if (!(reply instanceof Refusal)) onAnswered();
  };
  return (
    <>
      <Headline table={table}>{t('lunch.question')}</Headline>
      <div className="flex flex-col gap-3">
        <p className="font-semibold">{t('lunch.among')}</p>
        <Reasons introduction={table} />
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Button tone="act" size="kiosk" isDisabled={isBusy} onPress={() => void say('yes')}>
          {t('lunch.yes')}
        </Button>
        <Button tone="quiet" size="kiosk" isDisabled={isBusy} onPress={() => void say('not-now')}>
          {t('offer.notNow')}
        </Button>
      </div>
      <ErrorNote refusal={refusal} />
      {table.answersUntil && <StandsUntil instant={table.answersUntil} />}
      <p className="flex items-start gap-3 text-ink-700 text-sm">
        <EyeOff aria-hidden className="mt-0.5 size-5 shrink-0" />
        {t('lunch.private')}
      </p>
    </>
  );
}

function Waiting({ table }: Props) {
  const { t } = useTranslation('member');
  return (
    <>
      <Headline table={table}>{t('lunch.waiting')}</Headline>
      <p className="text-ink-700">{t('lunch.waitingText')}</p>
      {table.answersUntil && <StandsUntil instant={table.answersUntil} />}
    </>
  );
}

function Together({ table, onAnswered }: Props & { readonly onAnswered: () => void }) {
  const { t } = useTranslation('member');
  const { number } = useFormat();
  const { run, isBusy, refusal } = useAction(tellLunch);
  const talked = async () => {
    const outcome = {
      as: 'member',
      params: { tableId: table.tableId },
      body: { outcome: 'talked' },
    } as const;
    if (!((await run(outcome)) instanceof Refusal)) onAnswered();
  };
  return (
    <>
      <Headline table={table}>
        {table.number === undefined ? t('lunch.title') : t('lunch.table', { number: number(table.number) })}
      </Headline>
      <div className="flex flex-col gap-2">
        <h3 className="text-ink-700 text-sm">{t('lunch.sitting')}</h3>
        <ul className="flex flex-col gap-2">
          {table.others?.map(({ name, company, seatLabel }) => (
            <li key={`${name} ${seatLabel}`} className="flex flex-wrap items-baseline gap-x-2 text-lg">
              <span className="break-words font-semibold">{name}</span>
              {company && <span className="text-base text-ink-700">{company}</span>}
            </li>
          ))}
        </ul>
      </div>
      {table.state === 'met' ? (
        <p className="text-ink-700">{t('met.thanks')}</p>
      ) : (
        <>
          <Reasons introduction={table} />
          <Button tone="strong" size="kiosk" isDisabled={isBusy} onPress={() => void talked()}>
            {t('reveal.talked')}
          </Button>
          <ErrorNote refusal={refusal} />
        </>
      )}
    </>
  );
}
