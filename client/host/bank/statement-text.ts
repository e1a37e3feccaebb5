import type { StatementUpload } from '#contract/payments';

/** The words of a file. Older banks write in the letters of Windows, in which hardly any text is good UTF-8. */
export function textOfFile(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A statement as its own first letter tells what it is, because names of files tell all kinds of things. */
export function uploadOf(text: string): StatementUpload {
  return { format: text.trimStart().startsWith('<') ? 'camt.053' : 'csv', text };
}
