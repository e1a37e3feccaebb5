import { constants, inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One piece of text on a page, from left to right and from top to bottom. */
export interface Placed {
  text: string;
  x: number;
  y: number;
}

/** What an independent reader finds on a PDF: its texts where they stand, page by page, and its language. */
export async function readPdf(bytes: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: Placed[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const placed = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]) }]
        : [],
    );
    pages.push(placed.sort((a, b) => b.y - a.y || a.x - b.x));
  }
  const said = saidIn(bytes);
  const { info } = await document.getMetadata();
  await document.destroy();
  return { pages, info, said };
}

/** The texts of one line of a page, from left to right; lines are told apart by where they stand. */
export function lineWith(page: readonly Placed[], part: string): Placed[] {
  const found = page.find(({ text }) => text.includes(part));
  return found ? page.filter(({ y }) => Math.abs(y - found.y) < 1) : [];
}

/** A PDF's text in UTF-16 with its escapes undone. */
function decoded(raw: string): string {
  const plain = raw.replace(/\\([nrtbf()\\])/g, (_, letter: string) => {
    const at = 'nrtbf'.indexOf(letter);
    return at < 0 ? letter : ('\n\r\t\b\f'[at] ?? '');
  });
  return Buffer.from(plain, 'latin1').swap16().toString('utf16le').replace('\ufeff', '');
}

/** The last byte of a stream may look like the line end after it. */
const LENIENT = { finishFlush: constants.Z_SYNC_FLUSH };

/** What a PDF says that its joined letters say, and where they stand. */
function saidIn(bytes: Uint8Array): Placed[] {
  const file = Buffer.from(bytes).toString('latin1');
  const streams = [...file.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, body = '']) => {
    const data = Buffer.from(body, 'latin1');
    // 0x78 begins what is packed; fonts and profiles hold no such words.
    return data[0] === 0x78 ? [inflateSync(data, LENIENT).toString('latin1')] : [];
  });
  const spans = /\/ActualText \(((?:\\[\s\S]|[^\\)])*)\)[\s\S]*?1 0 0 1 ([\d.]+) ([\d.]+) Tm/g;
  return streams.flatMap((stream) =>
    [...stream.matchAll(spans)].map(([, raw = '', x, y]) => ({
      text: decoded(raw),
      x: Number(x),
      y: Number(y),
    })),
  );
}
