import { Delete } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { TextField } from '../ui/text-field.tsx';

const CODE_LETTERS = 6;
const PIN_DIGITS = 4;
const codeKeys = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'.split('');
const pinKeys = '123456789 0'.split('');

interface Props {
  readonly isBusy: boolean;
  readonly wasRefused: boolean;
  readonly onTyped: (pass: { code: string; pin: string }) => void;
}

const only = (text: string, letters: RegExp, most: number) =>
  text.toUpperCase().replace(letters, '').slice(0, most);

/** Code and PIN with keys of our own, large enough for a thumb; complete, they are sent without another tap. */
export function PassPad({ isBusy, wasRefused, onTyped }: Props) {
  const { t } = useTranslation('kiosk');
  const [code, setCode] = useState('');
  const [pin, setPin] = useState('');
  const [isAtPin, setAtPin] = useState(false);
  const pinInput = useRef<HTMLInputElement>(null);
  const typed = useEffectEvent(onTyped);

  const writeCode = (text: string) => {
    const next = only(text, /[^A-Z0-9]/g, CODE_LETTERS);
    setCode(next);
    if (next.length === CODE_LETTERS) pinInput.current?.focus();
  };
  const writePin = (text: string) => setPin(only(text, /\D/g, PIN_DIGITS));
  const press = (key: string) => (isAtPin ? writePin(pin + key) : writeCode(code + key));
  const erase = () => {
    if (isAtPin && pin === '') setAtPin(false);
    else if (isAtPin) setPin(pin.slice(0, -1));
    else setCode(code.slice(0, -1));
  };

  useEffect(() => {
    if (code.length === CODE_LETTERS && pin.length === PIN_DIGITS) typed({ code, pin });
  }, [code, pin]);
  // After a refusal the PIN is typed anew; the code stays, for it is more often right.
  useEffect(() => {
    if (!wasRefused) return;
    setPin('');
    pinInput.current?.focus();
  }, [wasRefused]);

  const field = {
    size: 'kiosk',
    inputMode: 'none',
    autoComplete: 'off',
    isReadOnly: isBusy,
    isCode: true,
  } as const;
  return (
    <div className="@container flex w-full min-w-0 flex-col gap-4">
      <div className="grid grid-cols-[3fr_2fr] gap-3">
        <TextField
          {...field}
          label={t('door.code')}
          value={code}
          onChange={writeCode}
          onFocus={() => setAtPin(false)}
        />
        <TextField
          {...field}
          inputRef={pinInput}
          type="password"
          label={t('door.pin')}
          value={pin}
          onChange={writePin}
          onFocus={() => setAtPin(true)}
        />
      </div>
      <fieldset
        aria-label={t('door.keys')}
        dir="ltr"
        className={classes(
          'grid gap-1.5 sm:gap-2',
          isAtPin ? 'mx-auto w-full max-w-md grid-cols-3' : 'grid-cols-6 @md:grid-cols-9',
        )}
      >
        {(isAtPin ? pinKeys : codeKeys).map((key) =>
          key === ' ' ? (
            <span key={key} />
          ) : (
            <Button
              key={key}
              size="kiosk"
              excludeFromTabOrder
              preventFocusOnPress
              isDisabled={isBusy}
              className="code-face px-0! shadow-none!"
              onPress={() => press(key)}
            >
              {key}
            </Button>
          ),
        )}
        <Button
          size="kiosk"
          excludeFromTabOrder
          preventFocusOnPress
          aria-label={t('door.erase')}
          isDisabled={isBusy}
          className={classes('px-0!', !isAtPin && 'col-span-full')}
          onPress={erase}
        >
          <Delete aria-hidden className="size-6" />
          {!isAtPin && t('door.erase')}
        </Button>
      </fieldset>
    </div>
  );
}
