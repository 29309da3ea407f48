/** Boolean functions as Liberty writes them, and their truth tables. */

/** A function over the pins of a cell. */
export type BooleanFunction =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'pin'; readonly name: string }
  | { readonly kind: 'not'; readonly a: BooleanFunction }
  | { readonly kind: 'and' | 'or' | 'xor'; readonly a: BooleanFunction; readonly b: BooleanFunction };

/** Deepest nesting of parentheses. */
const DEEPEST = 100;
/** Most names and signs of a function; those of libraries have some 200. */
const LONGEST = 1000;
/** Most characters of a function in a message. */
const SHOWN = 60;

/**
 * Boolean function in the text of a `function` attribute. `!A` and `A'` invert and bind most, then `A^B`, then `A*B`,
 * `A&B` and `A B`, then `A+B` and `A|B`. Throws `RangeError` about what cannot be read.
 */
export function parseBooleanFunction(text: string): BooleanFunction {
  const pieces = text.match(/[A-Za-z_][\w.[\]]*|[01]|[()!'^*&+|]|[^\s]/g) ?? [];
  let at = 0;
  let depth = 0;
  const fail = (problem: string): never => {
    throw new RangeError(`${problem}: "${text.length > SHOWN ? `${text.slice(0, SHOWN)}...` : text}"`);
  };
  if (pieces.length > LONGEST) fail(`a function must be of at most ${LONGEST} names and signs`);
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
export const pinsOf = (value: BooleanFunction): string[] => [...new Set(namesOf(value))];

function namesOf(value: BooleanFunction): string[] {
  switch (value.kind) {
    case 'constant':
      return [];
    case 'pin':
      return [value.name];
    case 'not':
      return namesOf(value.a);
    case 'and':
    case 'or':
    case 'xor':
      return [...namesOf(value.a), ...namesOf(value.b)];
  }
}

/** Value of a function where the pins in `ones` are 1. */
export function evaluateFunction(value: BooleanFunction, ones: ReadonlySet<string>): boolean {
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
