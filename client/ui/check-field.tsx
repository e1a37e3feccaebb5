interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

/** Yes or no, by the browser's own box. */
export function CheckField({ label, hint, isSelected, onChange }: Props) {
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
      <input
        type="checkbox"
        checked={isSelected}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 size-6 shrink-0 accent-ink-900"
      />
      <span className="flex flex-col">
        <span className="font-semibold">{label}</span>
        {hint && <span className="text-ink-600 text-sm">{hint}</span>}
      </span>
    </label>
  );
}
