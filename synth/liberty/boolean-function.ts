/** Boolean functions as Liberty writes them, and their truth tables. */

/** A function over the pins of a cell. */
export type BooleanFunction =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'pin'; readonly name: string }
  | { readonly kind: 'not'; readonly a: BooleanFunction }
  | { readonly kind: 'and' | 'or' | 'xor'; readonly a: BooleanFunction; readonly b: BooleanFunction };

/** Deepest nesting of parentheses. */
const DEEPEST = 100;

/**
 * Boolean function in the text of a `function` attribute. `!A` and `A'` invert and bind most, then `A^B`, then `A*B`,
 * `A&B` and `A B`, then `A+B` and `A|B`. Throws `RangeError` about what cannot be read.
 */
export function parseBooleanFunction(text: string): BooleanFunction {
  const pieces = text.match(/[A-Za-z_][\w.[\]]*|[01]|[()!'^*&+|]|[^\s]/g) ?? [];
  let at = 0;
  let depth = 0;
  const fail = (problem: string): never => {
    throw new RangeError(`${problem}: "${text}"`);
  };
  const chain = (marks: string, kind: 'and' | 'or' | 'xor', operand: () => BooleanFunction): BooleanFunction => {
    let a = operand();
    for (;;) {
      const piece = pieces[at];
      if (piece === undefined) return a;
      if (marks.includes(piece)) at++;
      else if (kind !== 'and' || !/^[\w(!]/.test(piece)) return a;
      a = { kind, a, b: operand() };
    }
  };
  const or = (): BooleanFunction => chain('+|', 'or', and);
  const and = (): BooleanFunction => chain('*&', 'and', xor);
  const xor = (): BooleanFunction => chain('^', 'xor', unary);
  const unary = (): BooleanFunction => {
    const piece = pieces[at++];
    if (piece === undefined) return fail('a pin is missing at the end of the function');
    if (++depth > DEEPEST) fail(`a function must be at most ${DEEPEST} deep`);
    let value: BooleanFunction;
    if (piece === '!') value = { kind: 'not', a: unary() };
    else if (piece === '(') {
      value = or();
      if (pieces[at++] !== ')') fail('a parenthesis is not closed in the function');
    } else if (piece === '0' || piece === '1') value = { kind: 'constant', value: piece === '1' };
    else if (/^\w/.test(piece)) value = { kind: 'pin', name: piece };
    else return fail(`${piece} cannot stand here in the function`);
    depth--;
    while (pieces[at] === "'") {
      at++;
      value = { kind: 'not', a: value };
    }
    return value;
  };
  const value = or();
  if (at < pieces.length) fail(`${pieces[at]} cannot stand here in the function`);
  return value;
}

/** Pins that a function names, each once. */
export function pinsOf(value: BooleanFunction): string[] {
  switch (value.kind) {
    case 'constant':
      return [];
    case 'pin':
      return [value.name];
    case 'not':
      return pinsOf(value.a);
    case 'and':
    case 'or':
    case 'xor':
      return [...new Set([...pinsOf(value.a), ...pinsOf(value.b)])];
  }
}

/** Value of a function where the pins in `ones` are 1. */
function evaluateFunction(value: BooleanFunction, ones: ReadonlySet<string>): boolean {
  switch (value.kind) {
    case 'constant':
      return value.value;
    case 'pin':
      return ones.has(value.name);
    case 'not':
      return !evaluateFunction(value.a, ones);
    case 'and':
      return evaluateFunction(value.a, ones) && evaluateFunction(value.b, ones);
    case 'or':
      return evaluateFunction(value.a, ones) || evaluateFunction(value.b, ones);
    case 'xor':
      return evaluateFunction(value.a, ones) !== evaluateFunction(value.b, ones);
  }
}

/** Sense of a function in a pin; non_unate too where the pins are too many to try all. */
export function senseOf(value: BooleanFunction, pin: string): 'positive_unate' | 'negative_unate' | 'non_unate' {
  const others = pinsOf(value).filter((name) => name !== pin);
  let rises = false;
  let falls = false;
  if (others.length > SENSE_PINS) return 'non_unate';
  for (let row = 0; row < 2 ** others.length; row++) {
    const ones = others.filter((_, j) => (row >> j) & 1);
    const low = evaluateFunction(value, new Set(ones));
    const high = evaluateFunction(value, new Set([...ones, pin]));
    rises ||= high && !low;
    falls ||= low && !high;
  }
  if (rises === falls) return 'non_unate';
  return rises ? 'positive_unate' : 'negative_unate';
}

/** Largest number of other pins for which a sense is sought. */
const SENSE_PINS = 10;

/** Number of pins of a truth table that fits a number. */
export const TABLE_PINS = 4;

/** Truth table: bit k is the value where pin j has bit j of k. At most TABLE_PINS pins. */
export function truthTable(value: BooleanFunction, pins: readonly string[]): number {
  if (pins.length > TABLE_PINS)
    throw new RangeError(`a truth table must have at most ${TABLE_PINS} pins: ${pins.length}`);
  let table = 0;
  for (let row = 0; row < 2 ** pins.length; row++) {
    const ones = new Set(pins.filter((_, j) => (row >> j) & 1));
    if (evaluateFunction(value, ones)) table |= 1 << row;
  }
  return table;
}

/** A function as a Verilog expression. */
export function verilogExpression(value: BooleanFunction, nameOf: (pin: string) => string): string {
  const shown = (part: BooleanFunction): string => verilogExpression(part, nameOf);
  switch (value.kind) {
    case 'constant':
      return value.value ? "1'b1" : "1'b0";
    case 'pin':
      return nameOf(value.name);
    case 'not':
      return `~${shown(value.a)}`;
    case 'and':
      return `(${shown(value.a)} & ${shown(value.b)})`;
    case 'or':
      return `(${shown(value.a)} | ${shown(value.b)})`;
    case 'xor':
      return `(${shown(value.a)} ^ ${shown(value.b)})`;
  }
}
