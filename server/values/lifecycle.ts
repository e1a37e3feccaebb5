/** Which states may follow which. A final state has an empty row. */
export type Lifecycle<State extends string> = Readonly<Record<State, readonly State[]>>;

/** The states from which a thing may become `to`: the condition of the write that makes it so. */
export function statesBefore<State extends string>(lifecycle: Lifecycle<State>, to: State): State[] {
  const states: State[] = [];
  for (const from in lifecycle) if (lifecycle[from].includes(to)) states.push(from);
  return states;
}

/** May a thing in state `from` become `to`? */
export function canBecome<State extends string>(
  lifecycle: Lifecycle<State>,
  from: State,
  to: State,
): boolean {
  return lifecycle[from].includes(to);
}
