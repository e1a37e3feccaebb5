/** MongoDB's own error names and numbers, as far as this store gives them (source: error_codes.yml). */
const CODES = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  AuthenticationFailed: 18,
  Overflow: 15,
  InvalidLength: 16,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  NotSingleValueField: 54,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  CommandNotSupported: 115,
  NotAReplicaSet: 123,
  ExceededMemoryLimit: 146,
  CannotIndexParallelArrays: 171,
  QueryPlanKilled: 175,
  NoSuchTransaction: 251,
  FailPointSetFailed: 266,
  QueryFeatureNotAllowed: 224,
  QueryExceededMemoryLimitNoDiskUseAllowed: 292,
  Interrupted: 11601,
  DuplicateKey: 11000,
  MechanismUnavailable: 334,
  CannotConvertIndexToUnique: 359,
  BSONObjectTooLarge: 10334,
  DataCorruptionDetected: 294,
  OutOfDiskSpace: 14031,
  IDLUnknownField: 40415,
  IDLFailedToParse: 40414,
  UnknownStage: 40324,
  NotAnArray: 40323,
  ChangeStreamNotSupported: 40573,
  ProjectionPathCollision: 31249,
  ProjectionMixed: 31254,
  Location51183: 51183,
} as const;

/** The name of an error this store can give. */
export type ErrorName = keyof typeof CODES;

/** A refusal that crosses the wire as MongoDB would send it: a number, its name and a sentence. */
export class StoreError extends Error {
  readonly code: number;
  constructor(
    readonly codeName: ErrorName,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'StoreError';
    this.code = CODES[codeName];
  }
}

/** Whether a failure of SQLite or of the system says that the disk is full. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && /disk is full|SQLITE_FULL|ENOSPC|EDQUOT/i.test(error.message);
}

/** The message and number of any thrown thing, in the shape of a failed reply. */
export function failure(error: unknown): Record<string, unknown> {
  if (error instanceof StoreError) {
    return { ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.details };
  }
  const text = error instanceof Error ? error.message : String(error);
  const name: ErrorName = isDiskFull(error) ? 'OutOfDiskSpace' : 'InternalError';
  return { ok: 0, errmsg: text, code: CODES[name], codeName: name };
}
