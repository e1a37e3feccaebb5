import { writeSync } from 'node:fs';
import Mocha from 'mocha';

/** The spec reporter, followed by the one line that a script can read, and every skip by its name. */
export default class ClosingLine extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const skipped: string[] = [];
    runner.on('pending', (test) => void skipped.push(test.fullTitle()));
    runner.once('end', () => {
      const { passes, failures } = this.stats;
      for (const name of skipped) writeSync(1, `skipped: ${name}\n`);
      const tail = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
      writeSync(1, `\n${passes} passed, ${failures} failed${tail}\n`);
    });
  }
}
