/** Contributions of a Verilog-A module at given node voltages, with derivatives by them. */

import { BOLTZMANN, ELEMENTARY_CHARGE } from '../../numeric/index.ts';
import { add, constant, DUAL_FUNCTIONS, type Dual, divide, multiply, negate, subtract } from './dual.ts';
import { type Expression, GROUND, type Statement, VA_TERMS, type VaFunction, type VaModule } from './tree.ts';

/** Thermal voltage over temperature, k/q, V/K: exact in the SI since 2019. */
const THERMAL = BOLTZMANN / ELEMENTARY_CHARGE;

/** One term that a module adds to a branch: from node `positive` through it to `negative`. */
export interface Contribution {
  /** Kind of the term. Units of its value: current A; charge C, of `ddt`; white A^2/Hz; flicker A^2/Hz at 1 Hz. */
  readonly kind: 'current' | 'charge' | 'white' | 'flicker';
  readonly positive: string;
  readonly negative: string;
  readonly value: Dual;
  /** Exponent of flicker noise, whose density falls as f^-exponent. */
  readonly exponent: number;
}

/** Value with its type: two whole numbers divide to a whole number, toward 0 (Verilog-AMS LRM 2.4, 4.2.4). */
interface Value extends Dual {
  readonly integer: boolean;
}

interface Scope {
  /** Parameters, variables and inputs by name; assignments change it. */
  readonly values: Map<string, Value>;
  readonly integers: ReadonlySet<string>;
  readonly voltage: (node: string) => Dual;
  readonly functions: ReadonlyMap<string, VaFunction>;
  /** K */
  readonly temperature: number;
  readonly contribute: (contribution: Contribution) => void;
}

/** Parameters, voltages and temperature at which a module is evaluated. */
export interface EvaluationPoint {
  /** Values of all parameters by name. */
  readonly parameters: ReadonlyMap<string, number>;
  /** Voltage of a node, V, with its derivatives by the unknowns. */
  readonly voltage: (node: string) => Dual;
  /** K */
  readonly temperature: number;
}

/**
 * Terms of every contribution, in the order of the text. Throws RangeError where the module is not of the portable
 * subset or reads a variable before it was assigned.
 */
export function contributionsOf(module: VaModule, point: EvaluationPoint): readonly Contribution[] {
  const found: Contribution[] = [];
  const integerParameters = new Set(module.parameters.filter(({ integer }) => integer).map(({ name }) => name));
  const values = [...point.parameters].map(
    ([name, value]) => [name, { value, integer: integerParameters.has(name) }] as const,
  );
  run(module.body, {
    values: new Map(values),
    integers: integerNames(module.variables),
    voltage: (node) => (node === GROUND ? constant(0) : point.voltage(node)),
    functions: new Map(module.functions.map((entry) => [entry.name, entry])),
    temperature: point.temperature,
    contribute: (contribution) => found.push(contribution),
  });
  return found;
}

/** Value of `expression`, which holds only numbers and `names`. */
export function constantValue(expression: Expression, names: ReadonlyMap<string, number>): number {
  // Most are, and a scope holds a copy of all names.
  if (expression.kind === 'number') return expression.value;
  const scope: Scope = {
    values: new Map([...names].map(([name, value]) => [name, real(constant(value))])),
    integers: new Set(),
    voltage: (node) => refuse(`voltage of ${node} where a constant is wanted`),
    functions: new Map(),
    temperature: Number.NaN,
    contribute: () => undefined,
  };
  return evaluate(expression, scope).value;
}

function run(statement: Statement, scope: Scope): void {
  switch (statement.kind) {
    case 'block':
      for (const item of statement.items) run(item, scope);
      return;
    case 'assignment': {
      const { name } = statement;
      const value = evaluate(statement.value, scope);
      scope.values.set(name, scope.integers.has(name) ? whole(value) : real(value));
      return;
    }
    case 'conditional': {
      const taken = evaluate(statement.condition, scope).value !== 0 ? statement.yes : statement.no;
      if (taken) run(taken, scope);
      return;
    }
    case 'contribution': {
      const { access, positive, negative } = statement;
      if (access !== 'I') refuse(`contribution to ${access}(${positive},${negative})`);
      for (const { sign, term } of termsOf(statement.value, 1))
        scope.contribute({ positive, negative, ...evaluateTerm(sign, term, scope) });
    }
  }
}

/** Terms of a sum, with their signs. */
function termsOf(expression: Expression, sign: number): readonly { sign: number; term: Expression }[] {
  if (expression.kind === 'unary' && expression.operator === '-') return termsOf(expression.of, -sign);
  if (expression.kind === 'binary' && (expression.operator === '+' || expression.operator === '-'))
    return [
      ...termsOf(expression.left, sign),
      ...termsOf(expression.right, expression.operator === '-' ? -sign : sign),
    ];
  return [{ sign, term: expression }];
}

