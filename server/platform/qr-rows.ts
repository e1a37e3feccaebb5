import encode from 'qr';

/** The squares of a QR code, row by row, with the quiet zone that readers need. Level M, as EPC069-12 asks. */
export function qrRows(text: string): boolean[][] {
  return encode(text, 'raw', { ecc: 'medium' });
}
