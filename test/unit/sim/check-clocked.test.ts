import { describe, expect, test } from 'vitest';
import { type DigitalNeuron, latency, type Netlist, neuronCircuit } from '../../../gen/index.ts';
import { checkNeuron, inputVectors, netlistSimulator } from '../../../sim/index.ts';
import { digital } from '../gen/neurons.ts';

const check = (neuron: DigitalNeuron, vectors = 300, change = (netlist: Netlist): Netlist => netlist) =>
  checkNeuron(
    neuron,
    {},
    netlistSimulator(change(neuronCircuit(neuron).netlist)),
    inputVectors(neuron, vectors, 5).slice(0, vectors),
  );

const SIGNS = [false, true, { inputs: true, weights: false }, { inputs: false, weights: true }];

describe('pipelined', () => {
  test.each(['parallel', 'fused'])(
    '%s: 0 to 8 stages give the golden outputs as many clocks later',
    async (architecture) => {
      for (const signed of SIGNS)
        for (let pipeline = 0; pipeline <= 8; pipeline++) {
          const neuron = digital({
            bits: 5,
            inputBits: 4,
            synapses: 2,
            signed,
            architecture,
            pipeline,
            bias: true,
            activation: 'threshold',
          });
          expect(latency(neuron)).toBe(pipeline);
          expect(await check(neuron)).toEqual({ vectors: 300, mismatches: 0 });
        }
    },
  );

  test('every path from an input to an output has as many registers', () => {
    const { netlist } = neuronCircuit(digital({ bits: 8, pipeline: 5 }));
    const clocks = new Map<number, Set<number>>();
    const registers = new Map(netlist.registers.map(({ q, d }) => [q, d]));
    const drivers = new Map(netlist.cells.flatMap((cell) => cell.outputs.map((net) => [net, cell] as const)));
    const counts = (net: number): Set<number> => {
      const known = clocks.get(net);
      if (known) return known;
      const d = registers.get(net);
      const cell = drivers.get(net);
      const found = new Set<number>();
      if (d !== undefined) for (const count of counts(d)) found.add(count + 1);
      else if (cell) for (const input of cell.inputs) for (const count of counts(input)) found.add(count);
      else found.add(0);
      clocks.set(net, found);
      return found;
    };
    for (const port of netlist.ports)
      if (port.direction === 'output') for (const net of port.nets) expect([...counts(net)]).toEqual([5]);
  });

  test('more stages than cells on the longest path are refused', () => {
    expect(() => neuronCircuit(digital({ bits: 1, pipeline: 2 }))).toThrow(
      'pipeline must be at most 1, the cells on the longest path of the logic: 2',
    );
  });

  test('a missing register is found', async () => {
    const neuron = digital({ bits: 4, pipeline: 2 });
    const without = (netlist: Netlist): Netlist => {
      const [gone] = netlist.registers;
      const registers = netlist.registers.slice(1).map(({ q, d }) => ({ q, d: d === gone?.q ? gone.d : d }));
      const cells = netlist.cells.map((cell) => ({
        ...cell,
        inputs: cell.inputs.map((net) => (net === gone?.q ? gone.d : net)),
      }));
      return { ...netlist, registers, cells };
    };
    expect((await check(neuron, 300, without)).mismatches).toBeGreaterThan(0);
  });
});

describe('serial', () => {
  test.each(SIGNS)('signed %o: back to back, with gaps and resets, any accumulator', async (signed) => {
    for (const pipeline of [0, 1, 3])
      for (const bias of [false, true, 9])
        for (const accumulator of ['exact', 7, 14])
          for (const overflow of ['wrap', 'saturate']) {
            const fields = {
              bits: 4,
              inputBits: 3,
              synapses: 5,
              architecture: 'serial',
              activation: 'threshold',
              threshold: 20,
            };
            const neuron = digital({ ...fields, signed, pipeline, bias, accumulator, overflow });
            expect(latency(neuron)).toBe(pipeline + 1);
            expect(await check(neuron, 150)).toEqual({ vectors: 150, mismatches: 0 });
          }
  });

  test('784 synapses of 8 bits', async () => {
    const neuron = digital({ bits: 8, synapses: 784, signed: true, architecture: 'serial' });
    expect(await check(neuron, 12)).toEqual({ vectors: 12, mismatches: 0 });
  });

  test('a wrong register is found', async () => {
    const neuron = digital({ bits: 3, synapses: 4, architecture: 'serial' });
    const stuck = (netlist: Netlist): Netlist => ({
      ...netlist,
      registers: netlist.registers.map((register, k) => (k === 2 ? { ...register, d: register.q } : register)),
    });
    expect((await check(neuron, 100, stuck)).mismatches).toBeGreaterThan(0);
  });
});
