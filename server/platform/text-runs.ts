import bidiFactory from 'bidi-js';

/** Which of the fonts a stretch of text is set in. */
export type Face = 'latin' | 'arabic' | 'japanese';

/** A stretch of one line that is set at once: one face, one direction. */
export interface Run {
  readonly text: string;
  readonly face: Face;
}

const bidi = bidiFactory();

const ARABIC = /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]/;
const JAPANESE = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;
/** Marks that say where text turns and have no form of their own. */
const UNSEEN = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

function faceOf(character: string): Face {
  if (ARABIC.test(character)) return 'arabic';
  return JAPANESE.test(character) ? 'japanese' : 'latin';
}

/** The places of a line's characters from left to right, as the Unicode bidirectional algorithm orders them. */
function visualOrder(text: string, levels: ReturnType<typeof bidi.getEmbeddingLevels>): number[] {
  const order = Array.from({ length: text.length }, (_, index) => index);
  for (const [start = 0, end = start] of bidi.getReorderSegments(text, levels)) {
    const turned = order.slice(start, end + 1).reverse();
    order.splice(start, turned.length, ...turned);
  }
  return order;
}

/**
 * One line cut into runs, from left to right as it is seen. Inside a run the letters stand as they are spoken: the font
 * joins and turns them itself, word by word, so a space in a text that runs from right to left is a run of its own.
 */
export function runsOf(text: string, direction: 'ltr' | 'rtl'): Run[] {
  const levels = bidi.getEmbeddingLevels(text, direction);
  const runs: { text: string; face: Face; level: number; at: number }[] = [];
  for (const at of visualOrder(text, levels)) {
    const level = levels.levels[at] ?? 0;
    const turns = level % 2 === 1;
    const written = text[at] ?? '';
    if (UNSEEN.test(written)) continue;
    const character = (turns && bidi.getMirroredCharacter(written)) || written;
    const face = faceOf(character);
    const last = runs.at(-1);
    const isNext = last && last.face === face && last.level === level && Math.abs(last.at - at) === 1;
    const breaks = turns && (character === ' ' || last?.text === ' ');
    if (!last || !isNext || breaks) runs.push({ text: character, face, level, at });
    else {
      last.text = turns ? character + last.text : last.text + character;
      last.at = at;
    }
  }
  return runs.map(({ text: said, face }) => ({ text: said, face }));
}

const segmenters = new Map<string, Intl.Segmenter>();

/** The pieces between which a line may be broken: words with what follows them, and in Japanese without a space. */
export function piecesOf(text: string, language: string): string[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  const pieces: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const last = pieces.at(-1);
    // Nothing but a word after a space, or a Japanese word, begins a new piece: a comma does not begin a line.
    const begins =
      isWordLike && (last === undefined || /\s$/.test(last) || faceOf(segment[0] ?? '') === 'japanese');
    if (begins || last === undefined) pieces.push(segment);
    else pieces[pieces.length - 1] = last + segment;
  }
  return pieces;
}
