/** Flip-flops of a library as registers: their other pins are tied off, their inversions known. */

import { type BooleanFunction, evaluateFunction, pinsOf } from '../liberty/boolean-function.ts';
import type { LibertyCell } from '../liberty/cell.ts';
import type { FlipFlop } from '../liberty/flip-flop.ts';
import type { LibertyPin } from '../liberty/pins.ts';

/** A flip-flop of a library as a register, with what it needs around it. */
export interface RegisterMatch {
  readonly cell: LibertyCell;
  readonly data: string;
  readonly clock: string;
  readonly output: string;
  /** Constants at its other inputs: clear and preset do not hold, an enable does, a scan input is off. */
  readonly ties: ReadonlyMap<string, 0 | 1>;
  /** True where the output is the inverse of the data. */
  readonly inverts: boolean;
  /** True where the falling edge counts, so that the clock needs an inverter. */
  readonly falls: boolean;
}

/** A flip-flop of a library that cannot be a register, with the reason. */
export interface RefusedRegister {
  readonly cell: string;
  readonly reason: string;
}

/** Largest number of inputs besides clock and data for which constants are sought. */
const MOST_TIES = 8;

/** `cell` as a register or the reason why it is none; undefined for a cell that is no flip-flop. */
export function matchRegister(cell: LibertyCell): RegisterMatch | RefusedRegister | undefined {
  const { flipFlop, pins } = cell;
  if (!flipFlop) return undefined;
  const refused = (reason: string): RefusedRegister => ({ cell: cell.name, reason });
  if (cell.dontUse !== undefined) return refused(cell.dontUse);
  if (cell.otherState) return refused('holds more than one flip-flop');
  const odd = pins.find(({ direction }) => direction === 'inout');
  if (odd) return refused(`pin ${odd.name} is neither input nor output`);
  const inputs = pins.filter(({ direction }) => direction === 'input');
  if (inputs.length > MOST_TIES + 2) return refused(`has ${inputs.length} inputs`);
  const outputs = pins.filter((pin) => pin.direction === 'output' && pin.function && !pin.threeState);
  const found = pinnings(inputs, outputs, flipFlop).flatMap((pinning) => {
    const register = behaviour(flipFlop, outputs, pinning);
    return register ? [{ cell, ...pinning, ...register }] : [];
  });
  const [first, ...others] = found;
  if (first)
    return others.reduce((best, next) => (ones(next) < ones(best) && next.rank === best.rank ? next : best), first);
  return refused(
    outputs.length === 0
      ? 'has no output with a function'
      : 'no constants at its other inputs make it a D flip-flop with the state or its inverse at an output',
  );
}

/** One way to use the inputs: the clock, the data, constants at all others. */
interface Pinning {
  readonly clock: string;
  readonly data: string;
  readonly ties: ReadonlyMap<string, 0 | 1>;
  /** Place in the order of preference; ways of one rank differ in their constants. */
  readonly rank: number;
}

/** Ways to use the inputs. Clocks of the outputs' timing and inputs that the library calls data go first. */
function pinnings(
  inputs: readonly LibertyPin[],
  outputs: readonly LibertyPin[],
  { clockedOn, nextState }: FlipFlop,
): readonly Pinning[] {
  const edges = outputs.flatMap(({ arcs }) =>
    arcs.filter(({ type }) => type.endsWith('_edge')).map(({ from }) => from),
  );
  const among = (value: BooleanFunction): readonly LibertyPin[] =>
    pinsOf(value).flatMap((name) => inputs.filter((pin) => pin.name === name));
  return among(clockedOn)
    .flatMap((clock) =>
      among(nextState).flatMap((data) => {
        if (data === clock) return [];
        const others = inputs.filter((pin) => pin !== clock && pin !== data).map(({ name }) => name);
        const role = data.nextStateType === 'data' ? 0 : data.nextStateType === undefined ? 1 : 2;
        const rank = (edges.includes(clock.name) ? 0 : 3) + role;
        return Array.from({ length: 2 ** others.length }, (_, row): Pinning => {
          const ties = new Map(others.map((name, k): [string, 0 | 1] => [name, (row >> k) & 1 ? 1 : 0]));
          return { clock: clock.name, data: data.name, ties, rank };
        });
      }),
    )
    .toSorted((a, b) => a.rank - b.rank);
}

const ones = ({ ties }: Pinning): number => [...ties.values()].filter((value) => value === 1).length;

/** Behaviour as a register under constants at the other inputs; undefined where it is none. */
function behaviour(
  flipFlop: FlipFlop,
  outputs: readonly LibertyPin[],
  { clock, data, ties }: Omit<Pinning, 'rank'>,
): Pick<RegisterMatch, 'output' | 'inverts' | 'falls'> | undefined {
  const { state, inverse, nextState, clockedOn, clear, preset } = flipFlop;
  const high = [...ties].flatMap(([name, value]) => (value === 1 ? [name] : []));
  // Values for every clock, data and state, as a string of eight; state is the lowest bit, then data, then clock.
  const values = (value: BooleanFunction): string =>
    [0, 1, 2, 3, 4, 5, 6, 7]
      .map((row) => {
        const ones = [row & 1 ? state : inverse, ...(row & 2 ? [data] : []), ...(row & 4 ? [clock] : [])];
        return evaluateFunction(value, new Set([...high, ...ones])) ? '1' : '0';
      })
      .join('');
  if ([clear, preset].some((value) => value && values(value) !== '00000000')) return undefined;
  const edge = values(clockedOn);
  const next = values(nextState);
  if ((edge !== RISING && edge !== FALLING) || (next !== DATA && next !== NOT_DATA)) return undefined;
  const found = outputs.flatMap((pin) => {
    const shown = pin.function ? values(pin.function) : '';
    if (shown !== STATE && shown !== NOT_STATE) return [];
    return [{ output: pin.name, inverts: (next === NOT_DATA) !== (shown === NOT_STATE), falls: edge === FALLING }];
  });
  return found.find(({ inverts }) => !inverts) ?? found[0];
}

const [STATE, NOT_STATE] = ['01010101', '10101010'];
const [DATA, NOT_DATA] = ['00110011', '11001100'];
const [RISING, FALLING] = ['00001111', '11110000'];
