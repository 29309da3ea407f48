/** The Pareto front of a design: mapped constructions that no other construction beats. */

import { ADDER_CELLS, ADDERS, CircuitError, MULTIPLIERS, PARTIAL_PRODUCTS } from '../gen/index.ts';
import { type MappedNeuron, mapOnce, type Technology, trials } from '../synth/index.ts';
import type { Tool } from '../tools/tool.ts';
import { type BenchDesign, neuronOf } from './designs.ts';

export interface Point {
  readonly construction: string;
  readonly flow: 'cell by cell' | 'area' | 'delay';
  readonly mapped: MappedNeuron;
}

/** Largest design, in cells, that ABC maps in every construction. */
const SEARCHED_CELLS = 800;

/** Constructions with fewer transistors than all that are as fast, by rising transistors. */
export async function paretoFront(design: BenchDesign, technology: Technology, yosys: Tool): Promise<readonly Point[]> {
  const points: Point[] = [];
  const add = (point: Point): void => {
    points.push(point);
  };
  for (const { fields, construction } of constructions()) {
    const neuron = (objective: string) => neuronOf(design, { ...fields, objective });
    const once = async (flow: Point['flow'], objective: 'transistors' | 'balanced' | 'delay'): Promise<void> => {
      const [trial] = trials(objective, 0);
      if (trial) add({ construction, flow, mapped: await mapOnce(neuron(objective), technology, yosys, trial) });
    };
    try {
      await once('cell by cell', 'transistors');
      const cells = points.at(-1)?.mapped.circuit.netlist.cells.length ?? 0;
      if (cells > SEARCHED_CELLS) continue;
      await once('area', 'balanced');
      await once('delay', 'delay');
    } catch (error) {
      // Some constructions do not exist for some widths.
      if (!(error instanceof CircuitError || error instanceof RangeError)) throw error;
    }
  }
  return front(points);
}

function constructions() {
  return MULTIPLIERS.flatMap((multiplier) =>
    PARTIAL_PRODUCTS.flatMap((partialProducts) =>
      ADDER_CELLS.flatMap((adderCells) =>
        ADDERS.map((adder) => ({
          fields: { multiplier, partialProducts, adderCells, adder },
          construction: `${multiplier}, ${partialProducts}, ${adderCells}, ${adder}`,
        })),
      ),
    ),
  );
}

function front(points: readonly Point[]): Point[] {
  const count = ({ mapped }: Point): number => mapped.count.transistors ?? Number.POSITIVE_INFINITY;
  let fastest = Number.POSITIVE_INFINITY;
  return points
    .toSorted((a, b) => count(a) - count(b) || a.mapped.delay - b.mapped.delay)
    .filter(({ mapped }) => {
      const better = mapped.delay < fastest;
      fastest = Math.min(fastest, mapped.delay);
      return better;
    });
}
