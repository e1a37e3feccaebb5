import { Minus, Plus } from 'lucide-react';
import { NumberField as AriaNumberField, Button, Group, Input, Label } from 'react-aria-components';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly least: number;
  readonly most: number;
  readonly isLabelHidden?: boolean;
}

const step =
  'grid size-11 shrink-0 cursor-pointer place-items-center rounded-md text-ink-900 transition hovered:bg-linen-200 pressed:bg-linen-300 disabled:cursor-default disabled:text-linen-500';

/** A whole number, typed or stepped. */
export function NumberField({ label, value, onChange, least, most, isLabelHidden = false }: Props) {
  return (
    <AriaNumberField
      value={value}
      minValue={least}
      maxValue={most}
      formatOptions={{ maximumFractionDigits: 0, useGrouping: false }}
      // An emptied field is not a number; the one before stands.
      onChange={(next) => Number.isNaN(next) || onChange(next)}
      className="flex flex-col gap-2"
    >
      <Label className={isLabelHidden ? 'sr-only' : 'font-semibold'}>{label}</Label>
      <Group className="flex w-fit items-center rounded-md bg-white inset-ring-1 inset-ring-linen-500">
        <Button slot="decrement" className={step}>
          <Minus aria-hidden className="size-5" />
        </Button>
        <Input className="min-h-11 w-12 bg-transparent text-center font-semibold tabular-nums" />
        <Button slot="increment" className={step}>
          <Plus aria-hidden className="size-5" />
        </Button>
      </Group>
    </AriaNumberField>
  );
}
