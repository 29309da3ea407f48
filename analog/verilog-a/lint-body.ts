/** Checks of what a Verilog-A module computes: names, assignments, contributions, values of variables on every path. */

import { checkArity, checkBranch, checkExpression, type Readable, type Report } from './lint-expression.ts';
import type { VaProblem } from './token.ts';
import { type Expression, GROUND, type Statement, VA_TERMS, type VaFunction, type VaModule } from './tree.ts';

type Contribution = Extract<Statement, { readonly kind: 'contribution' }>;

/** Problems of the analog functions and the analog block. */
export function bodyProblems(module: VaModule): readonly VaProblem[] {
  const problems: VaProblem[] = [];
  const report: Report = (line, message) => problems.push({ line: line ?? module.line ?? 1, message });
  const read = new Set<string>();
  for (const [index, own] of module.functions.entries())
    checkFunction(own, module.functions.slice(0, index), report, (name) => read.add(name));
  const kinds = new Map([
    ...module.nodes.map(({ name }) => [name, 'node'] as const),
    ...module.parameters.map(({ name }) => [name, 'parameter'] as const),
    ...module.variables.map(({ name }) => [name, 'variable'] as const),
    ...module.functions.map(({ name }) => [name, 'function'] as const),
  ]);
  const integers = new Set(
    [...module.parameters, ...module.variables].filter((entry) => entry.integer).map((entry) => entry.name),
  );
  const inputs = new Set(module.nodes.filter(({ direction }) => direction === 'input').map(({ name }) => name));
  const directions = new Map<string, Contribution>();
  checkStatement(module.body, new Set(), {
    kindOf: (name) => kinds.get(name),
    isInteger: (name) => integers.has(name),
    inputsOf: (name) => module.functions.find((own) => own.name === name)?.inputs.length,
    read: (name) => read.add(name),
    report,
    conditional: false,
    contribute(statement) {
      for (const node of [statement.positive, statement.negative])
        if (inputs.has(node)) report(statement.line, `current into input port ${node}: allowed is inout ${node};`);
      const opposite = directions.get(`${statement.negative},${statement.positive}`);
      if (opposite)
        report(
          statement.line,
          `branch ${textOf(statement)} has a contribution as ${textOf(opposite)} in line ${opposite.line}: allowed is one direction`,
        );
      directions.set(`${statement.positive},${statement.negative}`, statement);
    },
  });
  const unused = (what: string, entries: readonly { readonly name: string; readonly line?: number }[]): void => {
    for (const { name, line } of entries) if (!read.has(name)) report(line, `${what} ${name} is never used`);
  };
  // Of parameters, defaults and ranges are uses too.
  for (const { value, ranges } of module.parameters)
    for (const part of [value, ...ranges.flatMap(({ from, to }) => [from, to])])
      for (const name of namesIn(part)) read.add(name);
  unused('parameter', module.parameters);
  unused('variable', module.variables);
  unused('function', module.functions);
  unused('node', module.nodes);
  return problems;
}

/** Surroundings of the statements that are checked. */
interface Place extends Omit<Readable, 'isAssigned'> {
  readonly report: Report;
  /** Position under a condition. */
  readonly conditional: boolean;
  /** Listener to every contribution; undefined where none is allowed. */
  readonly contribute?: (statement: Contribution) => void;
}

/** Check of `statement`. `assigned` grows by the variables that it gives a value on every path. */
function checkStatement(statement: Statement, assigned: Set<string>, place: Place): void {
  const readable: Readable = { ...place, isAssigned: (name) => assigned.has(name) };
  const { report } = place;
  switch (statement.kind) {
    case 'block':
      for (const item of statement.items) checkStatement(item, assigned, place);
      return;
    case 'assignment': {
      const { name, line } = statement;
      checkExpression(statement.value, readable, report);
      const kind = place.kindOf(name);
      if (kind === 'variable') assigned.add(name);
      else
        report(
          line,
          kind === undefined
            ? `${name} is not declared: allowed is real ${name};`
            : `${kind} ${name} is assigned: allowed are variables`,
        );
      return;
    }
    case 'conditional': {
      checkExpression(statement.condition, readable, report);
      const [yes, no] = [new Set(assigned), new Set(assigned)];
      checkStatement(statement.yes, yes, { ...place, conditional: true });
      if (statement.no) checkStatement(statement.no, no, { ...place, conditional: true });
      for (const name of yes) if (no.has(name)) assigned.add(name);
      return;
    }
    case 'contribution':
      checkContribution(statement, readable, place);
  }
}

