/** Flip-flop at transistor level, with its timing from ngspice. */

import type { Tool } from '../../tools/tool.ts';
import { cardStatements } from '../device/card.ts';
import type { Circuit } from '../spice/circuit.ts';
import { capacitor, source } from '../spice/elements.ts';
import { runOne } from '../spice/run.ts';
import { crossing } from '../spice/waveform.ts';
import { type CellTransistor, transistorElements } from './cells.ts';
import { CELL_CONDITIONS } from './characterize.ts';

const n = (drain: string, gate: string, from: string): CellTransistor => ({ type: 'n', drain, gate, source: from });
const p = (drain: string, gate: string, from: string): CellTransistor => ({ type: 'p', drain, gate, source: from });
const inverter = (a: string, y: string): CellTransistor[] => [n(y, a, '0'), p(y, a, 'vdd')];
/** Transmission gate between a and y, closed while `on` is high and `off` low. */
const pass = (a: string, y: string, on: string, off: string): CellTransistor[] => [n(y, on, a), p(y, off, a)];
/** Inverter that drives y while `on` is high and `off` low. */
const clocked = (a: string, y: string, on: string, off: string): CellTransistor[] => [
  n(y, on, `${y}n`),
  n(`${y}n`, a, '0'),
  p(y, off, `${y}p`),
  p(`${y}p`, a, 'vdd'),
];

/**
 * Rising-edge flip-flop of 24 transistors: two latches of transmission gate, inverter and clocked inverter, with
 * inverters at input, output and clock. N. Weste, D. Harris, "CMOS VLSI Design", 4th ed., 10.3.2.
 */
export const FLIP_FLOP: readonly CellTransistor[] = [
  ...inverter('clk', 'c0'),
  ...inverter('c0', 'c1'),
  ...inverter('d', 'd0'),
  ...pass('d0', 'm', 'c0', 'c1'),
  ...inverter('m', 'm0'),
  ...clocked('m0', 'm', 'c1', 'c0'),
  ...pass('m0', 's', 'c1', 'c0'),
  ...inverter('s', 's0'),
  ...clocked('s0', 's', 'c0', 'c1'),
  ...inverter('s0', 'q'),
];

export interface FlipFlopTiming {
  /** Clock to output, of the slower edge, s. Data that come by the setup time are that late; earlier ones up to 10 % less. */
  readonly clockToOutput: number;
  /** Time by which data must come before the clock, of the slower edge, s. */
  readonly setup: number;
}

/** Times of the clock edges that store the old and the new data, s. */
const FIRST = 0.4e-9;
const SECOND = 1.4e-9;
const STOP = 2.2e-9;
/** Delay by which data at the setup time may lag, over that of early data. */
const LAG = 1.1;
/** Halvings of the search for the setup time. */
const STEPS = 9;
/** Times before the clock of early and of late data, s. */
const SOUGHT: readonly [number, number] = [0.3003e-9, -0.1037e-9];

/** Timing of the flip-flop with `thresholdShift` (V) added to the size of every threshold. */
export async function flipFlopTiming(ngspice: Tool, thresholdShift = 0): Promise<FlipFlopTiming> {
  const edges = await Promise.all([true, false].map((rises) => edgeTiming(ngspice, thresholdShift, rises)));
  return {
    clockToOutput: Math.max(...edges.map((edge) => edge.clockToOutput)),
    setup: Math.max(...edges.map(({ setup }) => setup)),
  };
}

async function edgeTiming(ngspice: Tool, shift: number, rises: boolean): Promise<FlipFlopTiming> {
  let [good, bad] = SOUGHT;
  const early = await clockToOutput(ngspice, shift, rises, good);
  for (let k = 0; k < STEPS; k++) {
    const middle = (good + bad) / 2;
    if ((await clockToOutput(ngspice, shift, rises, middle)) <= LAG * early) good = middle;
    else bad = middle;
  }
  return { clockToOutput: LAG * early, setup: good };
}

/** Clock to output of data that change `before` the clock, s; infinite where not stored. */
async function clockToOutput(ngspice: Tool, shift: number, rises: boolean, before: number): Promise<number> {
  const { supply, edge, load } = CELL_CONDITIONS;
  const [low, high] = rises ? [0, supply] : [supply, 0];
  const data = { low, high, delay: SECOND - before, rise: edge, fall: edge, width: STOP, period: 2 * STOP };
  const clock = { low: 0, high: supply, delay: FIRST, rise: edge, fall: edge, width: 0.4e-9, period: SECOND - FIRST };
  const circuit: Circuit = [
    ...cardStatements(),
    source('vdd', 'vdd', '0', { dc: supply }),
    source('vclk', 'clk', '0', { pulse: clock }),
    source('vd', 'd', '0', { pulse: data }),
    capacitor('cq', 'q', '0', load),
    ...transistorElements(FLIP_FLOP, shift),
  ];
  const run = await runOne(ngspice, circuit, { analysis: { kind: 'tran', step: edge / 20, stop: STOP } });
  const at = SECOND + edge / 2;
  try {
    return crossing(run, 'q', supply / 2, at, STOP) - at;
  } catch (error) {
    if (error instanceof RangeError) return Number.POSITIVE_INFINITY;
    throw error;
  }
}
