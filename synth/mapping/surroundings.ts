/** Surroundings of a circuit in static timing: drivers of its inputs, loads of its outputs, wires. */

import type { LibertyCell } from '../liberty/cell.ts';
import type { WireLoad } from '../liberty/wire-load.ts';
import type { StandardCells } from './library.ts';
import { LibraryError } from './library-error.ts';

/** Surroundings of a circuit. */
export interface Surroundings {
  /** Inverter that drives every input but the clock; its own input changes in no time. */
  readonly driver: LibertyCell;
  /** Load at every output bit, F. */
  readonly load: number;
  /** Wires by fanout; undefined for none. */
  readonly wires: WireLoad | undefined;
}

/** Number of inverters that an output drives. */
export const OUTPUT_INVERTERS = 4;

/**
 * Surroundings in the cells of `library`: its second smallest inverter (by the load that it may drive) drives every
 * input, four of it load every output. Throws `LibraryError` where it has none.
 */
export function surroundings(library: StandardCells, wires: WireLoad | undefined): Surroundings {
  const strength = ({ pins }: LibertyCell): number =>
    pins.find(({ direction }) => direction === 'output')?.maxCapacitance ?? 0;
  const [first, second = first] = library.inverters.toSorted((a, b) => strength(a) - strength(b));
  const input = second?.pins.find(({ direction }) => direction === 'input');
  if (!second || !input) throw new LibraryError(library, 'has no inverter, which drives the inputs in static timing');
  const load = OUTPUT_INVERTERS * Math.max(input.capacitance.rise, input.capacitance.fall);
  return { driver: second, load, wires };
}
