import type { MemberView } from '#contract/boards';
import type { PersonalIntroduction } from '#contract/introductions';
import { done } from '#contract/platform';
import { Refused } from './doors.ts';
import { lot } from './lot.ts';
import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';

/** House minutes between what a phone shows and what its owner does. */
const THINKING = { least: 1, most: 8 };
const TALKING = { least: 4, most: 20 };

/** Refusals of somebody who answers late: the offer has lapsed, or the other has left. */
const TOO_LATE = new Set([
  'introduction_over',
  'introduction_unknown',
  'already_answered',
  'not_yet_introduced',
]);

/** Somebody who looks at their phone now and then. */
interface Answering {
  /** Puts the phone away; resolves when nothing is under way any more. */
  end(): Promise<void>;
}

/** Answers what the phone shows: yes or not now to an offer, "we talked" to an introduction. */
export function answerOnPhone(
  phone: Screen<MemberView>,
  me: string,
  stage: Stage,
  stop: AbortSignal,
): Answering {
  const leaving = new AbortController();
  const signal = AbortSignal.any([stop, leaving.signal]);
  const begun = new Set<string>();
  const atWork = new Set<Promise<void>>();

  async function say(path: string, body: unknown): Promise<void> {
    try {
      await stage.doors.call({ path, body, token: phone.token, reply: done });
    } catch (fault) {
      if (!(fault instanceof Refused && TOO_LATE.has(fault.code))) throw fault;
    }
  }

  const pause = ({ least, most }: typeof THINKING, what: string) =>
    stage.pace.until(stage.pace.now() + least + (most - least) * lot(`${stage.seed} ${what}`), signal);

  async function answer(introduction: PersonalIntroduction): Promise<void> {
    const { introductionId } = introduction;
    const pair = await stage.pairOf(introductionId, signal);
    const other = pair[0] === me ? pair[1] : pair[0];
    await pause(THINKING, `${me} thinks of ${other}`);
    const yes = stage.day.saysYes({ me, other, introduction });
    await say(`/introductions/${introductionId}/answers`, { answer: yes ? 'yes' : 'not-now' });
  }

  async function talk({ introductionId }: PersonalIntroduction): Promise<void> {
    const pair = await stage.pairOf(introductionId, signal);
    await pause(TALKING, `${pair.join(' ')} talk`);
    await say(`/introductions/${introductionId}/outcomes`, { outcome: 'talked' });
  }

  function begin(name: string, work: () => Promise<void>): void {
    if (begun.has(name) || signal.aborted) return;
    begun.add(name);
    const task: Promise<void> = work()
      .catch((fault: unknown) => {
        if (!signal.aborted) stage.fail(fault);
      })
      .finally(() => atWork.delete(task));
    atWork.add(task);
  }

  phone.follow((view) => {
    for (const introduction of Object.values(view.introductions)) {
      const { introductionId, state } = introduction;
      if (state === 'offered') begin(`answer ${introductionId}`, () => answer(introduction));
      if (state === 'accepted') begin(`talk ${introductionId}`, () => talk(introduction));
    }
  });
  return {
    async end() {
      leaving.abort();
      await Promise.all(atWork);
    },
  };
}
