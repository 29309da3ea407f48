/** A place in a list of tokens, from which a parser reads. */

import type { Token } from './token.ts';

/** A text that is not of the portable subset from `line` on. */
export class VaSyntaxError extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.name = 'VaSyntaxError';
    this.line = line;
  }
}

export interface Cursor {
  /** The next token, not taken yet. */
  readonly next: () => Token;
  /** The token after it. */
  readonly second: () => Token;
  /** Takes the next token. */
  readonly take: () => Token;
  /** Takes the next token if it is one of `texts`; undefined if it is not. */
  readonly takeIf: (...texts: readonly string[]) => Token | undefined;
  /** Takes the next token, which must be `text`. */
  readonly expect: (text: string, after: string) => Token;
  /** Takes an identifier. */
  readonly name: (what: string) => Token;
  /** Throws `VaSyntaxError` at the next token. */
  readonly refuse: (message: string) => never;
}

/** A cursor before the first of `tokens`, whose last is their end. */
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
