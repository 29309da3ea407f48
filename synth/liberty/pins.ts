/** Pins of the cells of a Liberty file, with their timing. */

import type { BooleanFunction } from './boolean-function.ts';
import type { LibertyGroup } from './syntax.ts';
import { type Fail, type LibertyUnits, readTable, type TableTemplates, type TimingTable } from './tables.ts';
import { senseOf } from './truth-table.ts';
import { attribute, functionOf, isPlainName, numberOf } from './values.ts';

export interface TimingArc {
  /** Input that the output follows, or the clock of a constraint. */
  readonly from: string;
  /** Type of the arc, `timing_type`; `combinational` where it is not stated. */
  readonly type: string;
  /** Sense of the arc, `timing_sense`; where it is not stated, that of the function. */
  readonly sense: 'positive_unate' | 'negative_unate' | 'non_unate';
  /** Tables by name: cell_rise, cell_fall, rise_transition, fall_transition, rise_constraint, fall_constraint. */
  readonly tables: Readonly<Partial<Record<TableName, TimingTable>>>;
}

const TABLE_NAMES = [
  'cell_rise',
  'cell_fall',
  'rise_transition',
  'fall_transition',
  'rise_constraint',
  'fall_constraint',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

export interface LibertyPin {
  readonly name: string;
  readonly direction: 'input' | 'output' | 'inout' | 'internal';
  /** Capacitance of the pin as a load, F; the upper end where the library states a range. */
  readonly capacitance: { readonly rise: number; readonly fall: number };
  /** Largest load that the pin may drive, F; infinite where not stated. */
  readonly maxCapacitance: number;
  readonly function?: BooleanFunction;
  readonly threeState: boolean;
  /** Role of an input of a flip-flop, `nextstate_type`: data, scan_in, scan_enable, load, clear, preset. */
  readonly nextStateType?: string;
  readonly arcs: readonly TimingArc[];
}

const SENSES = ['positive_unate', 'negative_unate', 'non_unate'] as const;
const DIRECTIONS = ['input', 'output', 'inout', 'internal'] as const;

/** Context in which a pin is read: units, templates and the report of a failure. */
export interface PinContext {
  readonly units: LibertyUnits;
  readonly templates: TableTemplates;
  readonly fail: Fail;
}

/** Pin of a `pin` group, which may name several. */
export function readPin(group: LibertyGroup, name: string, context: PinContext): LibertyPin {
  const { units, templates } = context;
  const fail: Fail = (line, problem, kind) => context.fail(line, `pin(${name}): ${problem}`, kind);
  if (!isPlainName(name)) fail(group.line, 'the name must be of letters, digits and _');
  const text = attribute(group, 'direction')?.values[0];
  const direction = DIRECTIONS.find((known) => known === text);
  if (!direction) return fail(group.line, `direction must be one of ${DIRECTIONS.join(', ')}: ${text ?? 'missing'}`);
  const capacitance = numberOf(group, 'capacitance', fail) ?? 0;
  const farads = (edge: 'rise' | 'fall'): number =>
    (upperEnd(group, `${edge}_capacitance_range`, fail) ??
      numberOf(group, `${edge}_capacitance`, fail) ??
      capacitance) * units.capacitance;
  const written = attribute(group, 'function');
  const logic = written ? functionOf(written, fail) : undefined;
  const role = attribute(group, 'nextstate_type')?.values[0];
  const arcs = group.groups
    .filter((entry) => entry.name === 'timing')
    .flatMap((timing) => readArcs(timing, logic, fail, templates, units));
  return {
    name,
    direction,
    capacitance: { rise: farads('rise'), fall: farads('fall') },
    maxCapacitance: (numberOf(group, 'max_capacitance', fail) ?? Number.POSITIVE_INFINITY) * units.capacitance,
    ...(logic ? { function: logic } : {}),
    threeState: attribute(group, 'three_state') !== undefined,
    ...(role === undefined ? {} : { nextStateType: role }),
    arcs,
  };
}

/** Upper end of a range of two numbers in an attribute; undefined where the attribute is not there. */
function upperEnd(group: LibertyGroup, name: string, fail: Fail): number | undefined {
  const found = attribute(group, name);
  if (!found) return undefined;
  const ends = found.values.flatMap((text) => text.split(/[\s,]+/).filter((piece) => piece !== '')).map(Number);
  const [low = Number.NaN, high = Number.NaN] = ends;
  const problem = `${name} must be two numbers that grow, of 0 or more: ${found.values.join(', ')}`;
  if (!ends.every(Number.isFinite)) return fail(found.line, problem, 'nonsense');
  if (ends.length !== 2 || low < 0 || high < low) return fail(found.line, problem);
  return high;
}

/** Arcs of a timing group, one for each of its related pins. */
function readArcs(
  timing: LibertyGroup,
  logic: BooleanFunction | undefined,
  fail: Fail,
  templates: TableTemplates,
  units: LibertyUnits,
): TimingArc[] {
  const related = (attribute(timing, 'related_pin')?.values[0] ?? '').split(/\s+/).filter((pin) => pin !== '');
  const sense = attribute(timing, 'timing_sense')?.values[0];
  const known = SENSES.find((entry) => entry === sense);
  if (sense !== undefined && !known)
    return fail(timing.line, `timing_sense must be one of ${SENSES.join(', ')}: ${sense}`);
  const tables: Partial<Record<TableName, TimingTable>> = {};
  for (const group of timing.groups) {
    const name = TABLE_NAMES.find((entry) => entry === group.name);
    if (name) tables[name] = readTable(group, templates, units, fail);
  }
  return related.map((from) => ({
    from,
    type: attribute(timing, 'timing_type')?.values[0] ?? 'combinational',
    sense: known ?? (logic ? senseOf(logic, from) : 'non_unate'),
    tables,
  }));
}
