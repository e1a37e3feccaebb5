import { Label, Radio, RadioGroup } from 'react-aria-components';

interface Props<Value extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few, side by side, for a finger; what is chosen is underlined, not only of another colour. */
export function ChoiceRow<Value extends string>({ label, choices, value, onChange }: Props<Value>) {
  const choose = (chosen: string) => {
    const choice = choices.find((one) => one.value === chosen);
    if (choice) onChange(choice.value);
  };
  return (
    <RadioGroup value={value} onChange={choose} className="flex flex-col gap-2">
      <Label className="font-semibold">{label}</Label>
      <div className="grid auto-cols-fr grid-flow-col gap-1.5 rounded-lg bg-linen-200 p-1.5">
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            className="flex min-h-12 cursor-pointer items-center justify-center rounded-md px-1 text-center font-semibold tabular-nums transition selected:bg-ink-900 selected:text-linen-50 selected:underline selected:underline-offset-4 ringed:outline-3 ringed:outline-ink-900 ringed:outline-offset-2"
          >
            {choice.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
