import type { BoardView } from '#contract/boards';
import type { Tally } from './tally.ts';

/** The line that tells how the day goes. */
export function progressLine(face: string, board: BoardView, sum: ReturnType<Tally['sum']>): string {
  const here = Object.keys(board.present).length;
  const { offered, accepted, met } = sum;
  return `${face}   ${here} here, ${board.seats.free} seats free   ${offered} offered   ${accepted} both said yes   ${met} met`;
}

/** Shows progress until it is told to stop. */
export interface Progress {
  stop(): void;
}

const TERMINAL_MS = 250;
const PLAIN_MS = 5000;
const CLEAR_LINE = '\r\u001b[2K';

/** One line that renews itself on a terminal; elsewhere a line now and then. */
export function showProgress(output: NodeJS.WriteStream, line: () => string): Progress {
  const show = () => output.write(output.isTTY ? `${CLEAR_LINE}${line()}` : `${line()}\n`);
  const timer = setInterval(show, output.isTTY ? TERMINAL_MS : PLAIN_MS);
  show();
  return {
    stop() {
      clearInterval(timer);
      show();
      if (output.isTTY) output.write('\n');
    },
  };
}
