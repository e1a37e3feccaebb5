import { Check, Plus, X } from 'lucide-react';
import { Button, type PressEvent, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classes } from './classes.ts';

const face = 'inline-flex items-center rounded-full font-semibold leading-tight';

const sizes = {
  small: 'min-h-7 px-3 py-0.5 text-sm gap-1.5',
  touch: 'min-h-11 px-4 py-1.5 text-base gap-2',
  kiosk: 'min-h-16 px-6 py-2 text-lg gap-2.5',
} as const;

interface ChipProps {
  readonly children: string;
  readonly size?: keyof typeof sizes;
  readonly className?: string;
}

/** A word that is shown: a skill somebody offers or needs. */
export function Chip({ children, size = 'small', className = 'bg-leaf-100 text-ink-900' }: ChipProps) {
  return <span className={classes(face, sizes[size], className)}>{children}</span>;
}

interface ToggleProps extends ChipProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly onPress?: (event: PressEvent) => void;
}

/** A word that one tap takes or leaves. Taken shows a check, not only another colour. */
export function ToggleChip({ children, size = 'touch', isSelected, onChange, onPress }: ToggleProps) {
  const Sign = isSelected ? Check : Plus;
  return (
    <ToggleButton
      isSelected={isSelected}
      onChange={onChange}
      {...(onPress && { onPress })}
      className={classes(
        face,
        sizes[size],
        'cursor-pointer transition duration-200 ease-calm pressed:scale-[0.98]',
        isSelected
          ? 'bg-ink-900 text-linen-50'
          : 'border-2 border-ink-600 border-dashed bg-linen-50 text-ink-900 hovered:bg-white',
      )}
    >
      <Sign aria-hidden className="size-[1.1em] shrink-0" strokeWidth={2.5} />
      {children}
    </ToggleButton>
  );
}

interface RemovableProps extends ChipProps {
  readonly onRemove: (event: PressEvent) => void;
}

/** A word that was taken, with its way out. */
export function RemovableChip({ children, size = 'touch', onRemove }: RemovableProps) {
  const { t } = useTranslation();
  return (
    <Button
      onPress={onRemove}
      aria-label={t('remove', { name: children })}
      className={classes(
        face,
        sizes[size],
        'animate-arrive cursor-pointer bg-ink-900 text-linen-50 transition hovered:bg-ink-800 pressed:scale-[0.98]',
      )}
    >
      <Check aria-hidden className="size-[1.1em] shrink-0" strokeWidth={2.5} />
      {children}
      <X aria-hidden className="size-[1em] shrink-0 opacity-80" strokeWidth={2.5} />
    </Button>
  );
}
