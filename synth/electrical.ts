/** Leakage, energy and delay of a netlist from the figures of its cells. */

import { type CellActivity, type CellLibrary, cellDelays, longestDelay, type Netlist } from '../gen/index.ts';
import { DIGITAL_KEYS, type Measurement, measured } from '../measurement/index.ts';
import { nth } from '../numeric/index.ts';

export interface ElectricalFigures {
  /** Static power, W. */
  readonly leakage: number;
  /** Switching energy of one operation, J. */
  readonly energy: number;
  /** Longest path from an input to an output, s. */
  readonly delay: number;
}

/** Figures of `netlist` in the cells of `library`. The activity of each cell stands in the order of the cells. */
export function electricalFigures(
  netlist: Netlist,
  library: CellLibrary,
  activity: readonly CellActivity[],
): ElectricalFigures {
  if (activity.length !== netlist.cells.length)
    throw new RangeError(`activity must be that of ${netlist.cells.length} cells: ${activity.length}`);
  let leakage = 0;
  let energy = 0;
  netlist.cells.forEach((cell, k) => {
    const figures = library.cells[cell.kind];
    const { states, toggles } = nth(activity, k);
    leakage += states.reduce((sum, share, state) => sum + share * nth(figures.leakageByState, state), 0);
    cell.outputs.forEach((_, output) => {
      energy += (nth(toggles, output) / 2) * nth(figures.energyPerCycle, output);
    });
  });
  return { leakage, energy, delay: longestDelay(netlist, cellDelays(library)) };
}

/** Measurements `NAME.leakage`, `NAME.energy` and `NAME.delay` of `netlist`, modelled from the cells. */
export function electricalMeasurements(
  name: string,
  figures: ElectricalFigures,
  library: CellLibrary,
  netlist: Netlist,
): Measurement[] {
  const registers = netlist.registers.length > 0 ? '; clock-to-q and setup of registers left out' : '';
  const modelled = (key: keyof ElectricalFigures, how: string): Measurement =>
    measured(DIGITAL_KEYS[key], { neuron: name }, figures[key], 'modelled', `${how}; cells: ${library.source}`);
  return [
    modelled('leakage', 'sum over the cells without registers, each state weighted by how often random inputs make it'),
    modelled(
      'energy',
      'half a cycle of energy for each change of an output between random inputs; glitches, wires, registers and clock left out',
    ),
    modelled('delay', `longest path, each cell with the delay of its slowest input${registers}`),
  ];
}
