import { useQueryClient } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pairRequest } from '#contract/devices';
import { pairDevice } from '../api/endpoints.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import { DEVICES } from './reads.ts';

/** Six characters from the device's own screen, and a name to know it by. */
export function PairForm() {
  const { t } = useTranslation('host');
  const reads = useQueryClient();
  const { run, isBusy, refusal } = useAction(pairDevice);
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [isUnfinished, setUnfinished] = useState(false);
  const [paired, setPaired] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPaired(undefined);
    const asked = pairRequest.safeParse({ code, name });
    setUnfinished(!asked.success);
    if (!asked.success) return;
    const reply = await run({ as: 'host', body: asked.data });
    if (reply instanceof Refusal) return;
    setPaired(reply.name);
    setCode('');
    setName('');
    await reads.invalidateQueries({ queryKey: DEVICES });
  };
  return (
    <form
      noValidate
      aria-labelledby="pair-title"
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-5 rounded-xl bg-linen-50 p-6 shadow-low"
    >
      <div className="flex flex-col gap-1">
        <h2 id="pair-title" className="text-xl">
          {t('pair.title')}
        </h2>
        <p className="text-ink-700">{t('pair.how')}</p>
      </div>
      <TextField
        label={t('pair.code')}
        value={code}
        onChange={(text) => setCode(text.toUpperCase())}
        fault={isUnfinished && code.trim().length !== 6 ? t('pair.codeUnfinished') : undefined}
        maxLength={6}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck="false"
        size="kiosk"
      />
      <TextField
        label={t('pair.name')}
        placeholder={t('pair.nameExample')}
        value={name}
        onChange={setName}
        fault={isUnfinished && name.trim() === '' ? t('pair.nameMissing') : undefined}
        maxLength={40}
        autoComplete="off"
      />
      <ErrorNote refusal={refusal} />
      <Button type="submit" tone="act" size="kiosk" isDisabled={isBusy}>
        {t('pair.go')}
      </Button>
      <p role="status" className="flex items-center gap-2 font-semibold text-leaf-700 empty:hidden">
        {paired && (
          <>
            <CircleCheck aria-hidden className="size-5 shrink-0" />
            {t('pair.done', { name: paired })}
          </>
        )}
      </p>
    </form>
  );
}
