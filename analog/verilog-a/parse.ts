/**
 * Reader of Verilog-A modules for their checks and their evaluation. The portable subset: non-ANSI ports, single names,
 * one analog block.
 */

import type { Cursor } from './cursor.ts';
import { parseExpression } from './parse-expression.ts';
import { parseStatement } from './parse-statement.ts';
import type { Token } from './token.ts';
import type { Expression, Statement, VaFunction, VaModule, VaNode, VaParameter, VaRange, VaVariable } from './tree.ts';

const DIRECTIONS = ['inout', 'input', 'output'] as const;
const TYPES = ['real', 'integer'] as const;

/** Declarations of a module as they stand in the text, duplicates and all. */
export interface Declarations {
  readonly ports: readonly Token[];
  readonly directions: readonly { readonly token: Token; readonly direction: (typeof DIRECTIONS)[number] }[];
  readonly disciplines: readonly { readonly token: Token; readonly discipline: string }[];
}

interface Parsed {
  readonly module: VaModule;
  readonly declarations: Declarations;
}

/** Module of a text that holds one, with its declarations. Throws `VaSyntaxError`. */
export function parseModule(cursor: Cursor): Parsed {
  if (cursor.next().text !== 'module') cursor.refuse(`${cursor.next().text} before the module: allowed is module`);
  const { line } = cursor.take();
  const name = cursor.name('the name of the module').text;
  const ports = parsePorts(cursor);
  const directions: { token: Token; direction: (typeof DIRECTIONS)[number] }[] = [];
  const disciplines: { token: Token; discipline: string }[] = [];
  const parameters: VaParameter[] = [];
  const variables: VaVariable[] = [];
  const functions: VaFunction[] = [];
  let body: Statement | undefined;
  while (!cursor.takeIf('endmodule')) {
    const direction = DIRECTIONS.find((word) => word === cursor.next().text);
    const type = TYPES.find((word) => word === cursor.next().text);
    if (direction) {
      cursor.take();
      for (const token of parseNames(cursor, 'a port')) directions.push({ token, direction });
    } else if (type) {
      cursor.take();
      variables.push(
        ...parseNames(cursor, 'a variable').map(({ text, line }) => ({
          name: text,
          integer: type === 'integer',
          line,
        })),
      );
    } else if (cursor.takeIf('parameter')) parameters.push(parseParameter(cursor));
    else if (cursor.takeIf('analog')) {
      if (cursor.takeIf('function')) functions.push(parseFunction(cursor));
      else if (body) cursor.refuse('second analog block: allowed is one');
      else body = parseStatement(cursor);
    } else if (
      cursor.next().kind === 'identifier' &&
      cursor.second().kind === 'identifier' &&
      !NOT_NODES.has(cursor.next().text)
    ) {
      const discipline = cursor.take().text;
      for (const token of parseNames(cursor, 'a node')) disciplines.push({ token, discipline });
    } else cursor.refuse(`${cursor.next().text} in a module: ${ITEMS}`);
  }
  if (!body) return cursor.refuse('module without analog block: allowed is one');
  if (cursor.next().kind !== 'end')
    cursor.refuse(`${cursor.next().text} after endmodule: allowed is one module in a text`);
  const declarations = { ports, directions, disciplines };
  return { declarations, module: { name, nodes: nodesOf(declarations), parameters, variables, functions, body, line } };
}

const ITEMS = `allowed are ${DIRECTIONS.join(', ')}, electrical, parameter, real, integer, analog and endmodule`;
/** Words that would be taken for a discipline. */
const NOT_NODES = new Set([
  'localparam',
  'aliasparam',
  'genvar',
  'branch',
  'ground',
  'string',
  'wire',
  'reg',
  'time',
  'module',
  'initial',
  'always',
  'assign',
  'wreal',
  'nature',
  'discipline',
]);

function parsePorts(cursor: Cursor): Token[] {
  cursor.expect('(', 'the name of the module');
  const ports: Token[] = [];
  do {
    if (DIRECTIONS.some((word) => word === cursor.next().text) || cursor.second().kind === 'identifier')
      cursor.refuse(
        `${cursor.next().text} in the list of ports: allowed are names; directions and disciplines follow in the module`,
      );
    ports.push(cursor.name('a port'));
  } while (cursor.takeIf(','));
  refuseBus(cursor);
  cursor.expect(')', 'the ports');
  cursor.expect(';', 'the ports');
  return ports;
}

