/**
 * The syntax of Liberty files: groups, attributes, values. Their meaning stands in liberty.ts. Source: Synopsys,
 * "Liberty User Guides and Reference Manual Suite", version 2017.06.
 */

import { LibertyError } from './liberty-error.ts';
import type { Place } from './source.ts';
import { type Token, tokens } from './tokens.ts';

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

interface OpenGroup extends LibertyGroup {
  readonly attributes: LibertyAttribute[];
  readonly groups: OpenGroup[];
}

/** Top group of `text`. Throws `LibertyError`, which tells the `place` of a line. */
export function parseLibertySyntax(text: string, place: Place): LibertyGroup {
  const next = tokens(text, place);
  let token = next();
  const open: OpenGroup[] = [];
  const fail = (line: number, problem: string): never => {
    throw new LibertyError(place(line), open.map(groupLabel).join('/'), problem);
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
        if (name === 'include_file') fail(line, `include_file(${args.join(', ')}) is not followed here`);
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
