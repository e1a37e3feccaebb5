/** Source text with its comments and the insides of its strings blanked; lines and columns stay where they were. */
export function codeOf(text: string): string {
  return blanked(text, { strings: true });
}

/** Source text without its comments; strings stay. */
export function withoutComments(text: string): string {
  return blanked(text, { strings: false });
}

const blank = (piece: string) => piece.replace(/[^\n]/g, ' ');

/** A slash begins a pattern where a value may stand, and divides elsewhere. */
const VALUE_MAY_STAND = /(?:^|[(,=:[!&|?{};\n>]|\breturn)\s*$/;

const COMMENT = /^(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/)/;
const QUOTED = /^(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/;
const PATTERN = /^\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[dgimsuvy]*/;

function blanked(text: string, { strings }: { strings: boolean }): string {
  let code = '';
  // Template texts around `${…}`, innermost last, each with the braces open inside it.
  const templates: number[] = [];
  let at = 0;
  const take = (piece: string, shown: string) => {
    code += shown;
    at += piece.length;
  };
  const takeTemplate = () => {
    const [piece = ''] = /^(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)/.exec(text.slice(at)) ?? [text.slice(at)];
    const opens = piece.endsWith('${');
    take(piece, strings ? blank(piece.slice(0, opens ? -2 : -1)) + piece.slice(opens ? -2 : -1) : piece);
    if (opens) templates.push(0);
  };
  while (at < text.length) {
    const rest = text.slice(at, at + 4000);
    const [comment] = COMMENT.exec(rest) ?? [];
    const [quoted] = QUOTED.exec(rest) ?? [];
    const [pattern] = (rest[0] === '/' && VALUE_MAY_STAND.test(code.slice(-20)) && PATTERN.exec(rest)) || [];
    const [character = ''] = rest;
    if (comment) take(comment, blank(comment));
    else if (quoted) take(quoted, strings ? `'${blank(quoted.slice(1, -1))}'` : quoted);
    else if (pattern) take(pattern, strings ? blank(pattern) : pattern);
    else {
      take(character, character);
      const depth = templates.at(-1);
      if (character === '`') takeTemplate();
      else if (depth !== undefined && character === '{') templates[templates.length - 1] = depth + 1;
      else if (depth !== undefined && character === '}') {
        if (depth > 0) templates[templates.length - 1] = depth - 1;
        else {
          templates.pop();
          takeTemplate();
        }
      }
    }
  }
  return code;
}

/** Lines that are code, and those that hold a function of its own inside, for measuring one function. */
export interface MeasuredFunction {
  name: string;
  line: number;
  /** Lines of its own: without those of the functions that it makes. */
  lines: number;
}

const OPENS_FUNCTION =
  /(?:\bfunction\b[^{]*|=>\s*|^\s*(?:export |async |static |private |get |\*)*[\w$]+\s*(?:<[^>]*>)?\([^;]*\)(?::[^=;]*)?\s*)\{$/;
const BRANCH = /^\s*(?:\} )?(?:if|for|while|switch|catch|else|do|try)\b/;

/** Every function of a file with the lines that it takes. */
export function functionsOf(text: string): MeasuredFunction[] {
  const found: MeasuredFunction[] = [];
  const open: { name: string; line: number; depth: number; inner: number }[] = [];
  let depth = 0;
  let head = '';
  for (const [index, line] of codeOf(text).split('\n').entries()) {
    head = /^\s*(?:[}\])]|$)/.test(line) || /[;{]$/.test(head) ? line : `${head} ${line.trim()}`;
    const opens = line.trimEnd().endsWith('{');
    const isFunction = opens && !BRANCH.test(line) && OPENS_FUNCTION.test(head.trimEnd());
    for (const character of line) {
      if (character === '{') depth++;
      if (character !== '}') continue;
      depth--;
      const last = open.at(-1);
      if (!last || depth !== last.depth) continue;
      open.pop();
      const whole = index - last.line + 1;
      found.push({ name: last.name, line: last.line + 1, lines: whole - last.inner });
      const parent = open.at(-1);
      if (parent) parent.inner += whole;
    }
    if (isFunction) {
      const name = /([\w$]+)\s*(?:<[^>]*>)?(?:\(|=|:)/.exec(line)?.[1] ?? 'function';
      open.push({ name, line: index, depth: depth - 1, inner: 0 });
    }
  }
  return found;
}
