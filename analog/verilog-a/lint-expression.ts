/** Checks of Verilog-A expressions: names, calls, branches and constants. */

import { type Expression, GROUND, VA_FUNCTIONS, VA_TERMS } from './tree.ts';

/** Names and branches that an expression may read. */
export interface Readable {
  /** Kind of what a name stands for; undefined when it is not declared. */
  readonly kindOf: (name: string) => 'parameter' | 'variable' | 'input' | 'node' | 'function' | undefined;
  /** Test for names of type integer. */
  readonly isInteger: (name: string) => boolean;
  /** Test for variables that have a value here on every path. */
  readonly isAssigned: (name: string) => boolean;
  /** Inputs of an own analog function that is declared before; undefined when there is none of that name. */
  readonly inputsOf: (name: string) => number | undefined;
  /** Reason against reading branches here; undefined where they can be read. */
  readonly noBranches?: string;
  /** Listener to everything that is read. */
  readonly read: (name: string) => void;
}

/** Listener to each problem and the line it stands in. */
export type Report = (line: number | undefined, message: string) => void;

/** Check of `expression`, as far as it is `readable`. */
export function checkExpression(expression: Expression, readable: Readable, report: Report): void {
  const { line } = expression;
  const check = (part: Expression): void => checkExpression(part, readable, report);
  switch (expression.kind) {
    case 'number':
      return;
    case 'string':
      report(line, `string "${expression.text}": allowed as the name of a noise term only`);
      return;
    case 'name':
      checkName(expression.name, line, readable, report);
      return;
    case 'probe':
      checkProbe(expression, readable, report);
      return;
    case 'unary':
      check(expression.of);
      return;
    case 'binary': {
      const { operator, left, right } = expression;
      check(left);
      check(right);
      if (operator !== '/') return;
      if (isWhole(left, readable) && isWhole(right, readable))
        report(line, 'division of whole numbers, which cuts the fraction off: allowed is a real number, as in 1.0/2.0');
      if (right.kind === 'number' && right.value === 0) report(line, 'division by 0');
      return;
    }
    case 'choice':
      check(expression.condition);
      check(expression.yes);
      check(expression.no);
      return;
    case 'call':
      checkCall(expression, readable, report);
      for (const input of expression.inputs) check(input);
  }
}

/** Problems of an expression of numbers and `names`. */
export function checkConstant(expression: Expression, names: readonly string[]): readonly string[] {
  const messages: string[] = [];
  const readable: Readable = {
    kindOf: (name) => (names.includes(name) ? 'parameter' : undefined),
    isInteger: () => false,
    isAssigned: () => false,
    inputsOf: () => undefined,
    noBranches: 'where a constant is wanted',
    read: () => undefined,
  };
  checkExpression(expression, readable, (_, message) => messages.push(message));
  return messages;
}

function checkName(name: string, line: number | undefined, readable: Readable, report: Report): void {
  readable.read(name);
  switch (readable.kindOf(name)) {
    case 'parameter':
    case 'input':
      return;
    case 'variable':
      if (!readable.isAssigned(name)) report(line, `${name} is read before it has a value on every path`);
      return;
    case 'node':
      report(line, `node ${name} is no value: allowed is V(${name})`);
      return;
    case 'function':
      report(line, `function ${name} without inputs: allowed is ${name}(...)`);
      return;
    case undefined:
      report(line, `${name} is not declared: allowed are parameters and variables declared before`);
  }
}

type Of<Kind extends Expression['kind']> = Extract<Expression, { readonly kind: Kind }>;

function checkProbe({ access, positive, negative, line }: Of<'probe'>, readable: Readable, report: Report): void {
  const text = `${access}(${positive}${negative === GROUND ? '' : `,${negative}`})`;
  if (readable.noBranches) report(line, `${text} ${readable.noBranches}: allowed are names and numbers`);
  if (access !== 'V') report(line, `${text} is read: allowed is V(...), a voltage`);
  checkBranch(text, positive, negative, line, readable, report);
}

/** Check of a branch, whose nodes must be two different ones. */
export function checkBranch(
  text: string,
  positive: string,
  negative: string,
  line: number | undefined,
  readable: Pick<Readable, 'kindOf' | 'read'>,
  report: Report,
): void {
  for (const node of [positive, negative]) {
    if (node === GROUND) continue;
    readable.read(node);
    if (readable.kindOf(node) !== 'node')
      report(line, `${node} in ${text} is no declared node: allowed is ${node} after electrical`);
  }
  if (positive === negative) report(line, `${text} is a branch from a node to itself`);
}

function checkCall({ name, inputs, line }: Of<'call'>, readable: Readable, report: Report): void {
  readable.read(name);
  if (VA_TERMS.has(name)) {
    report(
      line,
      `${name} inside an expression: allowed is ${name === 'ddt' ? 'I(a,b) <+ ddt(...), a term of its own' : `I(a,b) <+ ${name}(...) alone`}`,
    );
    return;
  }
  const own = readable.inputsOf(name);
  const arity = own === undefined ? VA_FUNCTIONS.get(name) : ([own, own] as const);
  if (arity) checkArity(name, inputs.length, arity, line, report);
  else
    report(
      line,
      `${name} is no function of the subset: allowed are ${[...VA_FUNCTIONS.keys()].join(' ')} and analog functions declared before`,
    );
}

/** Check of a number of inputs. */
export function checkArity(
  name: string,
  count: number,
  [least, most]: readonly [number, number],
  line: number | undefined,
  report: Report,
): void {
  if (count < least || count > most)
    report(
      line,
      `${name} with ${count} input(s): allowed ${least === most ? `is ${least}` : `are ${least} to ${most}`}`,
    );
}

/** Test for expressions of type integer. */
function isWhole(expression: Expression, readable: Readable): boolean {
  const whole = (part: Expression): boolean => isWhole(part, readable);
  switch (expression.kind) {
    case 'number':
      return expression.integer;
    case 'name':
      return readable.isInteger(expression.name);
    case 'unary':
      return expression.operator === '!' || whole(expression.of);
    case 'binary':
      return !['+', '-', '*', '/'].includes(expression.operator) || (whole(expression.left) && whole(expression.right));
    case 'choice':
      return whole(expression.yes) && whole(expression.no);
    case 'string':
    case 'probe':
    case 'call':
      return false;
  }
}
