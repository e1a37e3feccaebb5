import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { directionOf, type Language } from '#values/locale';
import { type Face, piecesOf, runsOf } from './text-runs.ts';

/** How a text is set: where its lines begin and end, and how it looks. */
export interface Style {
  /** Points from the edge where reading begins: the left, or in Arabic the right. */
  x: number;
  width: number;
  align?: 'start' | 'end';
  size?: number;
  bold?: boolean;
  colour?: string;
}

/** A sheet that is written on from top to bottom, in points, the way its language is read. */
export interface Paper {
  readonly height: number;
  /** Sets a text with its first line's top at `y`, broken to its width; returns how high it came. */
  write(text: string, y: number, style: Style): number;
  /** How high a text would come. */
  heightOf(text: string, style: Style): number;
  rule(y: number, colour?: string): void;
  /** Squares, row by row, as QR codes are. */
  squares(rows: readonly (readonly boolean[])[], y: number, place: { x: number; size: number }): void;
  /** Begins another sheet; returns the top of its first line. */
  page(): number;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
}

interface PaperOptions {
  language: Language;
  title: string;
  author: string;
  at: Date;
}

const file = (url: string) => fileURLToPath(url);

const FONTS: Readonly<Record<Face, { regular: string; bold: string }>> = {
  latin: {
    regular: file(import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')),
    bold: file(import.meta.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf')),
  },
  arabic: {
    regular: file(
      import.meta.resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
    ),
    bold: file(import.meta.resolve('@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf')),
  },
  japanese: {
    regular: file(
      import.meta.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
    ),
    bold: file(import.meta.resolve('@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf')),
  },
};

/** A4, with two centimetres around it. */
const MARGIN = 57;
const SIZE = 9.5;
const LEADING = 1.45;

/** An empty A4 sheet. Its fonts are embedded, cut down to the letters that are on it. */
export function createPaper({ language, title, author, at }: PaperOptions): Paper {
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: language,
    displayTitle: true,
    info: { Title: title, Author: author, CreationDate: at },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => {
    document.on('end', resolve);
  });
  const direction = directionOf(language);
  const right = document.page.width - MARGIN;

  const inFace = (face: Face, { size = SIZE, bold = false }: Style) =>
    document.font(FONTS[face][bold ? 'bold' : 'regular']).fontSize(size);

  const widthOf = (text: string, style: Style) =>
    runsOf(text, direction).reduce((sum, run) => sum + inFace(run.face, style).widthOfString(run.text), 0);

  function linesOf(text: string, style: Style): string[] {
    return text.split('\n').flatMap((paragraph) => {
      const lines = [''];
      for (const piece of piecesOf(paragraph, language)) {
        const line = lines.at(-1) ?? '';
        if (line === '' || widthOf((line + piece).trimEnd(), style) <= style.width)
          lines[lines.length - 1] = line + piece;
        else lines.push(piece);
      }
      return lines.map((line) => line.trimEnd());
    });
  }

  function writeLine(line: string, baseline: number, style: Style): void {
    const { x, width, align = 'start', colour = '#1f2421' } = style;
    const free = width - widthOf(line, style);
    const indent = align === 'start' ? x : x + free;
    let left = direction === 'ltr' ? MARGIN + indent : right - indent - (width - free);
    for (const run of runsOf(line, direction)) {
      const set = inFace(run.face, style).fillColor(colour);
      // Joined letters are drawn with forms that many letters share: whoever reads the file is told what they say.
      if (run.face === 'arabic') set.markContent('Span', { actual: run.text });
      set.text(run.text, left, baseline, { lineBreak: false, baseline: 'alphabetic' });
      if (run.face === 'arabic') set.endMarkedContent();
      left += set.widthOfString(run.text);
    }
  }

  return {
    height: document.page.height - MARGIN,

    write(text, y, style) {
      const step = (style.size ?? SIZE) * LEADING;
      const lines = linesOf(text, style);
      for (const [index, line] of lines.entries()) writeLine(line, y + (index + 0.75) * step, style);
      return lines.length * step;
    },

    heightOf: (text, style) => linesOf(text, style).length * (style.size ?? SIZE) * LEADING,

    rule(y, colour = '#c9cfca') {
      document.moveTo(MARGIN, y).lineTo(right, y).lineWidth(0.6).strokeColor(colour).stroke();
    },

    squares(rows, y, { x, size }) {
      const module = size / rows.length;
      const left = direction === 'ltr' ? MARGIN + x : right - x - size;
      for (const [row, cells] of rows.entries())
        for (const [column, isDark] of cells.entries())
          if (isDark) document.rect(left + column * module, y + row * module, module, module);
      document.fillColor('#000000').fill();
    },

    page() {
      document.addPage();
      return MARGIN;
    },

    async bytes() {
      document.end();
      await ended;
      return Buffer.concat(chunks);
    },
  };
}
