/** Timing in Liberty files: tables over slew and load (the nonlinear delay model), in SI units. */

import { nth } from '../../numeric/index.ts';
import { groupLabel, type LibertyGroup } from './syntax.ts';

/** Values over two axes. They are the input slew (or slew of the data) and the load (or slew of the clock). */
export interface TimingTable {
  /** Slews, s; one entry where the values do not depend on it. */
  readonly slews: readonly number[];
  /** Loads, F, or slews of the clock, s, in a constraint. There is one entry where the values do not depend on it. */
  readonly loads: readonly number[];
  /** Values in seconds, [slew][load]. */
  readonly values: readonly (readonly number[])[];
}

/** Variables of each template's axes, which tell which way round a table stands. */
export type TableTemplates = ReadonlyMap<
  string,
  { readonly variables: readonly string[]; readonly indices: readonly (readonly number[])[] }
>;

/** Units of a library as factors to SI. */
export interface LibertyUnits {
  /** Unit of times, s. */
  readonly time: number;
  /** Unit of capacitances, F. */
  readonly capacitance: number;
}

/**
 * Failure with what is wrong at a line; throws. Within a cell `odd`, which is the default, leaves the cell out of the
 * library, and `nonsense` refuses the file.
 */
export type Fail = (line: number, problem: string, kind?: 'odd' | 'nonsense') => never;

/** Variables that stand for the slew axis. */
const SLEW_VARIABLES = new Set(['input_net_transition', 'input_transition_time', 'constrained_pin_transition']);
/** Variables that stand for the other axis, with the unit of their values. */
const LOAD_VARIABLES: Readonly<Record<string, keyof LibertyUnits>> = {
  total_output_net_capacitance: 'capacitance',
  related_pin_transition: 'time',
};

/** Templates of a library. */
export function readTemplates(library: LibertyGroup): TableTemplates {
  const templates = new Map<string, { variables: string[]; indices: number[][] }>();
  for (const group of library.groups) {
    if (group.name !== 'lu_table_template') continue;
    const variables = [1, 2, 3].flatMap(
      (k) => group.attributes.find(({ name }) => name === `variable_${k}`)?.values.slice(0, 1) ?? [],
    );
    const indices = [1, 2, 3].map((k) => numbers(group, `index_${k}`));
    templates.set(group.args[0] ?? '', { variables, indices });
  }
  return templates;
}

/** Table in a group such as `cell_rise(delay_template)`. */
export function readTable(
  group: LibertyGroup,
  templates: TableTemplates,
  units: LibertyUnits,
  fail: Fail,
): TimingTable {
  const label = groupLabel(group);
  const template = templates.get(group.args[0] ?? '');
  if (!template && group.args[0] !== 'scalar') fail(group.line, `${label}: no such lu_table_template`);
  const { variables = [], indices = [] } = template ?? {};
  if (variables.length > 2) fail(group.line, `${label}: tables must have at most 2 variables: ${variables.length}`);
  const axes = variables.map((variable, k) => {
    const own = numbers(group, `index_${k + 1}`);
    const points = own.length > 0 ? own : (indices[k] ?? []);
    if (points.length === 0) fail(group.line, `${label}: index_${k + 1} is missing`);
    if (points.some((point) => !Number.isFinite(point)))
      fail(group.line, `${label}: index_${k + 1} holds what is not a number`, 'nonsense');
    if (points.some((point, at) => point <= (points[at - 1] ?? Number.NEGATIVE_INFINITY)))
      fail(group.line, `${label}: index_${k + 1} must be numbers that grow: ${points.join(', ')}`);
    return { variable, points };
  });
  const flat = numbers(group, 'values');
  const wanted = axes.reduce((product, { points }) => product * points.length, 1);
  if (flat.length !== wanted) fail(group.line, `${label}: values must be ${wanted} numbers: ${flat.length}`);
  const bad = flat.find((value) => !Number.isFinite(value));
  if (bad !== undefined) fail(group.line, `${label}: values holds what is not a number`, 'nonsense');

  const slew = axes.find(({ variable }) => SLEW_VARIABLES.has(variable));
  const load = axes.find(({ variable }) => variable in LOAD_VARIABLES);
  if (axes.length !== (slew ? 1 : 0) + (load ? 1 : 0))
    fail(group.line, `${label}: variables must be slew and load: ${variables.join(', ')}`);
  const slews = slew?.points ?? [0];
  const loads = load?.points ?? [0];
  const slewFirst = axes[0] === slew;
  return {
    slews: slews.map((point) => point * units.time),
    loads: loads.map((point) => point * units[LOAD_VARIABLES[load?.variable ?? ''] ?? 'capacitance']),
    values: slews.map((_, i) =>
      loads.map((__, j) => nth(flat, slewFirst ? i * loads.length + j : j * slews.length + i) * units.time),
    ),
  };
}

/** Value at a slew and a load. Between the points it is linear in both, outside of them the edge's slopes go on. */
export function lookUp({ slews, loads, values }: TimingTable, slew: number, load: number): number {
  const i = segment(slews, slew);
  const j = segment(loads, load);
  const u = share(slews, i, slew);
  const v = share(loads, j, load);
  const at = (row: number, column: number): number => values[row]?.[column] ?? 0;
  const low = loads.length > 1 ? at(i, j) + v * (at(i, j + 1) - at(i, j)) : at(i, 0);
  if (slews.length === 1) return low;
  const high = loads.length > 1 ? at(i + 1, j) + v * (at(i + 1, j + 1) - at(i + 1, j)) : at(i + 1, 0);
  return low + u * (high - low);
}

function segment(points: readonly number[], x: number): number {
  let k = 0;
  while (k < points.length - 2 && x >= (points[k + 1] ?? 0)) k++;
  return k;
}

function share(points: readonly number[], k: number, x: number): number {
  const low = points[k] ?? 0;
  const high = points[k + 1];
  return high === undefined ? 0 : (x - low) / (high - low);
}

/** Numbers in the values of an attribute, `index_1 ("1, 2", "3")`. NaN stands for what is none. */
function numbers(group: LibertyGroup, name: string): number[] {
  const attribute = group.attributes.find((entry) => entry.name === name);
  return (attribute?.values ?? []).flatMap((value) =>
    value
      .split(/[\s,]+/)
      .filter((piece) => piece !== '')
      .map(Number),
  );
}