/** Names up to a semicolon. */
function parseNames(cursor: Cursor, what: string): Token[] {
  const names: Token[] = [];
  do {
    refuseBus(cursor);
    if (cursor.second().kind === 'identifier')
      cursor.refuse(
        `${cursor.next().text} ${cursor.second().text} in a declaration: allowed are names with commas between them`,
      );
    names.push(cursor.name(what));
    refuseBus(cursor);
    if (cursor.next().text === '=')
      cursor.refuse('value in a declaration: allowed is an assignment in the analog block');
  } while (cursor.takeIf(','));
  cursor.expect(';', 'a declaration');
  return names;
}

function refuseBus(cursor: Cursor): void {
  if (cursor.next().text === '[') cursor.refuse('bus or array: allowed are single names');
}

function parseParameter(cursor: Cursor): VaParameter {
  const type =
    cursor.takeIf(...TYPES) ?? cursor.refuse(`parameter ${cursor.next().text}: allowed are ${TYPES.join(' and ')}`);
  refuseBus(cursor);
  const { text: name, line } = cursor.name('a parameter');
  refuseBus(cursor);
  cursor.expect('=', `parameter ${name}`);
  const value = parseExpression(cursor);
  const ranges: VaRange[] = [];
  for (let word = cursor.takeIf('from', 'exclude'); word; word = cursor.takeIf('from', 'exclude'))
    ranges.push(parseRange(cursor, word.text === 'exclude'));
  if (cursor.next().text === ',') cursor.refuse('list of parameters: allowed is one in each declaration');
  cursor.expect(';', `parameter ${name}`);
  return { name, integer: type.text === 'integer', value, ranges, line };
}

function parseRange(cursor: Cursor, exclude: boolean): VaRange {
  const open = cursor.takeIf('[', '(');
  if (!open) {
    if (!exclude) cursor.refuse(`${cursor.next().text} after from: allowed is [a:b], ( and ) where an end is out`);
    const value = parseEnd(cursor);
    return { exclude, from: value, to: value, closed: [true, true] };
  }
  const from = parseEnd(cursor);
  cursor.expect(':', 'the start of a range');
  const to = parseEnd(cursor);
  const close = cursor.takeIf(']', ')') ?? cursor.refuse(`${cursor.next().text} after a range: allowed are ] and )`);
  return { exclude, from, to, closed: [open.text === '[', close.text === ']'] };
}

function parseEnd(cursor: Cursor): Expression {
  const { line } = cursor.next();
  const minus = cursor.next().text === '-' && cursor.second().text === 'inf';
  if (minus) cursor.take();
  if (cursor.takeIf('inf')) return { kind: 'number', value: minus ? -Infinity : Infinity, integer: false, line };
  return parseExpression(cursor);
}

function parseFunction(cursor: Cursor): VaFunction {
  const integer = cursor.takeIf(...TYPES)?.text === 'integer';
  const { text: name, line } = cursor.name('a function');
  cursor.expect(';', `function ${name}`);
  const inputs: string[] = [];
  const variables: VaVariable[] = [];
  for (;;) {
    const word = cursor.takeIf('input', ...TYPES);
    if (!word) break;
    const names = parseNames(cursor, 'an input or variable');
    if (word.text === 'input') inputs.push(...names.map(({ text }) => text));
    else variables.push(...names.map(({ text, line }) => ({ name: text, integer: word.text === 'integer', line })));
  }
  if (cursor.next().text === 'output' || cursor.next().text === 'inout')
    cursor.refuse(`${cursor.next().text} of function ${name}: allowed are inputs`);
  // ADMS takes no other statement here.
  if (cursor.next().text !== 'begin')
    cursor.refuse(`${cursor.next().text} as function ${name}: allowed is begin ... end`);
  const body = parseStatement(cursor);
  cursor.expect('endfunction', `the statement of function ${name}`);
  return { name, integer, inputs, variables, body, line };
}

/** Ports in their order, then the other nodes. */
function nodesOf({ ports, directions, disciplines }: Declarations): VaNode[] {
  const node = ({ text, line }: Token, port: boolean): VaNode => ({
    name: text,
    direction: port ? (directions.find(({ token }) => token.text === text)?.direction ?? null) : null,
    discipline: disciplines.find(({ token }) => token.text === text)?.discipline ?? null,
    port,
    line,
  });
  const names = new Set(ports.map(({ text }) => text));
  const inner = disciplines.map(({ token }) => token).filter(({ text }) => !names.has(text));
  return [...ports.map((port) => node(port, true)), ...inner.map((token) => node(token, false))];
}
