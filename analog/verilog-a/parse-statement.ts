/** Verilog-A statements of the portable subset: assignments, contributions, conditions and blocks. */

import type { Cursor } from './cursor.ts';
import { parseBranch, parseExpression, startsBranch } from './parse-expression.ts';
import type { Statement } from './tree.ts';

const REFUSED: ReadonlyMap<string, string> = new Map([
  ...['for', 'while', 'repeat', 'forever', 'generate', 'genvar'].map(
    (word) => [word, `loop ${word}: allowed is every step written out`] as const,
  ),
  ['case', 'case: allowed is if ... else'],
  ['@', 'event @: allowed are equations that hold at every time'],
  [';', 'empty statement: allowed is one ; after a statement'],
  ['{', 'braces: allowed is begin ... end'],
]);

/** One statement from the cursor. */
export function parseStatement(cursor: Cursor): Statement {
  const { text, line } = cursor.next();
  const refused = REFUSED.get(text);
  if (refused) return cursor.refuse(refused);
  if (text.startsWith('$')) return cursor.refuse(`task ${text}: allowed are assignments, contributions, if and begin`);
  if (cursor.takeIf('begin')) return parseBlock(cursor, line);
  if (cursor.takeIf('if')) {
    cursor.expect('(', 'if');
    const condition = parseExpression(cursor);
    cursor.expect(')', 'the condition of if');
    const yes = parseStatement(cursor);
    return { kind: 'conditional', condition, yes, no: cursor.takeIf('else') ? parseStatement(cursor) : null, line };
  }
  if (startsBranch(cursor)) {
    const branch = parseBranch(cursor, cursor.take().text);
    cursor.expect('<+', 'a branch');
    const value = parseExpression(cursor);
    cursor.expect(';', 'a contribution');
    return { kind: 'contribution', ...branch, value, line };
  }
  const name = cursor.name('the start of a statement').text;
  if (cursor.next().text === '(') return cursor.refuse(`${name}(...) <+: allowed is I(a,b) <+`);
  cursor.expect('=', name);
  const value = parseExpression(cursor);
  cursor.expect(';', 'an assignment');
  return { kind: 'assignment', name, value, line };
}

function parseBlock(cursor: Cursor, line: number): Statement {
  if (cursor.next().text === ':') return cursor.refuse('named block: allowed is begin without a name');
  const items: Statement[] = [];
  while (!cursor.takeIf('end')) {
    if (cursor.next().kind === 'end' || cursor.next().text === 'endmodule')
      cursor.refuse(`${cursor.next().text} in a block from line ${line}: allowed is end first`);
    items.push(parseStatement(cursor));
  }
  return { kind: 'block', items, line };
}
