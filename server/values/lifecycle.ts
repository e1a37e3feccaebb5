/** Which states may follow which. A final state has an empty row. */
export type Lifecycle<State extends string> = Readonly<Record<State, readonly State[]>>;

/** May a thing in state `from` become `to`? The one function that reads a lifecycle. */
export function canBecome<State extends string>(
  lifecycle: Lifecycle<State>,
  from: State,
  to: State,
): boolean {
  return lifecycle[from].includes(to);
}
