/** The check of a neuron behind shift registers: words in and results out bit by bit, beside the golden model. */

import { biasBits, type DigitalNeuron, latency } from '../gen/index.ts';
import { fpgaNeuron, fpgaSerialBits, fpgaSerialModule, fpgaSerialPins, fpgaSerialPorts } from '../rtl/index.ts';
import { type CheckResult, checkCycles } from './check.ts';
import { goldenPorts, unpackWords } from './golden.ts';
import type { Simulator, VerilogDesign } from './simulator/simulator.ts';
import type { InputVector } from './stimulus.ts';
import type { TraceCycle } from './trace.ts';

/** Most clock cycles of a check. */
const MOST_CYCLES = 60_000;
/** Most vectors of a check. */
const MOST_VECTORS = 200;

/** Result of some of `vectors` through NAME_fpga_serial, every output bit compared. */
export async function checkSerialPins(
  neuron: DigitalNeuron,
  files: VerilogDesign['files'],
  simulator: Simulator,
  vectors: readonly InputVector[],
): Promise<CheckResult> {
  const ports = fpgaSerialPins(neuron).filter(({ name }) => name !== 'clk');
  const design: VerilogDesign = { top: fpgaSerialModule(neuron), ports, files, clock: { port: 'clk' } };
  const clocks = clocksOf(neuron);
  const count = Math.min(vectors.length, MOST_VECTORS, Math.max(3, Math.floor(MOST_CYCLES / clocks)));
  const step = Math.max(1, Math.floor(vectors.length / count));
  const taken = Array.from({ length: count }, (_, k) => vectors[k * step]).filter((vector) => vector !== undefined);
  return { vectors: taken.length, ...(await checkCycles(design, simulator, [serialCycles(neuron, taken)])) };
}

/** Clock cycles of one vector. */
function clocksOf(neuron: DigitalNeuron): number {
  const bits = fpgaSerialBits(neuron);
  const words = neuron.architecture === 'serial' ? neuron.synapses : 1;
  return words * (bits.in + 1) + latency(fpgaNeuron(neuron)) + bits.out;
}

function serialCycles(neuron: DigitalNeuron, vectors: readonly InputVector[]): TraceCycle[] {
  const pins = fpgaSerialPins(neuron).filter(({ name }) => name !== 'clk');
  const inputs = pins.filter(({ direction }) => direction === 'input').map(({ name }) => name);
  const outputs = pins.filter(({ direction }) => direction === 'output').map(({ name }) => name);
  const { inputs: words, outputs: results } = fpgaSerialPorts(neuron);
  const form = fpgaNeuron(neuron);
  const golden = goldenPorts(neuron);
  const cycle = (
    given: Readonly<Record<string, bigint>>,
    wanted: Readonly<Record<string, bigint>> = {},
  ): TraceCycle => ({
    inputs: inputs.map((name) => given[name] ?? 0n),
    expected: outputs.map((name) => wanted[name]),
  });
  const bitsOf = (values: Readonly<Record<string, bigint>>, ports: typeof words): bigint[] =>
    ports.flatMap(({ name, bits }) =>
      Array.from({ length: bits }, (_, k) => ((values[name] ?? 0n) >> BigInt(bits - 1 - k)) & 1n),
    );
  const serial = neuron.architecture === 'serial';
  return [
    cycle({ rst: 1n }),
    ...vectors.flatMap(({ x, w, bias }) => {
      const parts = serial
        ? unpackWords(x, neuron.inputBits, neuron.synapses, false).map((value, k) => ({
            x: value,
            w: (w >> BigInt(k * neuron.bits)) & ((1n << BigInt(neuron.bits)) - 1n),
            bias,
          }))
        : [{ x, w, bias }];
      const expected = golden(x, w, biasBits(neuron) > 0 ? bias : 0n);
      const out = bitsOf({ sum: expected.sum, y: expected.y ?? 0n }, results);
      // The last words stand at the neuron in the cycle that counts as the first of its latency.
      const waits = Array.from({ length: latency(form) - 1 }, () => cycle({}));
      return [
        ...parts.flatMap((part, k) => [
          ...bitsOf(part, words).map((bit) => cycle({ shift_in: bit })),
          cycle({ in_valid: 1n, in_last: k === parts.length - 1 ? 1n : 0n }),
        ]),
        ...waits,
        cycle({ capture: 1n }, { out_valid: 1n }),
        ...out.map((bit) => cycle({}, { shift_out: bit })),
      ];
    }),
  ];
}
