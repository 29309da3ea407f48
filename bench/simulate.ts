/**
 * All products of an 8-bit multiplier in the embedded simulator. Peers are Verilator's and Icarus' models of the same
 * Verilog.
 */

import { neuronCircuit, parseSpec } from '../gen/index.ts';
import { neuronVerilog } from '../rtl/index.ts';
import { neuronDesign } from '../sim/check.ts';
import { embeddedSimulator, icarusSimulator, type Simulator, verilatorSimulator } from '../sim/index.ts';
import { packVectors, recordLayout } from '../sim/simulator/vectors.ts';
import { createIcarus, createVerilator, createYosys, findProgram, PROGRAMS } from '../tools/index.ts';

export interface SimulateFigure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'vectors/s';
  readonly against?: { readonly name: string; readonly value: number };
  readonly ratio?: number;
}

const BITS = 8;
const LEAST_SECONDS = 0.5;

/** Figures `simulate.mult8` against each simulator that is installed. Reading and compiling are left out everywhere. */
export async function simulateFigures(): Promise<SimulateFigure[]> {
  const yosys = createYosys();
  try {
    const value = await speed(embeddedSimulator(yosys));
    const peers = [
      { name: 'Verilator', program: PROGRAMS.verilator, start: () => verilatorSimulator(createVerilator()) },
      { name: 'Icarus Verilog', program: PROGRAMS.iverilog, start: () => icarusSimulator(createIcarus()) },
    ];
    const figures: SimulateFigure[] = [];
    for (const { name, program, start } of peers) {
      if (findProgram(program.command) === undefined) {
        process.stderr.write(`left out: ${name} is not installed (${program.install})\n`);
        continue;
      }
      const peer = await speed(start());
      figures.push({
        name: 'simulate.mult8',
        value,
        unit: 'vectors/s',
        against: { name, value: peer },
        ratio: value / peer,
      });
    }
    return figures.length > 0 ? figures : [{ name: 'simulate.mult8', value, unit: 'vectors/s' }];
  } finally {
    await yosys.close();
  }
}

/** Vectors a second of wall clock, over runs of all 65,536 of them. */
async function speed(simulator: Simulator): Promise<number> {
  const found = parseSpec({ name: 'bench', neurons: [{ name: 'mult8', kind: 'digital', bits: BITS }] }, Number);
  const [neuron] = 'spec' in found ? (found.spec.neurons ?? []) : [];
  if (neuron?.kind !== 'digital') throw new Error('the spec of the bench is wrong');
  const design = neuronDesign(neuron, neuronVerilog(neuronCircuit(neuron)));
  const values = 2 ** BITS;
  const vectors = Array.from({ length: values ** 2 }, (_, k) => [BigInt(k % values), BigInt(Math.floor(k / values))]);
  const records = packVectors(recordLayout(design.ports, 'input'), vectors);
  const simulation = await simulator(design);
  try {
    await simulation.run(records);
    const start = performance.now();
    let runs = 0;
    let seconds = 0;
    for (; seconds < LEAST_SECONDS; seconds = (performance.now() - start) / 1000) {
      await simulation.run(records);
      runs++;
    }
    return (runs * vectors.length) / seconds;
  } finally {
    await simulation.close();
  }
}
