/** A long table seen from above; one chair has just been taken. The same drawing as `logo.svg`. */
export function Logo({ className, title }: { readonly className?: string; readonly title?: string }) {
  const chairs: readonly (readonly [number, number])[] = [
    [9, 5],
    [20, 5],
    [9, 36],
    [20, 36],
    [31, 36],
  ];
  return (
    <svg
      viewBox="0 0 48 48"
      className={className}
      role="img"
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      {chairs.map(([x, y]) => (
        <rect key={`${x} ${y}`} x={x} y={y} width="8" height="7" rx="3.2" className="fill-ink-900" />
      ))}
      <rect x="31" y="5" width="8" height="7" rx="3.2" className="fill-tomato-600" />
      <rect x="2" y="15" width="44" height="18" rx="5" className="fill-wood-500" />
      <path
        d="M7 21h17M29 21h12M7 27h8M20 27h21"
        strokeWidth="1.6"
        strokeLinecap="round"
        className="stroke-wood-200"
      />
    </svg>
  );
}
