import { ChevronDown } from 'lucide-react';
import { useId } from 'react';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a list, by the browser's own list: every keyboard, phone and screen reader knows it. */
export function SelectField<Value extends string>({ label, choices, value, onChange }: Props<Value>) {
  const id = useId();
  const choose = (chosen: string) => {
    const choice = choices.find((one) => one.value === chosen);
    if (choice) onChange(choice.value);
  };
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <span className="relative">
        <select
          id={id}
          value={value}
          onChange={(event) => choose(event.target.value)}
          className="min-h-11 w-full cursor-pointer appearance-none text-ellipsis rounded-md bg-white ps-4 pe-10 text-base text-ink-900 tabular-nums inset-ring-1 inset-ring-linen-500"
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute inset-e-3 top-3 size-5 text-ink-700"
        />
      </span>
    </div>
  );
}
