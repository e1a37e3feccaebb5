import { Checkbox } from 'react-aria-components';

interface Props {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

/** A yes or no. */
export function CheckField({ label, isSelected, onChange }: Props) {
  return (
    <Checkbox
      isSelected={isSelected}
      onChange={onChange}
      className="group flex min-h-11 cursor-pointer items-center gap-3"
    >
      <span
        aria-hidden
        className="grid size-6 shrink-0 place-items-center rounded-sm bg-white font-bold inset-ring-2 inset-ring-ink-700 group-ringed:outline-3"
      >
        {isSelected && '✓'}
      </span>
      {label}
    </Checkbox>
  );
}
