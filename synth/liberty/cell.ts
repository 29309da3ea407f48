/** Cells of a Liberty file, checked. */

import { nth } from '../../numeric/index.ts';
import { pinsOf } from './boolean-function.ts';
import { dontUse } from './dont-use.ts';
import { type FlipFlop, flipFlopPins, readFlipFlop } from './flip-flop.ts';
import { type LeakageContext, leakageOf } from './leakage.ts';
import { type LibertyPin, type PinContext, readPin } from './pins.ts';
import type { LibertyGroup } from './syntax.ts';
import type { Fail } from './tables.ts';
import { attribute, numberOf } from './values.ts';

export interface LibertyCell {
  readonly name: string;
  /** File and line of the cell. */
  readonly place: string;
  /** Area in the library's unit, most often um^2. */
  readonly area: number;
  /** Leakage, W; null where the library does not say. */
  readonly leakage: number | null;
  readonly pins: readonly LibertyPin[];
  readonly flipFlop?: FlipFlop;
  /** State in another form than one flip-flop: latch, bank, state table, several flip-flops. */
  readonly otherState: boolean;
  /** Reason for which the cell must not be used as logic; absent for a logic cell. */
  readonly dontUse?: string;
}

/** Context in which a cell is read. */
export type CellContext = PinContext & LeakageContext;

const OTHER_STATES = new Set(['latch', 'latch_bank', 'ff_bank', 'statetable']);

/** Cell of a `cell` group at `place`. */
export function readCell(group: LibertyGroup, place: string, context: CellContext): LibertyCell {
  const { fail } = context;
  const barred = dontUse(group);
  const pins = group.groups
    .filter(({ name }) => name === 'pin')
    .flatMap((pin) => namesIn(pin).map((name) => readPin(pin, name, context)));
  const flipFlop = readFlipFlop(group, fail);
  const flipFlops = group.groups.filter(({ name }) => name === 'ff').length;
  const otherState = flipFlops > 1 || group.groups.some(({ name }) => OTHER_STATES.has(name));
  const area = numberOf(group, 'area', fail);
  if (area === undefined) return fail(group.line, 'area is missing');
  const cell: LibertyCell = {
    name: nth(group.args, 0),
    place,
    area,
    leakage: leakageOf(group, pins, context),
    pins,
    ...(flipFlop ? { flipFlop } : {}),
    otherState,
    ...(barred === undefined ? {} : { dontUse: barred }),
  };
  if (barred === undefined) checkPins(cell, group, fail);
  return cell;
}

/** Names in the parentheses of a group: `pin(A, B)` and `pin("A B")`. */
const namesIn = ({ args }: LibertyGroup): string[] => args.flatMap((names) => names.split(/[\s,]+/)).filter(Boolean);

/**
 * Check of a cell's pins. Every pin that is named must be there, and every output of a logic cell must say what it
 * computes.
 */
function checkPins(cell: LibertyCell, group: LibertyGroup, fail: Fail): void {
  const internal = group.groups.filter(({ name }) => name === 'ff' || OTHER_STATES.has(name)).flatMap(namesIn);
  const names = new Set(cell.pins.map(({ name }) => name));
  const known = new Set([...names, ...internal]);
  if (names.size < cell.pins.length) fail(group.line, 'two pins have one name');
  const check = (wanted: readonly string[], what: string, line: number): void => {
    for (const name of wanted)
      if (!known.has(name)) fail(line, `${what} names a pin that the cell does not have: ${name}`);
  };
  for (const pinGroup of group.groups.filter(({ name }) => name === 'pin'))
    for (const pin of cell.pins.filter(({ name }) => namesIn(pinGroup).includes(name))) {
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
