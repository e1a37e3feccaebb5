/** A fault that whoever started the demonstration can put right: told in a sentence, without where it was thrown. */
export class PlainFault extends Error {
  constructor(
    message: string,
    /** What the process ends with; 2 is for words that were typed wrong. */
    readonly exitCode: 1 | 2,
  ) {
    super(message);
  }
}