function evaluateTerm(sign: number, term: Expression, scope: Scope): Pick<Contribution, 'kind' | 'value' | 'exponent'> {
  if (term.kind !== 'call' || !VA_TERMS.has(term.name)) {
    const value = evaluate(term, scope);
    return { kind: 'current', value: sign < 0 ? negate(value) : value, exponent: 0 };
  }
  const [first, second] = term.inputs;
  if (!first) return refuse(`${term.name} without input`);
  const value = evaluate(first, scope);
  if (term.name === 'ddt') return { kind: 'charge', value: sign < 0 ? negate(value) : value, exponent: 0 };
  if (!(value.value >= 0)) return refuse(`${term.name} of density ${value.value}`);
  if (term.name === 'white_noise') return { kind: 'white', value, exponent: 0 };
  if (!second) return refuse('flicker_noise without exponent');
  return { kind: 'flicker', value, exponent: evaluate(second, scope).value };
}

function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'number':
      return { value: expression.value, integer: expression.integer };
    case 'string':
      return refuse(`string "${expression.text}" where a number is wanted`);
    case 'name':
      return scope.values.get(expression.name) ?? refuse(`${expression.name} has no value where it is read`);
    case 'probe': {
      if (expression.access !== 'V')
        refuse(`${expression.access}(${expression.positive},${expression.negative}) is read`);
      return real(subtract(scope.voltage(expression.positive), scope.voltage(expression.negative)));
    }
    case 'unary': {
      const of = evaluate(expression.of, scope);
      return expression.operator === '!' ? truth(of.value === 0) : typed(negate(of), of.integer);
    }
    case 'binary':
      return binary(expression.operator, evaluate(expression.left, scope), evaluate(expression.right, scope));
    case 'choice':
      return evaluate(evaluate(expression.condition, scope).value !== 0 ? expression.yes : expression.no, scope);
    case 'call':
      return call(expression.name, expression.inputs, scope);
  }
}

type Operator = Extract<Expression, { kind: 'binary' }>['operator'];

function binary(operator: Operator, a: Value, b: Value): Value {
  const integer = a.integer && b.integer;
  switch (operator) {
    case '+':
      return typed(add(a, b), integer);
    case '-':
      return typed(subtract(a, b), integer);
    case '*':
      return typed(multiply(a, b), integer);
    case '/':
      return integer ? { value: Math.trunc(a.value / b.value), integer } : real(divide(a, b));
    case '<':
      return truth(a.value < b.value);
    case '<=':
      return truth(a.value <= b.value);
    case '>':
      return truth(a.value > b.value);
    case '>=':
      return truth(a.value >= b.value);
    case '==':
      return truth(a.value === b.value);
    case '!=':
      return truth(a.value !== b.value);
    case '&&':
      return truth(a.value !== 0 && b.value !== 0);
    case '||':
      return truth(a.value !== 0 || b.value !== 0);
  }
}

function call(name: string, inputs: readonly Expression[], scope: Scope): Value {
  const values = inputs.map((input) => evaluate(input, scope));
  const [a = real(constant(Number.NaN)), b = real(constant(Number.NaN))] = values;
  if (name === '$temperature') return real(constant(scope.temperature));
  if (name === '$vt') return real(multiply(constant(THERMAL), inputs.length > 0 ? a : constant(scope.temperature)));
  const known = DUAL_FUNCTIONS[name];
  if (known) return real(known(a, b));
  const own = scope.functions.get(name) ?? refuse(`function ${name}`);
  const local = new Map(own.inputs.map((input, index) => [input, values[index] ?? refuse(`${name} without ${input}`)]));
  run(own.body, {
    ...scope,
    values: local,
    integers: integerNames([...own.variables, own]),
    voltage: (node) => refuse(`voltage of ${node} in function ${name}`),
    contribute: () => refuse(`contribution in function ${name}`),
  });
  return local.get(name) ?? refuse(`function ${name} assigns no value to its name`);
}

const typed = ({ value, slopes }: Dual, integer: boolean): Value => ({ value, slopes, integer });
const real = (of: Dual): Value => typed(of, false);
/** Nearest whole number, halves away from 0 (LRM 4.2.1.1), without slope. */
const whole = ({ value }: Dual): Value => ({ value: Math.sign(value) * Math.round(Math.abs(value)), integer: true });
const truth = (holds: boolean): Value => ({ value: holds ? 1 : 0, integer: true });
const integerNames = (entries: readonly { name: string; integer: boolean }[]): ReadonlySet<string> =>
  new Set(entries.filter(({ integer }) => integer).map(({ name }) => name));

function refuse(what: string): never {
  throw new RangeError(`Verilog-A outside the portable subset: ${what}`);
}
