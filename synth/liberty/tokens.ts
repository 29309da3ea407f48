/** Words, strings and marks of a Liberty file, one after the other. */

import { LibertyError } from './liberty-error.ts';
import { newlines, type Place } from './source.ts';

/** Word, string without its quotes, or one of the marks `{ } ( ) ; : ,`. */
export interface Token {
  readonly kind: 'word' | 'string' | 'mark' | 'end';
  readonly text: string;
  readonly line: number;
  /** Place of the first character in the text, quotes included. */
  readonly start: number;
  /** Place behind the last character. */
  readonly end: number;
}

/** Source of one token after the other. Comments and the backslashes at line ends are no tokens. */
export function tokens(text: string, place: Place): () => Token {
  const pattern = /[^\S\n]+|\n|\\[ \t\r]*\n|\/\*|\/\/[^\n]*|"|[{}();:,]|[^\s{}();:,"\\/]+|[/\\]/gy;
  let line = 1;
  const until = (mark: string, from: number, what: string): string => {
    let stop = text.indexOf(mark, from);
    while (mark === '"' && stop >= 0 && isEscaped(text, stop)) stop = text.indexOf(mark, stop + 1);
    if (stop < 0) throw new LibertyError(place(line), '', `${what} is not closed before the file ends`);
    pattern.lastIndex = stop + mark.length;
    return text.slice(from, stop);
  };
  return () => {
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const [piece] = match;
      const { index: start } = match;
      if (piece === '/*') line += newlines(until('*/', pattern.lastIndex, 'a comment'));
      else if (piece === '"') {
        const inside = until('"', pattern.lastIndex, 'a string');
        const joined = inside.replaceAll(/\\[ \t\r]*\n/g, ' ');
        const token: Token = { kind: 'string', text: joined, line, start, end: pattern.lastIndex };
        line += newlines(inside);
        return token;
      } else if (piece.endsWith('\n')) line++;
      else if (piece.startsWith('//') || /^\s/.test(piece)) continue;
      else
        return { kind: /^[{}();:,]$/.test(piece) ? 'mark' : 'word', text: piece, line, start, end: pattern.lastIndex };
    }
    return { kind: 'end', text: '', line, start: text.length, end: text.length };
  };
}

/** True where an odd number of backslashes stands before a place. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === '\\') first--;
  return (at - first) % 2 === 1;
}
