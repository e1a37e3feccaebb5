import { SECOND } from '#values/clock';

/** How long to wait before another look, at most. */
const LONGEST_WAIT = 10 * SECOND;
/** Beside a part's name: the page was loaded anew for it. Another part that is there says nothing of this one. */
const TRIED = 'common-table-loaded-anew';

/** What trying again takes of a browser. */
interface Trying {
  readonly wait: (milliseconds: number) => Promise<void>;
  /** A page cannot tell a missing part from a missing house, so it asks the house. */
  readonly isThere: () => Promise<boolean>;
  readonly reload: () => void;
  /** Outlives the page, and ends with its tab. */
  readonly memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Several parts may be missing at once; the first to know has the page loaded anew. */
  isLeaving?: boolean;
}

/**
 * Loads a part of the page. Where that fails, the house is waited for and the page loaded anew, once: a browser remembers
 * that a part was not there, and a new build calls its parts by other names. A part that is still missing then is a fault.
 */
export async function loadPart<Part>(
  name: string,
  load: () => Promise<Part>,
  trying: Trying = inBrowser(),
): Promise<Part> {
  const tried = `${TRIED} ${name}`;
  const { wait, isThere, reload, memory } = trying;
  try {
    const part = await load();
    if (!trying.isLeaving) memory.removeItem(tried);
    return part;
  } catch (fault) {
    for (let pause = SECOND; !(await isThere()); pause = Math.min(2 * pause, LONGEST_WAIT)) await wait(pause);
    if (!trying.isLeaving) {
      if (memory.getItem(tried) !== null) throw fault;
      memory.setItem(tried, 'yes');
      trying.isLeaving = true;
      reload();
    }
    // The page is on its way out, and shows until then that it is loading.
    return new Promise<never>(() => undefined);
  }
}

let ownBrowser: Trying | undefined;

function inBrowser(): Trying {
  ownBrowser ??= {
    wait: (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds)),
    isThere: () =>
      fetch('/api/health', { cache: 'no-store' }).then(
        ({ ok }) => ok,
        () => false,
      ),
    reload: () => location.reload(),
    memory: sessionStorage,
  };
  return ownBrowser;
}
