import { Building2, CircleUserRound } from 'lucide-react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Company } from '#contract/companies';
import { LOCALES } from '#values/locale';
import { useLanguage } from '../i18n/format.ts';
import { CheckField } from '../ui/check-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Details, Field } from './details.ts';

/** Where bookers come from; the rest of the world writes to the host. */
const COUNTRIES =
  'AT BE BG CH CY CZ DE DK EE EG ES FI FR GB GR HR HU IE IT JP LT LU LV MT NL NO PL PT RO SE SI SK US'.split(
    ' ',
  );

interface Props {
  readonly details: Details;
  readonly onChange: (change: Partial<Details>) => void;
  readonly faults: Partial<Record<Field, string>>;
  /** Whom somebody is signed in to book for: it pays, and says what has to stand on the invoice. */
  readonly company?: Company | undefined;
}

const kinds = [
  { kind: 'company', Sign: Building2 },
  { kind: 'consumer', Sign: CircleUserRound },
] as const;

/** Who books and who pays: only what an invoice needs. */
export function DetailsStep({ details, onChange, faults, company }: Props) {
  const { t } = useTranslation('booking');
  const language = useLanguage();
  const isCompany = details.kind === 'company';
  const names = new Intl.DisplayNames(LOCALES[language], { type: 'region' });
  const field = (name: Field) => ({
    label: t(`details.${name}.${details.kind}`, { defaultValue: t(`details.${name}.any`) }),
    value: details[name],
    onChange: (text: string) => onChange({ [name]: text }),
    fault: faults[name] && t([`errors.${faults[name]}`, `details.fault.${faults[name]}`]),
  });
  return (
    <section
      aria-label={t('details.heading')}
      className="flex flex-col gap-5 rounded-xl bg-linen-50 p-5 shadow-low"
    >
      <h2 className="text-lg">{t('details.heading')}</h2>
      {company ? (
        <p className="font-semibold">{t('company.payer', { company: company.name })}</p>
      ) : (
        <WhoPays kind={details.kind} onChange={(kind) => onChange({ kind })} />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...field('name')} autoComplete={isCompany ? 'organization' : 'name'} />
        {isCompany && <TextField {...field('attention')} autoComplete="name" />}
        <TextField {...field('email')} type="email" inputMode="email" autoComplete="email" />
        <TextField {...field('street')} autoComplete="street-address" />
        <TextField {...field('postcode')} autoComplete="postal-code" />
        <TextField {...field('city')} autoComplete="address-level2" />
        <SelectField
          label={t('details.country.any')}
          choices={COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) =>
            a.label.localeCompare(b.label, LOCALES[language]),
          )}
          value={details.country}
          onChange={(country) => onChange({ country })}
        />
        {isCompany && (
          <>
            <TextField {...field('vatNumber')} hint={t('details.vatHint')} spellCheck="false" />
            <TextField
              {...field('purchaseOrder')}
              label={t(`details.purchaseOrder.${company?.orderNeeded ? 'needed' : 'any'}`)}
            />
            {company && company.costCentres.length > 0 ? (
              <SelectField
                label={t('details.costCentre.needed')}
                choices={company.costCentres.map((value) => ({ value, label: value }))}
                value={details.costCentre}
                onChange={(costCentre) => onChange({ costCentre })}
              />
            ) : (
              <TextField {...field('costCentre')} />
            )}
          </>
        )}
        <TextField {...field('title')} hint={t('details.titleHint')} maxLength={80} />
      </div>
      <CheckField
        label={t('details.titleHidden')}
        isSelected={details.titleHidden}
        onChange={(titleHidden) => onChange({ titleHidden })}
      />
    </section>
  );
}

interface PayerProps {
  readonly kind: Details['kind'];
  readonly onChange: (kind: Details['kind']) => void;
}

function WhoPays({ kind: chosen, onChange }: PayerProps) {
  const { t } = useTranslation('booking');
  return (
    <RadioGroup
      aria-label={t('details.who')}
      value={chosen}
      onChange={(kind) => onChange(kind === 'consumer' ? 'consumer' : 'company')}
      className="grid gap-3 sm:grid-cols-2"
    >
      {kinds.map(({ kind, Sign }) => (
        <Radio
          key={kind}
          value={kind}
          className="flex min-h-14 cursor-pointer items-center gap-3 rounded-lg bg-white px-4 font-semibold inset-ring-1 inset-ring-linen-500 transition selected:bg-ink-900 selected:text-linen-50 selected:underline selected:underline-offset-4 ringed:outline-3 ringed:outline-ink-900 ringed:outline-offset-2"
        >
          <Sign aria-hidden className="size-6 shrink-0" />
          {t(`details.kind.${kind}`)}
        </Radio>
      ))}
    </RadioGroup>
  );
}
