/** Emitted Verilog of random neurons in the lints of others. `LINT=2000 npx vitest run test/tools/lint.test.ts` takes more. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CircuitError, type DigitalNeuron, neuronCircuit } from '../../gen/index.ts';
import { behaviouralVerilog, fpgaVerilog, neuronVerilog, serialReference, testBench } from '../../rtl/index.ts';
import { expectedSteps, inputVectors } from '../../sim/index.ts';
import { PROGRAMS } from '../../tools/index.ts';
import { nativeTool } from '../../tools/native/process.ts';
import { randomDigital } from '../random-spec.ts';
import { digital } from '../unit/gen/neurons.ts';

type Texts = Readonly<Record<string, string>>;

/** Specs drawn; about one in ten is refused by the schema. */
const DRAWN = Number(process.env.LINT ?? 24);
/** Neurons of one run of a lint. */
const BATCH = 50;

function drawn(): DigitalNeuron[] {
  return fc.sample(randomDigital, { seed: 2005, numRuns: DRAWN }).flatMap((fields, k) => {
    try {
      return [digital({ name: `r${k}`, ...fields })];
    } catch {
      return [];
    }
  });
}

/** Every file of a neuron; none where its circuit cannot be built. */
function textsOf(neuron: DigitalNeuron): Texts {
  try {
    const reference = neuron.architecture === 'serial' ? serialReference : behaviouralVerilog;
    const steps = expectedSteps(neuron, inputVectors(neuron, 5, 1).slice(0, 5));
    return {
      ...neuronVerilog(neuronCircuit(neuron)),
      ...fpgaVerilog(neuron),
      [`${neuron.name}_reference.v`]: reference(neuron),
      [`${neuron.name}_tb.v`]: testBench(neuron, steps),
    };
  } catch (error) {
    if (error instanceof CircuitError) return {};
    throw error;
  }
}

test('every file of random neurons is clean in verilator --lint-only -Wall and iverilog -Wall', async () => {
  const neurons = drawn();
  expect(neurons.length).toBeGreaterThan(DRAWN / 2);
  const language = ['--default-language', '1364-2005'];
  for (let first = 0; first < neurons.length; first += BATCH) {
    const texts: Texts = Object.assign({}, ...neurons.slice(first, first + BATCH).map(textsOf));
    const files = Object.keys(texts);
    // Every neuron is a top of its own, which is the one warning that is of the batch and not of its text.
    const lint = ['--lint-only', '--timing', '-Wall', '-Wno-MULTITOP', ...language, ...files];
    expect((await nativeTool(PROGRAMS.verilator)(lint, texts)).log).toBe('');
    const compile = ['-g2005', '-Wall', '-o', 'all.vvp', ...files];
    expect((await nativeTool(PROGRAMS.iverilog)(compile, texts)).log).toBe('');
  }
});

test('a planted warning is found', async () => {
  const text = 'module planted (input wire [1:0] x, output wire sum);\n  assign sum = x[0];\nendmodule\n';
  const { log } = await nativeTool(PROGRAMS.verilator)(['--lint-only', '-Wall', '-Wno-fatal', 'planted.v'], {
    'planted.v': text,
  });
  expect(log).toMatch(/UNUSED/);
});
