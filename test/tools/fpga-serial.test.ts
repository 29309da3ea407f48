/** Neurons behind the shift registers of `--fpga-io serial`, bit by bit beside the golden model. */

import { afterAll, expect, test } from 'vitest';
import { fpgaSerialPins, fpgaSerialVerilog } from '../../rtl/index.ts';
import { checkSerialPins, embeddedSimulator, icarusSimulator, inputVectors } from '../../sim/index.ts';
import { createIcarus, createYosys } from '../../tools/index.ts';
import { digital } from '../unit/gen/neurons.ts';

const yosys = createYosys();
afterAll(() => yosys.close());

test.each([
  [digital({ bits: 5, signed: true }), 4],
  [digital({ bits: 3, synapses: 2, pipeline: 2, bias: true, activation: 'relu', outputBits: 4 }), 4],
  [digital({ bits: 4, signed: true, architecture: 'serial', synapses: 3, bias: 6, activation: 'threshold' }), 8],
  [digital({ bits: 1 }), 4],
])('neuron %#', async (neuron, pins) => {
  const files = fpgaSerialVerilog(neuron);
  const vectors = inputVectors(neuron, 40, 1).slice(-40);
  expect(fpgaSerialPins(neuron)).toHaveLength(pins);
  for (const simulator of [embeddedSimulator(yosys), icarusSimulator(createIcarus())])
    expect(await checkSerialPins(neuron, files, simulator, vectors)).toEqual({
      vectors: vectors.length,
      mismatches: 0,
    });
  // A bit lost on its way in is found.
  const name = 'dut_fpga_serial.v';
  const wrong = { ...files, [name]: (files[name] ?? '').replace('words <=', 'words <= ~') };
  const { mismatches } = await checkSerialPins(neuron, wrong, embeddedSimulator(yosys), vectors);
  expect(mismatches).toBeGreaterThan(0);
});
