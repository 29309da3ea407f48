/** The sums over cells beside a whole multiplier at transistor level in ngspice. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellCircuit, transistorElements } from '../../analog/cell/cells.ts';
import { cardStatements } from '../../analog/device/card.ts';
import type { Circuit } from '../../analog/spice/circuit.ts';
import { capacitor, source } from '../../analog/spice/elements.ts';
import { runOne } from '../../analog/spice/run.ts';
import type { WantedAnalysis } from '../../analog/spice/spice.ts';
import { CELLS_65NM, type CellActivity, neuronCircuit } from '../../gen/index.ts';
import { createNets, evaluate } from '../../sim/embedded/bit-parallel.kernel.ts';
import { compile } from '../../sim/embedded/program.ts';
import { electricalFigures } from '../../synth/index.ts';
import { createNgspice, type Ngspice } from '../../tools/index.ts';
import { digital } from '../unit/gen/neurons.ts';

const { netlist } = neuronCircuit(digital({ bits: 3 }));
const inputs = netlist.ports.filter((port) => port.direction === 'input').flatMap((port) => port.nets);
let ngspice: Ngspice;
beforeAll(() => {
  ngspice = createNgspice({ jobs: 1, timeLimit: 300 });
});
afterAll(() => ngspice.close());

/** Every net of the multiplier, 0 or 1, for input bits `vector`. */
function settle(vector: number): number[] {
  const program = compile(netlist);
  const nets = createNets(program);
  inputs.forEach((net, bit) => {
    nets[net] = (vector >> bit) & 1 ? 0xffffffff : 0;
  });
  evaluate(program, nets);
  return Array.from(nets, (word) => word & 1);
}

/** Activity of every cell over exactly these vectors. */
function activityOf(vectors: readonly number[]): CellActivity[] {
  const settled = vectors.map(settle);
  return netlist.cells.map((cell) => {
    const states = new Array<number>(2 ** cell.inputs.length).fill(0);
    for (const nets of settled)
      states[cell.inputs.reduce((state, net, bit) => state | (nets[net]! << bit), 0)]! += 1 / vectors.length;
    const toggles = cell.outputs.map(
      (net) => settled.filter((nets, k) => k > 0 && nets[net] !== settled[k - 1]![net]).length / (vectors.length - 1),
    );
    return { states, toggles };
  });
}

/** 192 transistors between the sources `vi0`... and a load on every output. */
function circuit(sources: Circuit, hints: Circuit): Circuit {
  const cells = netlist.cells.flatMap((cell, k) => {
    const { inputs: pins, outputs, transistors } = cellCircuit(cell.kind);
    const nodes = new Map([
      ['vdd', 'vdd'],
      ['0', '0'],
    ]);
    for (const [i, pin] of pins.entries()) nodes.set(pin, `n${cell.inputs[i]}`);
    for (const [i, pin] of outputs.entries()) nodes.set(pin, `n${cell.outputs[i]}`);
    const node = (name: string): string => nodes.get(name) ?? `c${k}_${name}`;
    const placed = transistors.map((entry) => ({
      ...entry,
      drain: node(entry.drain),
      gate: node(entry.gate),
      source: node(entry.source),
    }));
    return transistorElements(placed).map((element, m) => ({ ...element, name: `mc${k}_${m}` }) as const);
  });
  const loads = netlist.ports
    .find((port) => port.name === 'sum')!
    .nets.map((net, k) => capacitor(`cl${k}`, `n${net}`, '0', CELLS_65NM.load));
  return [...cardStatements(), source('vdd', 'vdd', '0', { dc: 1 }), ...sources, ...cells, ...loads, ...hints];
}

/** Power that the supply and the inputs give, W, at every point of a run. */
const RUN_VECTORS = ['i(vdd)', ...inputs.flatMap((net, k) => [`i(vi${k})`, `v(n${net})`])];
function powerOf(waves: Readonly<Record<string, Float64Array>>): Float64Array {
  const supply = waves['i(vdd)']!;
  return supply.map((current, at) =>
    inputs.reduce((sum, net, k) => sum - waves[`i(vi${k})`]![at]! * waves[`v(n${net})`]![at]!, -current),
  );
}
const run = async (whole: Circuit, analysis: WantedAnalysis['analysis']) =>
  (await runOne(ngspice, whole, { analysis, vectors: RUN_VECTORS })).real;

test('leakage: the sum over the cells is that of the transistors within 0.5 %', async () => {
  for (const vector of [0, 14, 21, 35, 49, 63]) {
    const nets = settle(vector);
    const sources = inputs.map((net, k) => source(`vi${k}`, `n${net}`, '0', { dc: nets[net]! }));
    const hints = netlist.cells.flatMap((cell) =>
      cell.outputs.map((net) => ({ kind: 'nodeset', node: `n${net}`, voltage: nets[net]! }) as const),
    );
    const power = powerOf(await run(circuit(sources, hints), { kind: 'op' }))[0]!;
    const { leakage } = electricalFigures(netlist, CELLS_65NM, activityOf([vector, vector]));
    expect(Math.abs(power / leakage - 1)).toBeLessThan(0.005);
  }
});

test('energy: the sum over the changes of the same vectors is that of the transistors within 20 %', async () => {
  const vectors = [0, 63, 45, 18, 54, 27, 9, 62, 5, 40, 31, 3, 60];
  const period = 1e-9;
  const sources = inputs.map((net, bit) => {
    const pwl = vectors.flatMap((vector, k): [number, number][] => {
      const before = ((vectors[k - 1] ?? vector) >> bit) & 1;
      return [
        [k * period, before],
        [k * period + 20e-12, (vector >> bit) & 1],
      ];
    });
    return source(`vi${bit}`, `n${net}`, '0', { pwl });
  });
  const waves = await run(circuit(sources, []), { kind: 'tran', step: 5e-12, stop: vectors.length * period });
  const power = powerOf(waves);
  const time = waves.time!;
  let energy = 0;
  for (let at = 1; at < time.length; at++) energy += ((power[at]! + power[at - 1]!) / 2) * (time[at]! - time[at - 1]!);
  const model = electricalFigures(netlist, CELLS_65NM, activityOf(vectors));
  const operations = vectors.length - 1;
  const switching = (energy - model.leakage * vectors.length * period) / operations;
  expect(model.energy / switching).toBeGreaterThan(0.8);
  expect(model.energy / switching).toBeLessThan(1.2);
});
