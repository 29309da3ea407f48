/**
 * Timing-driven tree, the three-dimensional method. Column by column from the least significant, each adder takes the
 * bits that arrive first, the latest of them at the input c, which is the fast one. A column of an odd number of bits
 * begins with a half adder. V. G. Oklobdzija, D. Villeger, S. S. Liu, "A Method for Speed Optimized Partial Product
 * Reduction and Generation of Fast Parallel Multipliers Using an Algorithmic Approach", IEEE Trans. Computers 45, 1996.
 */

import { type ArrivalQueue, arrivalQueue } from '../netlist/arrival-queue.ts';
import type { Builder } from '../netlist/builder.ts';
import type { Net } from '../netlist/netlist.ts';
import {
  type Compressor,
  compress,
  type DotMatrix,
  heapOf,
  matrixOf,
  type Reduce,
  type ReductionStage,
} from './dots.ts';

/** Bit that waits in a column, with the depth of the adders before it. */
interface Bit {
  readonly net: Net;
  readonly depth: number;
}

/** Adder in the stage after the deepest of its bits. */
export interface Placed {
  readonly compressor: Compressor;
  readonly stage: number;
  readonly sum: Net;
  readonly carry: Net;
}

export const timingDriven: Reduce = (builder, matrix) => {
  builder.section('timing-driven reduction');
  const columns = heapOf(matrix);
  const placed: Placed[] = [];
  let carries: readonly Bit[] = [];
  const heap = columns.map((nets, column) => {
    const bits = arrivalQueue<Bit>(({ net }) => builder.arrival(net));
    for (const net of nets) bits.push({ net, depth: 0 });
    for (const bit of carries) bits.push(bit);
    carries = reduceColumn(builder, bits, column, placed);
    return [bits.pop(), bits.pop()].flatMap((bit) => (bit ? [bit.net] : []));
  });
  return { stages: stagesOf(columns, placed), heap };
};

/** Carries of a column reduced to two bits. Bits are taken out of the queue and sums put in. */
function reduceColumn(builder: Builder, bits: ArrivalQueue<Bit>, column: number, placed: Placed[]): Bit[] {
  const carries: Bit[] = [];
  const add = (size: 2 | 3): void => {
    const taken = Array.from({ length: size }, () => bits.pop()).filter((bit) => bit !== undefined);
    const compressor: Compressor = {
      kind: size === 3 ? 'fullAdder' : 'halfAdder',
      column,
      nets: taken.map(({ net }) => net),
    };
    const [sum, carry] = compress(builder, compressor);
    const depth = 1 + taken.reduce((deepest, bit) => Math.max(deepest, bit.depth), 0);
    placed.push({ compressor, stage: depth - 1, sum, carry });
    if (sum !== 0) bits.push({ net: sum, depth });
    if (carry !== 0) carries.push({ net: carry, depth });
  };
  if (bits.size() > 2 && bits.size() % 2) add(2);
  while (bits.size() > 2) add(3);
  return carries;
}

/**
 * Adders by depth. Stage k holds those whose bits come out of stage k - 1 or earlier, so that no stage takes a bit it
 * made. Bits that wait for a later stage stand in the matrices between.
 */
export function stagesOf(columns: readonly (readonly Net[])[], placed: readonly Placed[]): ReductionStage[] {
  const byStage: Placed[][] = [];
  for (const adder of placed) {
    byStage[adder.stage] ??= [];
    byStage[adder.stage]?.push(adder);
  }
  // Made when it is looked at: a matrix of all bits a stage costs more than the tree.
  const before = (stage: number): DotMatrix => {
    const heap = columns.map((nets) => countOf(nets));
    for (const { compressor, sum, carry } of byStage.slice(0, stage).flat()) {
      for (const net of compressor.nets) change(heap[compressor.column], net, -1);
      change(heap[compressor.column], sum, 1);
      change(heap[compressor.column + 1], carry, 1);
    }
    return matrixOf(heap.map((bits) => [...bits].flatMap(([net, times]) => Array.from({ length: times }, () => net))));
  };
  return byStage.map((adders, stage) => ({
    get matrix() {
      return before(stage);
    },
    compressors: adders.map(({ compressor }) => compressor),
  }));
}

/** Multiplicity of every net in a column; constants may stand there twice. */
function countOf(nets: readonly Net[]): Map<Net, number> {
  const bits = new Map<Net, number>();
  for (const net of nets) change(bits, net, 1);
  return bits;
}

function change(bits: Map<Net, number> | undefined, net: Net, by: number): void {
  if (net !== 0) bits?.set(net, (bits.get(net) ?? 0) + by);
}
