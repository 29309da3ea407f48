/** Leakage, delay and energy of digital cells, from ngspice. */

import { CELL_KINDS, type CellKind } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import type { Tool } from '../../tools/tool.ts';
import { cardStatements } from '../device/card.ts';
import type { Circuit, Stimulus } from '../spice/circuit.ts';
import { capacitor, source } from '../spice/elements.ts';
import { runOne } from '../spice/run.ts';
import { scalar } from '../spice/spice.ts';
import { crossing, workOf } from '../spice/waveform.ts';
import { type CellCircuit, cellCircuit, transistorElements } from './cells.ts';

/** Conditions of the characterization; SI units. */
export const CELL_CONDITIONS = {
  /** V */
  supply: 1,
  /** Capacitance at each output, F. */
  load: 2e-15,
  /** Rise and fall time, a linear ramp from rail to rail, s. */
  edge: 20e-12,
} as const;

/** Figures of a digital cell, for a Liberty library. */
export interface CharacterizedCell {
  readonly transistors: number;
  /**
   * Static power by input state, W; bit k of the index is input k. It is summed over the supply and all input drives,
   * so that a gate's tunnelling current is counted once, with the cell it flows into.
   */
  readonly leakageByState: readonly number[];
  /** Delay to each output from the slowest input, 50 % to 50 %, s. The input is in its slowest state and edge. */
  readonly delay: readonly number[];
  /**
   * Energy of one rise and one fall of each output with its load, J. Leakage is left out, and the mean is taken over
   * the inputs and states that toggle the output. Of several outputs, the first is measured where it toggles alone;
   * each further one is what its toggling adds.
   */
  readonly energyPerCycle: readonly number[];
}

/** Toggle of one input while the others hold. */
interface Arc {
  readonly input: number;
  /** Input state in which that input is 0. */
  readonly state: number;
  /** Outputs that toggle. */
  readonly toggles: readonly boolean[];
}

interface ArcResult {
  readonly arc: Arc;
  /** Delay by output, s; 0 where it does not toggle. */
  readonly delays: readonly number[];
  /** Energy of a cycle, leakage left out, J. */
  readonly energy: number;
}

/** Cell with moved thresholds. */
interface ShiftedCell extends CellCircuit {
  /** Shift added to the size of every threshold, V. */
  readonly thresholdShift: number;
}

/**
 * Characterization of one kind of cell: an operating point a state, a transient an arc. `thresholdShift` (V, -0.2 to
 * 0.2) is added to the size of every threshold.
 */
export async function characterizeCell(kind: CellKind, ngspice: Tool, thresholdShift = 0): Promise<CharacterizedCell> {
  if (!CELL_KINDS.includes(kind)) throw new RangeError(`kind must be one of ${CELL_KINDS.join(', ')}: ${kind}`);
  if (!(Math.abs(thresholdShift) <= 0.2))
    throw new RangeError(`threshold shift must be -0.2 to 0.2 V: ${thresholdShift}`);
  const cell = { ...cellCircuit(kind), thresholdShift };
  const leakageByState = await Promise.all(states(cell).map((state) => leakage(cell, state, ngspice)));
  const arcs = await Promise.all(
    arcsOf(cell).map((arc) => {
      const leak = (state: number): number => nth(leakageByState, state);
      return runArc(cell, arc, [leak(arc.state), leak(arc.state | (1 << arc.input))], ngspice);
    }),
  );
  return {
    transistors: cell.transistors.length,
    leakageByState,
    delay: cell.outputs.map((_, output) => Math.max(...arcs.map(({ delays }) => nth(delays, output)))),
    energyPerCycle: energies(cell, arcs),
  };
}

/** Static power in `state`, W. */
async function leakage(cell: ShiftedCell, state: number, ngspice: Tool): Promise<number> {
  const { supply } = CELL_CONDITIONS;
  const drives = cell.inputs.map((node, input) => ({ node, stimulus: { dc: bit(state, input) * supply } }));
  const op = await runOne(ngspice, benchOf(cell, drives), { analysis: { kind: 'op' } });
  const fromInputs = cell.inputs.map((node, input) => bit(state, input) * -scalar(op, `i(${sourceOf(node)})`));
  return supply * (-scalar(op, 'i(vdd)') + sum(fromInputs));
}

