/** The constructions that the spec offers for a neuron, each with its cost. */

import {
  ADDER_CELLS,
  ADDERS,
  type CellLibrary,
  CircuitError,
  type Construction,
  cellDelays,
  type DigitalNeuron,
  longestDelay,
  MULTIPLIERS,
  neuronCircuit,
  PARTIAL_PRODUCTS,
} from '../gen/index.ts';
import { countTransistors } from './transistors.ts';

/** A construction of the whole neuron. */
export interface Explored {
  readonly construction: Construction;
  /** Structural count of transistors. */
  readonly transistors: number;
  readonly fullAdders: number;
  readonly halfAdders: number;
  /** Longest path in the cells of the library, s. */
  readonly delay: number;
  /** True where no other construction has both fewer transistors and less delay. */
  readonly best: boolean;
}

/** All constructions, by rising transistors; those that cannot be built for this neuron are left out. */
export function* explore(neuron: DigitalNeuron, library: CellLibrary): Generator<number, Explored[]> {
  const rows: Omit<Explored, 'best'>[] = [];
  const all = constructions();
  for (const [k, construction] of all.entries()) {
    const row = build({ ...neuron, ...construction }, construction, library);
    if (row) rows.push(row);
    yield (k + 1) / all.length;
  }
  rows.sort((a, b) => a.transistors - b.transistors || a.delay - b.delay);
  let fastest = Number.POSITIVE_INFINITY;
  return rows.map((row) => {
    const best = row.delay < fastest;
    fastest = Math.min(fastest, row.delay);
    return { ...row, best };
  });
}

function constructions(): Construction[] {
  return PARTIAL_PRODUCTS.flatMap((partialProducts) =>
    MULTIPLIERS.flatMap((multiplier) =>
      ADDER_CELLS.flatMap((adderCells) => ADDERS.map((adder) => ({ multiplier, partialProducts, adderCells, adder }))),
    ),
  );
}

function build(
  neuron: DigitalNeuron,
  construction: Construction,
  library: CellLibrary,
): Omit<Explored, 'best'> | undefined {
  try {
    const delays = cellDelays(library);
    const { netlist } = neuronCircuit(neuron, delays);
    const { transistors, fullAdders, halfAdders } = countTransistors(netlist);
    return { construction, transistors, fullAdders, halfAdders, delay: longestDelay(netlist, delays) };
  } catch (error) {
    if (error instanceof CircuitError) return undefined;
    throw error;
  }
}
