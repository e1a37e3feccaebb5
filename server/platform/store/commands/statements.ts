import type { Arguments } from '../arguments.ts';
import { type Doc, isDoc } from '../document.ts';
import type { Call } from '../engine.ts';
import { StoreError } from '../error.ts';
import { variablesOf } from '../expression.ts';
import { isReplacement } from '../updater.ts';
import type { Change, Target } from '../writer.ts';

/** Most statements of one command, as hello tells. */
const MAX_STATEMENTS = 100_000;
/** The statements of a write command. @throws InvalidLength for none or too many */
export function statementsOf(args: Arguments, field: string): Doc[] {
  const statements = args.documents(field);
  if (!statements) throw args.missing(field);
  if (statements.length === 0 || statements.length > MAX_STATEMENTS) {
    throw new StoreError(
      'InvalidLength',
      `Write batch sizes must be between 1 and ${MAX_STATEMENTS}. Got ${statements.length} operations.`,
    );
  }
  return statements;
}

/** Reads the filter of an update or delete statement. */
export function targetOf(
  call: Call,
  name: string,
  command: Arguments,
  statement: Arguments,
  field = 'q',
): Target {
  const filter = statement.document(field);
  if (!filter) throw statement.missing(field);
  return {
    database: call.database,
    name,
    filter,
    hint: statement.raw('hint'),
    collation: statement.collation(),
    variables: variablesOf(command.document('let')),
    deadline: command.deadline(),
  };
}

/** Reads what an update statement does. @throws FailedToParse for combinations MongoDB refuses */
export function changeOf(args: Arguments, field: string, multi: boolean): Change {
  const given = args.raw(field);
  const change = Array.isArray(given) ? given.filter(isDoc) : given;
  if (!isDoc(change) && !Array.isArray(change)) throw args.missing(field);
  if (multi && isReplacement(change)) {
    throw new StoreError('FailedToParse', 'multi update is not supported for replacement-style update');
  }
  const arrayFilters = args.documents('arrayFilters') ?? [];
  if (arrayFilters.length > 0 && (Array.isArray(change) || isReplacement(change))) {
    throw new StoreError(
      'FailedToParse',
      'arrayFilters may not be specified for pipeline-syle or replacement updates',
    );
  }
  return { change, arrayFilters, upsert: args.flag('upsert'), multi };
}
