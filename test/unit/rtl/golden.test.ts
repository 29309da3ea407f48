/** Every kind of Verilog text, of 3-bit neurons; a file that several of them have is the same in all. */

import { describe, expect, test } from 'vitest';
import { neuronCircuit } from '../../../gen/index.ts';
import { ACTIVATIONS } from '../../../gen/spec/activation-fields.ts';
import {
  behaviouralVerilog,
  fpgaVerilog,
  layerVerilog,
  neuronVerilog,
  serialReference,
  testBench,
} from '../../../rtl/index.ts';
import { expectedSteps, inputVectors } from '../../../sim/index.ts';
import { digital } from '../gen/neurons.ts';

const ARCHITECTURES = {
  parallel: { synapses: 2, bias: true },
  fused: { synapses: 2, architecture: 'fused', bias: true },
  serial: { synapses: 4, architecture: 'serial' },
  pipelined: { pipeline: 2 },
  gates: { adderCells: 'gates', multiplier: 'dadda', adder: 'sklansky' },
  booth: { partialProducts: 'booth', signed: true },
  saturating: { synapses: 2, accumulator: 6, overflow: 'saturate' },
};

const NEURONS = [
  ...Object.entries(ARCHITECTURES).map(([name, fields]) => digital({ bits: 3, name, ...fields })),
  ...ACTIVATIONS.filter((activation) => activation !== 'none').map((activation) => {
    const rest = activation === 'threshold' ? { threshold: -6 } : { outputBits: 3, shift: 1 };
    return digital({ bits: 3, signed: true, name: activation.replaceAll('-', '_'), activation, ...rest });
  }),
];

describe.each(NEURONS.map((neuron) => ({ name: neuron.name, neuron })))('$name', ({ name, neuron }) => {
  const serial = neuron.architecture === 'serial';
  const files = {
    ...neuronVerilog(neuronCircuit(neuron)),
    [`${name}_reference.v`]: serial ? serialReference(neuron) : behaviouralVerilog(neuron),
    [`${name}_tb.v`]: testBench(neuron, expectedSteps(neuron, inputVectors(neuron, 4, 1).slice(0, 4))),
    ...fpgaVerilog(neuron),
    ...(serial && layerVerilog(digital({ ...neuron, name, bias: 6 }), 2)),
  };

  test.each(Object.entries(files))('%s', async (file, text) => {
    await expect(text).toMatchFileSnapshot(`../../golden/rtl/${file}`);
  });
});
