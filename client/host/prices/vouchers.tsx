import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/select-field.tsx';
import { AmountField } from '../form/amount-field.tsx';
import { Fields } from '../form/entry-form.tsx';
import { LineField } from '../form/line-field.tsx';
import { Rows } from '../form/rows.tsx';
import { useHosting } from '../hosting.ts';
import type { PolicyDraft, WrittenVoucher } from './written-policy.ts';

const KINDS = ['percentage', 'amount'] as const;
const USES = ['once', 'once-a-company', 'many'] as const;

const blank = (): WrittenVoucher => ({
  code: '',
  kind: 'percentage',
  share: undefined,
  net: undefined,
  use: 'once-a-company',
  lastDate: '',
});

/** Less to pay for whoever knows a code. */
export function Vouchers({ draft: { written, change, isWrong } }: { readonly draft: PolicyDraft }) {
  const { t } = useTranslation('host');
  return (
    <Rows
      rows={written.vouchers}
      onChange={(vouchers) => change({ vouchers })}
      blank={blank}
      add={t('vouchers.add')}
      nameOf={(place) => written.vouchers[place]?.value.code || t('vouchers.one', { place: place + 1 })}
    >
      {(voucher, changeRow, place) => (
        <Fields>
          <LineField
            label={t('vouchers.code')}
            hint={t('vouchers.codeHint')}
            value={voucher.code}
            onChange={(code) => changeRow({ code: code.toUpperCase() })}
            isWrong={isWrong(`vouchers.${place}.code`)}
          />
          <SelectField
            label={t('vouchers.kind')}
            choices={KINDS.map((value) => ({ value, label: t(`vouchers.takes.${value}`) }))}
            value={voucher.kind}
            onChange={(kind) => changeRow({ kind })}
          />
          <Worth voucher={voucher} onChange={changeRow} isWrong={isWrong(`vouchers.${place}.takes`)} />
          <SelectField
            label={t('vouchers.use')}
            choices={USES.map((value) => ({ value, label: t(`vouchers.used.${value}`) }))}
            value={voucher.use}
            onChange={(use) => changeRow({ use })}
          />
          <LineField
            type="date"
            label={t('vouchers.until')}
            value={voucher.lastDate}
            onChange={(lastDate) => changeRow({ lastDate })}
            isWrong={isWrong(`vouchers.${place}.until`)}
          />
        </Fields>
      )}
    </Rows>
  );
}

interface WorthProps {
  readonly voucher: WrittenVoucher;
  readonly onChange: (part: Partial<WrittenVoucher>) => void;
  readonly isWrong: boolean;
}

/** How much it takes off: a share of the room, or an amount. */
function Worth({ voucher: { kind, share, net }, onChange, isWrong }: WorthProps) {
  const { t } = useTranslation('host');
  const { currency } = useHosting().view.space;
  return kind === 'percentage' ? (
    <AmountField
      key={kind}
      label={t('vouchers.off')}
      unit="%"
      value={share}
      onChange={(value) => onChange({ share: value })}
      isWrong={isWrong}
    />
  ) : (
    <AmountField
      key={kind}
      label={t('vouchers.off')}
      unit={currency}
      value={net}
      onChange={(value) => onChange({ net: value })}
      isWrong={isWrong}
    />
  );
}
