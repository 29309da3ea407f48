/**
 * The syntax of Liberty files: groups, attributes, values. Their meaning stands in liberty.ts. Source: Synopsys,
 * "Liberty User Guides and Reference Manual Suite", version 2017.06.
 */

/** A Liberty file that cannot be used. The message names file, line, group and what is wrong. */
export class LibertyError extends Error {
  constructor(file: string, line: number, group: string, problem: string) {
    super(`${file}:${line}: ${group ? `${group}: ` : ''}${problem}`);
    this.name = 'LibertyError';
  }
}

/** Attribute `name : value ;` or `name (value, ...) ;`. Quotes are taken off. */
export interface LibertyAttribute {
  readonly name: string;
  readonly values: readonly string[];
  readonly line: number;
}

/** Group `name (arguments) { ... }`. */
export interface LibertyGroup {
  readonly name: string;
  readonly args: readonly string[];
  readonly line: number;
  readonly attributes: readonly LibertyAttribute[];
  readonly groups: readonly LibertyGroup[];
}

/** Deepest nesting of groups; the deepest that libraries have is about 8. */
const DEEPEST = 32;

interface Token {
  readonly kind: 'word' | 'string' | 'mark' | 'end';
  readonly text: string;
  readonly line: number;
}

interface OpenGroup extends LibertyGroup {
  readonly attributes: LibertyAttribute[];
  readonly groups: OpenGroup[];
}

/** Top group of `text`. Throws `LibertyError`; `file` is the name that it tells. */
export function parseLibertySyntax(text: string, file: string): LibertyGroup {
  const next = tokens(text, file);
  let token = next();
  const open: OpenGroup[] = [];
  const fail = (line: number, problem: string): never => {
    throw new LibertyError(file, line, open.map(groupLabel).join('/'), problem);
  };
  const advance = (): Token => {
    const taken = token;
    token = next();
    return taken;
  };
  const isMark = (mark: string): boolean => token.kind === 'mark' && token.text === mark;
  const atEnd = (): boolean => token.kind === 'end';
  const skip = (mark: string): void => {
    while (isMark(mark)) advance();
  };
  const argumentsOf = (name: string): string[] => {
    const values: string[] = [];
    const start = advance().line;
    while (!isMark(')')) {
      if (atEnd()) fail(start, `the file ends inside the parentheses of ${name}`);
      if (isMark('{') || isMark('}') || isMark(';')) fail(token.line, `${name}( is not closed before ${token.text}`);
      const { kind, text: value } = advance();
      if (kind !== 'mark' || value !== ',') values.push(value);
    }
    advance();
    return values;
  };

  if (token.kind === 'end') fail(1, 'the file is empty');
  let top: OpenGroup | undefined;
  while (!atEnd()) {
    skip(';');
    const within = open.at(-1);
    if (isMark('}')) {
      if (!within) fail(token.line, '} closes nothing');
      open.pop();
      advance();
      continue;
    }
    if (atEnd()) break;
    if (token.kind !== 'word') fail(token.line, `the name of a group or attribute must stand here: ${token.text}`);
    const { text: name, line } = advance();
    if (isMark(':')) {
      advance();
      if (!within) return fail(line, `${name} stands outside of a library`);
      const value: string[] = [];
      const valueLine = token.line;
      while (!atEnd() && token.line === valueLine && !isMark(';') && !isMark('}')) value.push(advance().text);
      if (value.length === 0) fail(line, `${name} has no value`);
      within.attributes.push({ name, values: [value.join(' ')], line });
    } else if (isMark('(')) {
      const args = argumentsOf(name);
      if (isMark('{')) {
        advance();
        const group: OpenGroup = { name, args, line, attributes: [], groups: [] };
        if (within) within.groups.push(group);
        else if (top) fail(line, `a second group stands beside ${groupLabel(top)}`);
        else top = group;
        open.push(group);
        if (open.length > DEEPEST) fail(line, `groups must be at most ${DEEPEST} deep`);
      } else {
        if (!within) return fail(line, `${name} stands outside of a library`);
        within.attributes.push({ name, values: args, line });
      }
    } else fail(line, `: or ( must follow ${name}: ${atEnd() ? 'the file ends' : token.text}`);
  }
  const unclosed = open.at(-1);
  if (unclosed) return fail(unclosed.line, 'the file ends before this group is closed: it is truncated');
  return top ?? fail(1, 'the file holds no group');
}

/** Label of a group in messages: `cell(NAND2X1)`. */
export const groupLabel = ({ name, args }: Pick<LibertyGroup, 'name' | 'args'>): string =>
  `${name}(${args.join(', ')})`;

/** Source of one token after the other. Comments and the backslashes at line ends are no tokens. */
function tokens(text: string, file: string): () => Token {
  const pattern = /[ \t\r\f\uFEFF]+|\n|\\[ \t\r]*\n|\/\*|\/\/[^\n]*|"|[{}();:,]|[^\s{}();:,"\\/]+|[/\\]/gy;
  let line = 1;
  const until = (end: string, start: number, what: string): string => {
    const stop = text.indexOf(end, start);
    if (stop < 0) throw new LibertyError(file, line, '', `${what} is not closed before the file ends`);
    pattern.lastIndex = stop + end.length;
    return text.slice(start, stop);
  };
  const newlines = (inside: string): number => {
    let count = 0;
    for (let at = inside.indexOf('\n'); at >= 0; at = inside.indexOf('\n', at + 1)) count++;
    return count;
  };
  return () => {
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const [piece] = match;
      if (piece === '/*') line += newlines(until('*/', pattern.lastIndex, 'a comment'));
      else if (piece === '"') {
        const inside = until('"', pattern.lastIndex, 'a string');
        const token: Token = { kind: 'string', text: inside.replaceAll(/\\[ \t\r]*\n/g, ' '), line };
        line += newlines(inside);
        return token;
      } else if (piece.endsWith('\n')) line++;
      else if (piece.startsWith('//') || /^[\s\uFEFF]/.test(piece)) continue;
      else return { kind: /^[{}();:,]$/.test(piece) ? 'mark' : 'word', text: piece, line };
    }
    return { kind: 'end', text: '', line };
  };
}
