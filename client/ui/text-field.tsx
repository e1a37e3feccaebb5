import type { Ref } from 'react';
import {
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  type TextFieldProps,
} from 'react-aria-components';
import { directionOf, type Language } from '#values/locale';
import { classes } from './classes.ts';

interface Props extends Omit<TextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with it, in words. */
  readonly fault?: string | undefined;
  readonly placeholder?: string;
  /** More than one makes it an area. */
  readonly rows?: number;
  readonly size?: 'touch' | 'kiosk';
  readonly labelClassName?: string;
  /** Letters of a code, in the order they are printed whatever the language. */
  readonly isCode?: boolean;
  readonly autoCapitalize?: 'characters';
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Of its name and of what is written; what is wrong with it is told in the page's. */
  readonly language?: Language | undefined;
}

const sizes = { touch: 'min-h-11 px-4 py-2 text-base', kiosk: 'min-h-16 px-5 py-4 text-lg' } as const;

/** A labelled field for words; its label is always seen. */
export function TextField({
  label,
  hint,
  fault,
  placeholder,
  rows = 1,
  size = 'touch',
  labelClassName = 'font-semibold',
  isCode = false,
  autoCapitalize,
  inputRef,
  language,
  ...props
}: Props) {
  // “3511 AB” keeps its order on a page that runs the other way; numbers and an empty field run with the page.
  // Below nothing the sign stands before its digits on every page; it would else follow them in Arabic.
  const isBelow = /^-/.test(props.value ?? '');
  const spoken = language && { lang: language, dir: directionOf(language) };
  const written = isBelow ? { dir: 'ltr' } : /\p{L}/u.test(props.value ?? '') ? { dir: 'auto' } : {};
  const own = spoken ?? written;
  const face = classes(
    'w-full rounded-md bg-white text-ink-900 inset-ring-1 inset-ring-linen-500 placeholder:text-ink-600',
    'faulty:inset-ring-2 faulty:inset-ring-tomato-600',
    'focus:outline-3 focus:outline-ink-900 focus:outline-offset-2',
    isBelow && 'rtl:text-end',
    isCode && 'code-face font-semibold tracking-widest',
    sizes[size],
  );
  return (
    <AriaTextField {...props} isInvalid={fault !== undefined} className="flex flex-col gap-2">
      <Label {...spoken} className={labelClassName}>
        {label}
      </Label>
      {hint && (
        <Text slot="description" className="-mt-1 text-ink-600 text-sm">
          {hint}
        </Text>
      )}
      {rows > 1 ? (
        <TextArea {...own} rows={rows} placeholder={placeholder} className={classes(face, 'resize-none')} />
      ) : (
        <Input
          {...own}
          ref={inputRef}
          autoCapitalize={autoCapitalize}
          placeholder={placeholder}
          className={face}
        />
      )}
      <FieldError className="font-semibold text-sm text-tomato-700">{fault}</FieldError>
    </AriaTextField>
  );
}
