/** What of a CPU profile of V8 is looked at here; instants in microseconds of the machine's monotonic clock. */
export interface Profile {
  nodes: { id: number; callFrame: Frame; children?: number[] }[];
  startTime: number;
  /** The node that was running, one a sample. */
  samples?: number[];
  /** How long after the one before each sample was taken. */
  timeDeltas?: number[];
}

export interface Frame {
  functionName: string;
  url: string;
  /** Both from 0. */
  lineNumber: number;
  columnNumber: number;
}

/** From an instant until before another, in microseconds. */
export type Span = readonly [from: number, to: number];

/** How many samples fell where. */
export interface Samples {
  /** All in which the process was not idle. */
  busy: number;
  /** Of these, for each name that was asked for, those with such a frame on their stack. */
  under: Record<string, number>;
}

const COLLECTOR = '(garbage collector)';
const IDLE = '(idle)';

/** For each node, which of the names stand on its stack. */
function namesOnStacks({ nodes }: Profile, nameOf: (frame: Frame) => readonly string[]) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found = new Map<number, ReadonlySet<string>>();
  const [root] = nodes;
  const waiting = root ? [{ node: root, above: new Set<string>() }] : [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const names = new Set([...next.above, ...nameOf(next.node.callFrame)]);
    found.set(next.node.id, names);
    for (const child of next.node.children ?? []) {
      const node = byId.get(child);
      if (node) waiting.push({ node, above: names });
    }
  }
  return found;
}

/**
 * Counts the samples of some spans in which the process worked, and those with a frame of each name on their stack. The
 * collector has no stack of its own: it is put down to whoever was running when it came, as browsers do.
 * @param nameOf which of the names a frame goes by; none, one or several
 */
export function samplesUnder(
  profile: Profile,
  spans: readonly Span[],
  nameOf: (frame: Frame) => readonly string[],
): Samples {
  const { nodes, samples = [], timeDeltas = [], startTime } = profile;
  const names = namesOnStacks(profile, nameOf);
  const special = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName]));
  const counted: Samples = { busy: 0, under: {} };
  let at = startTime;
  let running: number | undefined;
  for (const [index, sample] of samples.entries()) {
    at += timeDeltas[index] ?? 0;
    const what = special.get(sample);
    if (what !== COLLECTOR) running = sample;
    if (what === IDLE || !spans.some(([from, to]) => at >= from && at < to)) continue;
    counted.busy++;
    for (const name of names.get(running ?? sample) ?? [])
      counted.under[name] = (counted.under[name] ?? 0) + 1;
  }
  return counted;
}
