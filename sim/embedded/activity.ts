/** Activity of the cells of a netlist under random vectors: input states and changes of outputs. */

import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { CellActivity, Netlist } from '../../gen/index.ts';
import { clock, createNets, evaluate, WORD_LANES } from './bit-parallel.kernel.ts';
import { compile } from './program.ts';

/** Number of passes before counting starts, so that a pipeline is full. */
const WARM_UP = 16;

/**
 * Activity of every cell over `passes` * 32 random vectors. Every data bit is an independent fair coin. Changes are
 * counted between the settled states of consecutive passes: the zero-delay count, without glitches. Registers take a
 * clock a pass; a serial neuron is never reset, always valid, and ends every `period` passes.
 */
export function cellActivity(netlist: Netlist, passes: number, seed: number, period = 1): CellActivity[] {
  const program = compile(netlist);
  const generator = xoroshiro128plus(seed);
  const nets = createNets(program);
  const previous = createNets(program);
  const states = netlist.cells.map((cell) => new Array<number>(2 ** cell.inputs.length).fill(0));
  const toggles = netlist.cells.map((cell) => cell.outputs.map(() => 0));
  const inputs = netlist.ports.filter((port) => port.direction === 'input');
  for (let pass = -WARM_UP; pass <= passes; pass++) {
    for (const { name, nets: bits } of inputs)
      for (const net of bits) nets[net] = controlWord(name, pass, period) ?? generator.next();
    evaluate(program, nets);
    if (pass > 0) countPass(netlist, nets, previous, states, toggles);
    previous.set(nets);
    clock(program, nets);
  }
  const vectors = passes * WORD_LANES;
  return netlist.cells.map((_, k) => ({
    states: (states[k] ?? []).map((count) => count / vectors),
    toggles: (toggles[k] ?? []).map((count) => count / vectors),
  }));
}

/** Control inputs of a serial neuron; undefined for data. */
function controlWord(port: string, pass: number, period: number): number | undefined {
  if (port === 'rst') return 0;
  if (port === 'in_valid') return -1;
  if (port === 'in_last') return pass % period === 0 ? -1 : 0;
  return undefined;
}

function countPass(
  netlist: Netlist,
  nets: Uint32Array,
  previous: Uint32Array,
  states: number[][],
  toggles: number[][],
): void {
  netlist.cells.forEach((cell, k) => {
    const counts = states[k] ?? [];
    counts.forEach((count, state) => {
      const lanes = cell.inputs.reduce((mask, net, bit) => {
        const value = nets[net] ?? 0;
        return mask & ((state >> bit) & 1 ? value : ~value);
      }, -1);
      counts[state] = count + bitCount(lanes);
    });
    const changes = toggles[k] ?? [];
    cell.outputs.forEach((net, bit) => {
      changes[bit] = (changes[bit] ?? 0) + bitCount((nets[net] ?? 0) ^ (previous[net] ?? 0));
    });
  });
}

/** Number of ones in a 32-bit word (H. S. Warren, "Hacker's Delight", 2nd ed., 2012, section 5-1). */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
