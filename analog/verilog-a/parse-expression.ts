/** Verilog-A expressions of the portable subset: recursive descent, by precedence (Verilog-AMS LRM 2.4, table 4-3). */

import type { Cursor } from './cursor.ts';
import { type Expression, GROUND } from './tree.ts';

type Binary = Extract<Expression, { kind: 'binary' }>['operator'];

/** Operators from the loosest to the tightest. */
const LEVELS: readonly (readonly Binary[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/'],
];
const REFUSED: ReadonlyMap<string, string> = new Map([
  ['**', 'allowed is pow(a,b)'],
  ...['%', '&', '|', '^', '~', '<<', '>>'].map(
    (symbol) => [symbol, 'allowed are + - * / < <= > >= == != && || ! ?:'] as const,
  ),
  ['=', 'allowed in an expression is =='],
  ['[', 'arrays and buses are not in the subset: allowed are single names'],
  ["'", 'arrays are not in the subset: allowed are single names'],
  ['{', 'arrays are not in the subset: allowed are single names'],
]);

/** Access functions of branches; of others than V and I too, so that a check can name them. */
const ACCESS = new Set(['V', 'I', 'Temp', 'Pwr', 'Q', 'Phi', 'MMF', 'Pos', 'F', 'Theta', 'Tau', 'potential', 'flow']);

/** Expression from the cursor up to what cannot belong to it. */
export function parseExpression(cursor: Cursor): Expression {
  const condition = parseLevel(cursor, 0);
  const question = cursor.takeIf('?');
  if (question) {
    const yes = parseLevel(cursor, 0);
    refuseNested(cursor);
    cursor.expect(':', 'the first value of ?:');
    const no = parseLevel(cursor, 0);
    refuseNested(cursor);
    return { kind: 'choice', condition, yes, no, line: question.line };
  }
  const { text, kind } = cursor.next();
  const instead = kind === 'symbol' ? REFUSED.get(text) : undefined;
  if (instead) cursor.refuse(`${text} in an expression: ${instead}`);
  return condition;
}

function refuseNested(cursor: Cursor): void {
  if (cursor.next().text === '?')
    cursor.refuse('?: in ?: without parentheses, which ADMS cannot read: allowed is a?b:(c?d:e)');
}

function parseLevel(cursor: Cursor, level: number): Expression {
  const operators = LEVELS[level];
  if (!operators) return parseUnary(cursor);
  let left = parseLevel(cursor, level + 1);
  for (;;) {
    const token = cursor.takeIf(...operators);
    const operator = operators.find((text) => text === token?.text);
    if (!token || !operator) return left;
    left = { kind: 'binary', operator, left, right: parseLevel(cursor, level + 1), line: token.line };
  }
}

function parseUnary(cursor: Cursor): Expression {
  const sign = cursor.takeIf('-', '!', '+');
  if (!sign) return parsePrimary(cursor);
  if (sign.text === '+') return cursor.refuse('+ as a sign: allowed is the number without it');
  return { kind: 'unary', operator: sign.text === '-' ? '-' : '!', of: parseUnary(cursor), line: sign.line };
}

function parsePrimary(cursor: Cursor): Expression {
  const token = cursor.next();
  const { text, line } = token;
  switch (token.kind) {
    case 'number':
      cursor.take();
      return { kind: 'number', value: Number(text), integer: /^\d+$/.test(text), line };
    case 'string':
      cursor.take();
      return { kind: 'string', text: text.slice(1, -1), line };
    case 'identifier':
      cursor.take();
      if (ACCESS.has(text) && cursor.next().text === '(') return { kind: 'probe', ...parseBranch(cursor, text), line };
      if (cursor.next().text === '(') return { kind: 'call', name: text, inputs: parseInputs(cursor), line };
      if (text.startsWith('$')) return { kind: 'call', name: text, inputs: [], line };
      return { kind: 'name', name: text, line };
    case 'symbol':
    case 'end': {
      if (!cursor.takeIf('('))
        return cursor.refuse(
          `${text} where a value is wanted: ${REFUSED.get(text) ?? 'allowed are numbers, names, calls and parentheses'}`,
        );
      const inside = parseExpression(cursor);
      cursor.expect(')', 'an expression in parentheses');
      return inside;
    }
  }
}

/** Test for an access function and its parenthesis at the cursor. */
export function startsBranch(cursor: Cursor): boolean {
  return ACCESS.has(cursor.next().text) && cursor.second().text === '(';
}

/** Nodes of a branch, after the access function's name. */
export function parseBranch(cursor: Cursor, access: string) {
  cursor.expect('(', access);
  const positive = cursor.name('a node').text;
  const negative = cursor.takeIf(',') ? cursor.name('a node').text : GROUND;
  if (cursor.next().text === '[') cursor.refuse(`${REFUSED.get('[')}`);
  cursor.expect(')', `${access} and at most two nodes`);
  return { access, positive, negative };
}

function parseInputs(cursor: Cursor): Expression[] {
  cursor.expect('(', 'a function');
  const inputs: Expression[] = [];
  if (cursor.takeIf(')')) return inputs;
  do inputs.push(parseExpression(cursor));
  while (cursor.takeIf(','));
  cursor.expect(')', 'the inputs of a function');
  return inputs;
}
