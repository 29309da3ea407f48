/** Registers of a pipeline against all placements of small circuits, and more stages against fewer. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ADDER_CELLS,
  ADDERS,
  CELLS_65NM,
  CircuitError,
  cellDelays,
  longestDelay,
  MULTIPLIERS,
  type Netlist,
  neuronCircuit,
  PARTIAL_PRODUCTS,
} from '../../../gen/index.ts';
import { type Builder, createBuilder } from '../../../gen/netlist/builder.ts';
import { pipelineStages, withStages } from '../../../gen/netlist/pipeline.ts';
import { digital } from './neurons.ts';

const DELAYS = cellDelays(CELLS_65NM);

/** Circuit of cells that each read nets chosen by `picks`; the two that were made last are its outputs. */
function circuitOf(picks: readonly (readonly [number, number, number])[], grouped: boolean): Netlist {
  const builder = createBuilder('dut', DELAYS);
  const nets = [...builder.input('x', 3)];
  const add = ([kind, a, b]: readonly [number, number, number], to: Builder): void => {
    const [u = 2, v = 2] = [nets[a % nets.length], nets[b % nets.length]];
    if (kind === 0 && u !== v) nets.push(...to.halfAdder(u, v));
    else nets.push(kind === 1 ? to.not(u) : to.gate(kind === 2 ? 'xor' : 'nand', u, v));
  };
  picks.forEach((pick, k) => {
    if (!grouped || k !== 1) {
      add(pick, builder);
      return;
    }
    const [a = 2, b = 3, c = 4] = nets;
    nets.push(
      ...builder.group('fullAdder', 'adder', [a, b, c], () => {
        const odd = builder.gate('xor', a, b);
        return [builder.gate('xor', odd, c), builder.gate('nand', odd, c)];
      }),
    );
  });
  builder.output('y', nets.slice(-2));
  return builder.finish();
}

/** Least longest path and then fewest registers of all placements. None parts a group. */
function bestOfAll(netlist: Netlist, stages: number): readonly [number, number] {
  const { cells, groups } = netlist;
  let best: readonly [number, number] = [Number.POSITIVE_INFINITY, 0];
  const ofNet = new Map<number, number>();
  const place = (k: number, chosen: readonly number[]): void => {
    if (k === cells.length) {
      const placed = withStages(netlist, stages, Uint8Array.from(chosen));
      const found = [longestDelay(placed, DELAYS), placed.registers.length] as const;
      if (found[0] < best[0] || (found[0] === best[0] && found[1] < best[1])) best = found;
      return;
    }
    const first = groups.find(({ start, end }) => start < k && k < end)?.start;
    const least = Math.max(0, ...(cells[k]?.inputs ?? []).map((net) => ofNet.get(net) ?? 0));
    for (let stage = first === undefined ? least : (chosen[first] ?? 0); stage <= stages; stage++) {
      for (const net of cells[k]?.outputs ?? []) ofNet.set(net, stage);
      if (stage >= least) place(k + 1, [...chosen, stage]);
      if (first !== undefined) break;
    }
  };
  place(0, []);
  return best;
}

const pick = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }));

test('no placement of registers is faster, none as fast has fewer', () => {
  fc.assert(
    fc.property(
      fc.array(pick, { minLength: 3, maxLength: 7 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 2 }),
      (picks, grouped, stages) => {
        const netlist = circuitOf(picks, grouped);
        let ofCell: Uint8Array;
        try {
          ofCell = pipelineStages(netlist, stages, { last: netlist.cells.length }, DELAYS);
        } catch (error) {
          fc.pre(!(error instanceof CircuitError));
          throw error;
        }
        const placed = withStages(netlist, stages, ofCell);
        expect([longestDelay(placed, DELAYS), placed.registers.length]).toEqual(bestOfAll(netlist, stages));
      },
    ),
    { seed: 1, numRuns: 150 },
  );
});

const spec = fc.record({
  bits: fc.integer({ min: 1, max: 7 }),
  inputBits: fc.integer({ min: 1, max: 7 }),
  synapses: fc.integer({ min: 1, max: 3 }),
  signed: fc.record({ inputs: fc.boolean(), weights: fc.boolean() }),
  architecture: fc.constantFrom('parallel', 'fused', 'serial'),
  multiplier: fc.constantFrom(...MULTIPLIERS),
  partialProducts: fc.constantFrom(...PARTIAL_PRODUCTS.filter((kind) => kind !== 'booth')),
  adderCells: fc.constantFrom(...ADDER_CELLS),
  adder: fc.constantFrom(...ADDERS),
  activation: fc.constantFrom('none', 'relu', 'threshold'),
  bias: fc.boolean(),
});

test('a stage more never slows a neuron', () => {
  fc.assert(
    fc.property(spec, fc.integer({ min: 0, max: 5 }), (fields, pipeline) => {
      const delay = (stages: number): number =>
        longestDelay(neuronCircuit(digital({ ...fields, pipeline: stages })).netlist, DELAYS);
      try {
        expect(delay(pipeline + 1)).toBeLessThanOrEqual(delay(pipeline));
      } catch (error) {
        fc.pre(!(error instanceof CircuitError));
        throw error;
      }
    }),
    { seed: 1, numRuns: 40 },
  );
});
