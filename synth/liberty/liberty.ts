/**
 * A Liberty file as data: cells with pins, functions, capacitances, leakage and delay tables, in SI units. Everything is
 * checked here, since synthesis tools hang, crash or say little about files that are not what they should be.
 */

import { nth } from '../../numeric/index.ts';
import { type BooleanFunction, pinsOf } from './boolean-function.ts';
import { type LibertyPin, type PinContext, readPin } from './pins.ts';
import { groupLabel, LibertyError, type LibertyGroup, parseLibertySyntax } from './syntax.ts';
import { type Fail, readTemplates } from './tables.ts';
import { attribute, capacitanceUnit, functionOf, numberOf, prefixed, timeUnit } from './values.ts';

/** Flip-flop in the `ff` group of a cell. */
export interface FlipFlop {
  /** Names of the state and its inverse. */
  readonly state: string;
  readonly inverse: string;
  readonly nextState: BooleanFunction;
  readonly clockedOn: BooleanFunction;
  /** True for a flip-flop that can be set or cleared without a clock. */
  readonly asynchronous: boolean;
}

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
  /** State in another form than a plain flip-flop: latch, bank, state table. */
  readonly otherState: boolean;
  /** Mark of a cell that is not for synthesis, or no logic at all: buses, memories, pads, macros. */
  readonly unusable: boolean;
}

export interface LibertyLibrary {
  readonly name: string;
  /** Name of the file for messages and sources. */
  readonly file: string;
  readonly cells: readonly LibertyCell[];
}

const OTHER_STATES = new Set(['latch', 'latch_bank', 'ff_bank', 'statetable']);
const BUSES = new Set(['bus', 'bundle', 'memory']);
const NO_LOGIC = ['dont_use', 'is_macro_cell', 'pad_cell', 'interface_timing'];

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
  return { name: top.args[0] ?? '', file, cells };
}

function readCell(group: LibertyGroup, defaultLeakage: number | undefined, context: Context): LibertyCell {
  const { fail } = context;
  const hasBus = group.groups.some(({ name }) => BUSES.has(name));
  const unusable = hasBus || NO_LOGIC.some((name) => attribute(group, name)?.values[0] === 'true');
  const pins = group.groups
    .filter(({ name }) => name === 'pin')
    .flatMap((pin) => pin.args.map((name) => readPin(pin, name, context)));
  const flipFlop = readFlipFlop(group, fail);
  const otherState = group.groups.some(({ name }) => OTHER_STATES.has(name));
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
    unusable,
  };
  if (!hasBus) checkPins(cell, group, fail);
  return cell;
}

function readFlipFlop(cell: LibertyGroup, fail: Fail): FlipFlop | undefined {
  const group = cell.groups.find(({ name }) => name === 'ff');
  if (!group) return undefined;
  const next = attribute(group, 'next_state');
  const clock = attribute(group, 'clocked_on');
  if (!next) return fail(group.line, `${groupLabel(group)}: next_state is missing`);
  if (!clock) return fail(group.line, `${groupLabel(group)}: clocked_on is missing`);
  return {
    state: group.args[0] ?? '',
    inverse: group.args[1] ?? '',
    nextState: functionOf(next, fail),
    clockedOn: functionOf(clock, fail),
    asynchronous: ['clear', 'preset'].some((name) => attribute(group, name) !== undefined),
  };
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
      const stated = cell.flipFlop || cell.otherState || cell.unusable || attribute(pinGroup, 'state_function');
      if (pin.direction === 'output' && !pin.function && !stated)
        fail(pinGroup.line, `pin(${pin.name}): function is missing`);
    }
  if (cell.flipFlop) {
    const line = group.groups.find(({ name }) => name === 'ff')?.line ?? group.line;
    check(pinsOf(cell.flipFlop.nextState), 'next_state', line);
    check(pinsOf(cell.flipFlop.clockedOn), 'clocked_on', line);
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
