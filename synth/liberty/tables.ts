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

/** Axes of a table by the template that it names. */
interface TableTemplate {
  readonly variables: readonly { readonly name: string; readonly line: number }[];
  readonly indices: readonly Points[];
}

export type TableTemplates = ReadonlyMap<string, TableTemplate>;

/** Numbers in an attribute, with its line. */
interface Points {
  readonly values: readonly number[];
  readonly line: number;
}

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
const LOAD_VARIABLES: ReadonlyMap<string, keyof LibertyUnits> = new Map([
  ['total_output_net_capacitance', 'capacitance'],
  ['related_pin_transition', 'time'],
]);
/** Liberty's other variables, whose tables are not regarded here. */
const OTHER_VARIABLES =
  /^((related_out_)?(total_output_net_capacitance|output_net_(length|wire_cap|pin_cap))|equal_or_opposite_output_net_capacitance|connect_delay|fanout_(number|pin_capacitance)|driver_slew|output_(pin_transition|transition)|normalized_voltage|time|(iv_)?(input|output)_voltage|input_noise_(height|width)|path_(depth|distance)|frequency|temperature|voltage)$/;
/** Times in s and capacitances in F of this size and more are no cell's. */
const TOO_LARGE = 1;

/** Templates of a library. */
export function readTemplates(library: LibertyGroup): TableTemplates {
  const templates = new Map<string, TableTemplate>();
  for (const group of library.groups) {
    if (group.name !== 'lu_table_template') continue;
    const variables = [1, 2, 3].flatMap((k) => {
      const found = group.attributes.find(({ name }) => name === `variable_${k}`);
      return found ? [{ name: found.values[0] ?? '', line: found.line }] : [];
    });
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
  failPin: Fail,
): TimingTable {
  const fail: Fail = (line, problem, kind) => failPin(line, `${groupLabel(group)}: ${problem}`, kind);
  const template = templates.get(group.args[0] ?? '');
  if (!template && group.args[0] !== 'scalar') fail(group.line, 'no such lu_table_template');
  const { variables = [], indices = [] } = template ?? {};
  variables.forEach(({ name, line }, k) => {
    if (!SLEW_VARIABLES.has(name) && !LOAD_VARIABLES.has(name) && !OTHER_VARIABLES.test(name))
      fail(line, `variable_${k + 1} must be a variable of Liberty, such as input_net_transition: ${name}`, 'nonsense');
  });
  if (variables.length > 2) fail(group.line, `tables must have at most 2 variables: ${variables.length}`);
  const axes = variables.map(({ name }, k) => {
    const own = numbers(group, `index_${k + 1}`);
    const { values, line } = own.values.length > 0 ? own : (indices[k] ?? own);
    if (values.length === 0) fail(group.line, `index_${k + 1} is missing`);
    if (!values.every(Number.isFinite)) fail(line, `index_${k + 1} holds what is not a number`, 'nonsense');
    if (values.some((point, at) => point < (values[at - 1] ?? Number.NEGATIVE_INFINITY)))
      fail(line, `index_${k + 1} must be numbers that grow: ${values.join(', ')}`);
    return { variable: name, points: values };
  });
  const { values: flat, line } = numbers(group, 'values');
  if (!flat.every(Number.isFinite)) fail(line, 'values holds what is not a number', 'nonsense');
  const wanted = axes.reduce((product, { points }) => product * points.length, 1);
  if (flat.length !== wanted) fail(line, `values must be ${wanted} numbers: ${flat.length}`);
  const large = flat.find((value) => Math.abs(value * units.time) >= TOO_LARGE);
  if (large !== undefined) fail(line, `values must be below ${TOO_LARGE} s: ${large * units.time}`);

  const slew = axes.find(({ variable }) => SLEW_VARIABLES.has(variable));
  const load = axes.find(({ variable }) => LOAD_VARIABLES.has(variable));
  if (axes.length !== (slew ? 1 : 0) + (load ? 1 : 0))
    fail(group.line, `variables must be slew and load: ${axes.map(({ variable }) => variable).join(', ')}`);
  const slews = slew?.points ?? [0];
  const loads = load?.points ?? [0];
  const slewFirst = axes[0] === slew;
  const loadUnit = units[LOAD_VARIABLES.get(load?.variable ?? '') ?? 'capacitance'];
  const columns = lastOfEqual(loads);
  return {
    slews: lastOfEqual(slews).map((i) => nth(slews, i) * units.time),
    loads: columns.map((j) => nth(loads, j) * loadUnit),
    values: lastOfEqual(slews).map((i) =>
      columns.map((j) => nth(flat, slewFirst ? i * loads.length + j : j * slews.length + i) * units.time),
    ),
  };
}

/** Places of points, of equal ones the last. */
function lastOfEqual(points: readonly number[]): number[] {
  const places: number[] = [];
  for (let k = 0; k < points.length; k++) if (points[k] !== points[k + 1]) places.push(k);
  return places;
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

/** Character that no decimal number holds. */
const NO_DECIMAL = /[^\d.eE+\-\s,]/;

/** Numbers in the values of an attribute, `index_1 ("1, 2", "3")`. NaN stands for what is none. */
function numbers(group: LibertyGroup, name: string): Points {
  const attribute = group.attributes.find((entry) => entry.name === name);
  const values: number[] = [];
  for (const text of attribute?.values ?? []) {
    if (NO_DECIMAL.test(text)) values.push(Number.NaN);
    else
      for (const piece of text.split(',')) {
        const value = Number(piece);
        // Blanks are no number, and may stand between two.
        if (value === 0 || Number.isNaN(value)) values.push(...piece.split(/\s+/).filter(Boolean).map(Number));
        else values.push(value);
      }
  }
  return { values, line: attribute?.line ?? group.line };
}