function checkContribution(
  statement: Contribution,
  readable: Readable,
  { report, conditional, contribute }: Place,
): void {
  const { access, positive, negative, value, line } = statement;
  if (!contribute) {
    report(line, 'contribution in a function: allowed are assignments');
    return;
  }
  if (access !== 'I') report(line, `contribution to ${access}(...): allowed is I(...) <+, a current`);
  checkBranch(textOf(statement), positive, negative, line, readable, report);
  contribute(statement);
  const terms = termsOf(value);
  for (const term of terms) {
    const arity = term.kind === 'call' ? VA_TERMS.get(term.name) : undefined;
    if (term.kind !== 'call' || !arity) {
      checkExpression(term, readable, report);
      continue;
    }
    const { name, inputs } = term;
    checkArity(name, inputs.length, arity, line, report);
    if (conditional)
      report(line, `${name} under a condition: allowed is a condition in its input, as in ${name}(c?a:b)`);
    if (name !== 'ddt' && term !== value)
      report(line, `${name} beside other terms: allowed is I(a,b) <+ ${name}(...) alone`);
    const label = name === 'ddt' ? undefined : inputs[arity[1] - 1];
    if (label && label.kind !== 'string') report(line, `name of a ${name}: allowed is a string`);
    const numbers = inputs.filter((input) => input !== label || input.kind !== 'string');
    for (const input of numbers) checkExpression(input, readable, report);
    if (name === 'ddt' && inputs[0] && isFixed(inputs[0], readable))
      report(line, 'ddt of a constant, which is 0: allowed is a charge');
  }
}

/** Terms of a sum, signs left out. */
function termsOf(expression: Expression): readonly Expression[] {
  if (expression.kind === 'unary' && expression.operator === '-') return termsOf(expression.of);
  if (expression.kind === 'binary' && (expression.operator === '+' || expression.operator === '-'))
    return [...termsOf(expression.left), ...termsOf(expression.right)];
  return [expression];
}

function checkFunction(
  own: VaFunction,
  before: readonly VaFunction[],
  report: Report,
  read: (name: string) => void,
): void {
  const { name, inputs, variables, line } = own;
  if (inputs.length === 0) report(line, `function ${name} has no input: at least one is wanted`);
  const integers = new Set([...variables, own].filter((entry) => entry.integer).map((entry) => entry.name));
  const used = new Set<string>();
  const assigned = new Set<string>();
  checkStatement(own.body, assigned, {
    kindOf: (text) =>
      inputs.includes(text)
        ? 'input'
        : text === name || variables.some((variable) => variable.name === text)
          ? 'variable'
          : before.some((other) => other.name === text)
            ? 'function'
            : undefined,
    isInteger: (text) => integers.has(text),
    inputsOf: (text) => before.find((other) => other.name === text)?.inputs.length,
    noBranches: `in function ${name}`,
    read(text) {
      used.add(text);
      read(text);
    },
    report,
    conditional: false,
  });
  if (!assigned.has(name)) report(line, `function ${name} gives its name no value on every path`);
  for (const entry of [...inputs, ...variables.map((variable) => variable.name)])
    if (!used.has(entry)) report(line, `${entry} of function ${name} is never used`);
}

/** Names in an expression. */
function namesIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'number':
    case 'string':
      return [];
    case 'name':
      return [expression.name];
    case 'probe':
      return [expression.positive, expression.negative];
    case 'unary':
      return namesIn(expression.of);
    case 'binary':
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    case 'choice':
      return [...namesIn(expression.condition), ...namesIn(expression.yes), ...namesIn(expression.no)];
    case 'call':
      return expression.inputs.flatMap(namesIn);
  }
}

/** Test for an expression in which nothing can change: no voltage, no variable. */
function isFixed(expression: Expression, { kindOf }: Readable): boolean {
  return namesIn(expression).every((name) => kindOf(name) === 'parameter');
}

function textOf({ access, positive, negative }: Contribution): string {
  return `${access}(${positive}${negative === GROUND ? '' : `,${negative}`})`;
}
