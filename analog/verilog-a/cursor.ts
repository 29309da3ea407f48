/** Place in a list of tokens, from which a parser reads. */

import type { Token } from './token.ts';

/** Error of a text that is not of the portable subset from `line` on. */
export class VaSyntaxError extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.name = 'VaSyntaxError';
    this.line = line;
  }
}

/** Reading position in a list of tokens. */
export interface Cursor {
  /** Next token, not taken yet. */
  readonly next: () => Token;
  /** Token after the next one. */
  readonly second: () => Token;
  /** Next token, taken. */
  readonly take: () => Token;
  /** Next token, taken if it is one of `texts`; undefined if it is not. */
  readonly takeIf: (...texts: readonly string[]) => Token | undefined;
  /** Next token, taken, which must be `text`. */
  readonly expect: (text: string, after: string) => Token;
  /** Next token, taken, which must be an identifier. */
  readonly name: (what: string) => Token;
  /** Error at the next token: a `VaSyntaxError`. */
  readonly refuse: (message: string) => never;
}

/** Cursor before the first of `tokens`, whose last is their end. */
export function cursorOf(tokens: readonly Token[]): Cursor {
  const end: Token = tokens.at(-1) ?? { kind: 'end', text: 'end of the text', line: 1 };
  let at = 0;
  const next = (): Token => tokens[at] ?? end;
  const take = (): Token => {
    const token = next();
    at++;
    return token;
  };
  const refuse = (message: string): never => {
    throw new VaSyntaxError(next().line, message);
  };
  return {
    next,
    second: () => tokens[at + 1] ?? end,
    take,
    refuse,
    takeIf: (...texts) => (next().kind !== 'string' && texts.includes(next().text) ? take() : undefined),
    expect: (text, after) =>
      next().text === text ? take() : refuse(`${next().text} stands after ${after}: allowed is ${text}`),
    name: (what) =>
      next().kind === 'identifier' ? take() : refuse(`${next().text} stands for ${what}: allowed is a name`),
  };
}
