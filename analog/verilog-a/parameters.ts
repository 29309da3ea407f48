/** Values of a Verilog-A module's parameters: defaults, a user's own, and the ranges that both must keep. */

import { constantValue } from './evaluate.ts';
import type { VaModule, VaParameter, VaRange } from './tree.ts';

/** Values of parameters by name. */
export type ParameterValues = Readonly<Record<string, number>>;

/** Values of all parameters by name. Throws RangeError about a name that is none, or a value out of its range. */
export function parameterValues(module: VaModule, set: ParameterValues = {}): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const parameter of module.parameters) {
    const value = set[parameter.name] ?? constantValue(parameter.value, values);
    if (!allows(parameter, value, values))
      throw new RangeError(`${parameter.name} of ${module.name} must be ${rangeText(parameter, values)}: ${value}`);
    values.set(parameter.name, value);
  }
  for (const name of Object.keys(set))
    if (!values.has(name))
      throw new RangeError(`${module.name} has no parameter ${name}; it has: ${[...values.keys()].join(', ')}`);
  return values;
}

/** Test for values within the ranges: in one of those with `from`, in none with `exclude`. */
export function allows(parameter: VaParameter, value: number, earlier: ReadonlyMap<string, number>): boolean {
  const inside = ({ from, to, closed: [low, high] }: VaRange): boolean => {
    const [a, b] = [constantValue(from, earlier), constantValue(to, earlier)];
    return (low ? value >= a : value > a) && (high ? value <= b : value < b);
  };
  const wanted = parameter.ranges.filter(({ exclude }) => !exclude);
  const excluded = parameter.ranges.filter(({ exclude }) => exclude);
  return (wanted.length === 0 || wanted.some(inside)) && !excluded.some(inside) && !Number.isNaN(value);
}

/** Text of the ranges, e.g. `from [0:255]`. */
export function rangeText(parameter: VaParameter, earlier: ReadonlyMap<string, number>): string {
  const word = (value: number): string => (Number.isFinite(value) ? `${value}` : value > 0 ? 'inf' : '-inf');
  return parameter.ranges
    .map(({ exclude, from, to, closed: [low, high] }) => {
      const [a, b] = [word(constantValue(from, earlier)), word(constantValue(to, earlier))];
      return `${exclude ? 'exclude' : 'from'} ${low ? '[' : '('}${a}:${b}${high ? ']' : ')'}`;
    })
    .join(' ');
}
