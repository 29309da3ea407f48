/**
 * A Liberty file as data: cells with pins, functions, capacitances, leakage and delay tables, in SI units. Everything is
 * checked here, since synthesis tools hang, crash or say little about files that are not what they should be.
 */

import { nth } from '../../numeric/index.ts';
import { pinsOf } from './boolean-function.ts';
import { dontUse } from './dont-use.ts';
import { type FlipFlop, flipFlopPins, readFlipFlop } from './flip-flop.ts';
import { type LibertyPin, type PinContext, readPin } from './pins.ts';
import { groupLabel, LibertyError, type LibertyGroup, parseLibertySyntax } from './syntax.ts';
import { type Fail, readTemplates } from './tables.ts';
import { attribute, capacitanceUnit, numberOf, prefixed, timeUnit } from './values.ts';
import { readWireLoad, type WireLoad } from './wire-load.ts';

export interface LibertyCell {
  readonly name: string;
  readonly line: number;
  /** Area in the library's unit, most often um^2. */
  readonly area: number;
  /** Line of the `area` attribute. */
  readonly areaLine: number;
  /** Leakage, W; null where the library does not say. */
  readonly leakage: number | null;
  readonly pins: readonly LibertyPin[];
  readonly flipFlop?: FlipFlop;
  /** State in another form than one flip-flop: latch, bank, state table, several flip-flops. */
  readonly otherState: boolean;
  /** Reason for which the cell must not be used as logic; absent for a logic cell. */
  readonly dontUse?: string;
}

export interface LibertyLibrary {
  readonly name: string;
  /** Name of the file for messages and sources. */
  readonly file: string;
  readonly cells: readonly LibertyCell[];
  /** Wire load by default, where the library has one. */
  readonly wireLoad?: WireLoad;
}

const OTHER_STATES = new Set(['latch', 'latch_bank', 'ff_bank', 'statetable']);

interface Context extends PinContext {
  /** Unit of leakage, W; null where the library does not say. */
  readonly leakageUnit: number | null;
}

/** Library in the text of a Liberty file, checked. Throws `LibertyError`; `file` is the name that it tells. */
export function readLiberty(text: string, file: string): LibertyLibrary {
  const top = parseLibertySyntax(text, file);
  if (top.name !== 'library') throw new LibertyError(file, top.line, groupLabel(top), 'must be a library');
  const failIn =
    (label: string): Fail =>
    (line, problem) => {
      throw new LibertyError(file, line, label, problem);
    };
  const fail = failIn(groupLabel(top));
  const groups = top.groups.filter(({ name }) => name === 'cell');
  if (groups.length === 0) fail(top.line, 'holds no cell');
  const units = { time: timeUnit(top, fail), capacitance: capacitanceUnit(top, fail) };
  const leakageUnit = prefixed(attribute(top, 'leakage_power_unit'), 'W', fail);
  const templates = readTemplates(top);
  const defaultLeakage = numberOf(top, 'default_cell_leakage_power', fail);
  const names = new Set<string>();
  const cells = groups.map((group) => {
    const label = groupLabel(group);
    const name = group.args[0] ?? '';
    if (group.args.length !== 1 || name === '') fail(group.line, `${label} must have one name`);
    if (names.has(name)) fail(group.line, `${label} stands there twice`);
    names.add(name);
    return readCell(group, defaultLeakage, { units, leakageUnit, templates, fail: failIn(label) });
  });
  const wireLoad = readWireLoad(top, units.capacitance, fail);
  return { name: top.args[0] ?? '', file, cells, ...(wireLoad ? { wireLoad } : {}) };
}

function readCell(group: LibertyGroup, defaultLeakage: number | undefined, context: Context): LibertyCell {
  const { fail } = context;
  const barred = dontUse(group);
  const pins = group.groups
    .filter(({ name }) => name === 'pin')
    .flatMap((pin) => pin.args.map((name) => readPin(pin, name, context)));
  const flipFlop = readFlipFlop(group, fail);
  const flipFlops = group.groups.filter(({ name }) => name === 'ff').length;
  const otherState = flipFlops > 1 || group.groups.some(({ name }) => OTHER_STATES.has(name));
  const area = numberOf(group, 'area', fail);
  if (area === undefined) return fail(group.line, 'area is missing');
  const cell: LibertyCell = {
    name: nth(group.args, 0),
    line: group.line,
    area,
    areaLine: attribute(group, 'area')?.line ?? group.line,
    leakage: leakageOf(group, defaultLeakage, context),
    pins,
    ...(flipFlop ? { flipFlop } : {}),
    otherState,
    ...(barred === undefined ? {} : { dontUse: barred }),
  };
  if (barred === undefined) checkPins(cell, group, fail);
  return cell;
}

/**
 * Check of a cell's pins. Every pin that is named must be there, and every output of a logic cell must say what it
 * computes.
 */
function checkPins(cell: LibertyCell, group: LibertyGroup, fail: Fail): void {
  const internal = group.groups
    .filter(({ name }) => name === 'ff' || OTHER_STATES.has(name))
    .flatMap(({ args }) => args);
  const known = new Set([...cell.pins.map(({ name }) => name), ...internal.flatMap((names) => names.split(/\s+/))]);
  if (new Set(cell.pins.map(({ name }) => name)).size < cell.pins.length) fail(group.line, 'two pins have one name');
  const check = (names: readonly string[], what: string, line: number): void => {
    for (const name of names)
      if (!known.has(name)) fail(line, `${what} names a pin that the cell does not have: ${name}`);
  };
  for (const pinGroup of group.groups.filter(({ name }) => name === 'pin'))
    for (const pin of cell.pins.filter(({ name }) => pinGroup.args.includes(name))) {
      const line = attribute(pinGroup, 'function')?.line ?? pinGroup.line;
      if (pin.function) check(pinsOf(pin.function), `pin(${pin.name}): function`, line);
      for (const arc of pin.arcs) check([arc.from], `pin(${pin.name}): related_pin`, pinGroup.line);
      const stated = cell.flipFlop || cell.otherState || attribute(pinGroup, 'state_function');
      if (pin.direction === 'output' && !pin.function && !stated)
        fail(pinGroup.line, `pin(${pin.name}): function is missing`);
    }
  if (cell.flipFlop) {
    const line = group.groups.find(({ name }) => name === 'ff')?.line ?? group.line;
    for (const [name, pins] of flipFlopPins(cell.flipFlop)) check(pins, name, line);
  }
}

/** Leakage of a cell: `cell_leakage_power`, else the mean of the `leakage_power` groups, else the library's default. */
function leakageOf(group: LibertyGroup, fallback: number | undefined, { leakageUnit, fail }: Context): number | null {
  const states = group.groups
    .filter(({ name }) => name === 'leakage_power')
    .map((state) => numberOf(state, 'value', fail) ?? 0);
  const mean = states.length > 0 ? states.reduce((sum, value) => sum + value, 0) / states.length : undefined;
  const value = numberOf(group, 'cell_leakage_power', fail) ?? mean ?? fallback;
  if (value === undefined) return null;
  if (leakageUnit === null) return fail(group.line, 'the library states leakage but no leakage_power_unit');
  return value * leakageUnit;
}
