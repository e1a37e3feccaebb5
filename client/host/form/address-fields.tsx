import { useTranslation } from 'react-i18next';
import type { PostalAddress } from '#contract/invoices';
import { Fields } from './entry-form.tsx';
import { LineField } from './line-field.tsx';

interface Props {
  readonly address: PostalAddress;
  readonly onChange: (address: PostalAddress) => void;
  /** By the path from the whole of what is written. */
  readonly isWrong: (path: string) => boolean;
}

const LINES = ['street', 'postcode', 'city'] as const;

/** Where somebody has their letters sent; the country by its two letters. */
export function AddressFields({ address, onChange, isWrong }: Props) {
  const { t } = useTranslation('host');
  return (
    <Fields>
      {LINES.map((name) => (
        <LineField
          key={name}
          label={t(`form.${name}`)}
          value={address[name]}
          onChange={(value) => onChange({ ...address, [name]: value })}
          isWrong={isWrong(`address.${name}`)}
        />
      ))}
      <LineField
        label={t('form.country')}
        hint={t('form.countryHint')}
        value={address.country}
        onChange={(value) => onChange({ ...address, country: value.trim().toUpperCase() })}
        isWrong={isWrong('address.country')}
      />
    </Fields>
  );
}
