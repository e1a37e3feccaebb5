import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import { classes } from './classes.ts';

/** `act` is the one action that matters on a screen; `strong` moves on; `quiet` is a choice; `plain` steps aside. */
export type Tone = 'act' | 'strong' | 'quiet' | 'plain';

const tones = {
  act: 'bg-tomato-600 text-white shadow-low hovered:bg-tomato-700 pressed:bg-tomato-700',
  strong: 'bg-ink-900 text-linen-50 shadow-low hovered:bg-ink-800 pressed:bg-ink-800',
  quiet:
    'bg-linen-50 text-ink-900 shadow-low inset-ring-1 inset-ring-linen-500 hovered:bg-white pressed:bg-linen-200',
  plain: 'bg-transparent text-ink-900 hovered:bg-linen-200 pressed:bg-linen-300',
} as const satisfies Record<Tone, string>;

/** `touch` is 44 px high, `kiosk` 64 px or more. */
const sizes = {
  touch: 'min-h-11 px-5 py-2 rounded-md text-base gap-2',
  kiosk: 'min-h-16 px-7 py-3 rounded-lg text-lg gap-3',
} as const;

interface Props extends Omit<ButtonProps, 'className' | 'style' | 'children'> {
  readonly tone?: Tone;
  readonly size?: keyof typeof sizes;
  readonly className?: string;
  readonly children?: ReactNode;
}

/** A button of the house. */
export function Button({ tone = 'quiet', size = 'touch', className, children, ...props }: Props) {
  return (
    <AriaButton
      {...props}
      className={classes(
        'inline-flex cursor-pointer items-center justify-center text-center font-semibold leading-tight',
        'transition duration-200 ease-calm pressed:scale-[0.98]',
        'disabled:cursor-default disabled:bg-linen-200 disabled:text-ink-600 disabled:shadow-none',
        sizes[size],
        tones[tone],
        className,
      )}
    >
      {children}
    </AriaButton>
  );
}