/** Half of a cycle, s: long enough for every cell here to settle. */
const HALF = 1e-9;
const START = 0.2e-9;

/**
 * Delays and energy of an arc. The input is low, then high for half a cycle, then low; the energy is the work of all
 * sources over the whole run.
 */
async function runArc(
  cell: ShiftedCell,
  arc: Arc,
  leaks: readonly [number, number],
  ngspice: Tool,
): Promise<ArcResult> {
  const { supply, edge } = CELL_CONDITIONS;
  const toggle = { low: 0, high: supply, delay: START, rise: edge, fall: edge, width: HALF - edge, period: 10 * HALF };
  const drives = cell.inputs.map((node, input) => ({
    node,
    stimulus: input === arc.input ? { pulse: toggle } : { dc: bit(arc.state, input) * supply },
  }));
  const analysis = { kind: 'tran', step: edge / 20, stop: START + 2 * HALF } as const;
  const run = await runOne(ngspice, benchOf(cell, drives), { analysis });
  const work = sum(['vdd', ...cell.inputs].map((node) => workOf(run, node, sourceOf(node))));
  const edges = [START + edge / 2, START + edge / 2 + HALF];
  const delays = cell.outputs.map((node, output) =>
    arc.toggles[output] ? Math.max(...edges.map((t) => crossing(run, node, supply / 2, t, t + HALF / 2) - t)) : 0,
  );
  return { arc, delays, energy: work - (START + HALF) * leaks[0] - HALF * leaks[1] };
}

/** Arcs of a cell: every input in every state of the others that toggles an output. */
function arcsOf(cell: CellCircuit): readonly Arc[] {
  const inputs = cell.inputs.map((_, input) => input);
  const outputs = (state: number): readonly number[] => cell.logic(inputs.map((input) => bit(state, input)));
  return inputs.flatMap((input) =>
    states(cell)
      .filter((state) => bit(state, input) === 0)
      .map((state) => {
        const after = outputs(state | (1 << input));
        return { input, state, toggles: outputs(state).map((value, output) => value !== after[output]) };
      })
      .filter(({ toggles }) => toggles.includes(true)),
  );
}

/**
 * Energy of each output. It is the mean over the arcs that toggle the outputs 0 to k, less that of those that toggle 0
 * to k-1.
 */
function energies(cell: CellCircuit, arcs: readonly ArcResult[]): readonly number[] {
  const together = cell.outputs.map((_, last) => {
    const same = arcs.filter(({ arc }) => arc.toggles.every((toggles, output) => toggles === output <= last));
    return sum(same.map(({ energy }) => energy)) / same.length;
  });
  return together.map((energy, output) => energy - (output === 0 ? 0 : nth(together, output - 1)));
}

interface Drive {
  readonly node: string;
  readonly stimulus: Stimulus;
}

/** Bench of a cell: its supply, the sources of its inputs and the loads of its outputs. */
function benchOf(cell: ShiftedCell, drives: readonly Drive[]): Circuit {
  return [
    ...cardStatements(),
    source('vdd', 'vdd', '0', { dc: CELL_CONDITIONS.supply }),
    ...drives.map(({ node, stimulus }) => source(sourceOf(node), node, '0', stimulus)),
    ...cell.outputs.map((node) => capacitor(`c${node}`, node, '0', CELL_CONDITIONS.load)),
    ...transistorElements(cell.transistors, cell.thresholdShift),
  ];
}

const sourceOf = (node: string): `v${string}` => (node === 'vdd' ? 'vdd' : `v${node}`);
const states = (cell: CellCircuit): readonly number[] =>
  Array.from({ length: 2 ** cell.inputs.length }, (_, state) => state);
const bit = (state: number, input: number): number => (state >> input) & 1;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
