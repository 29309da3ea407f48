import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openStaDelay } from '../../bench/opensta.ts';
import { checkNeuron, embeddedSimulator, inputVectors } from '../../sim/index.ts';
import { mapNeuron, mappedTexts, readTechnology, surroundings } from '../../synth/index.ts';
import { createYosys } from '../../tools/index.ts';
import { randomLibrary } from '../random-library.ts';
import { digital } from '../unit/gen/neurons.ts';

const yosys = createYosys();
afterAll(() => yosys.close());

const neurons = fc
  .record({
    bits: fc.integer({ min: 2, max: 3 }),
    signed: fc.boolean(),
    shape: fc.constantFrom({}, { pipeline: 1 }, { pipeline: 2 }, { architecture: 'serial', synapses: 3 }),
    objective: fc.constantFrom('transistors', 'balanced', 'balanced', 'delay'),
  })
  .map(({ shape, ...fields }) => digital({ ...fields, ...shape }));

/** Cells and area of `verilog` as Yosys counts them. */
async function statistics(verilog: string, text: string): Promise<{ cells: number; area: number }> {
  const script = 'read_verilog top.v\nstat -liberty cells.lib -top dut';
  const { log } = await yosys(['-s', 'stat.ys'], { 'top.v': verilog, 'cells.lib': text, 'stat.ys': script });
  return {
    cells: Number(/Number of cells:\s+(\d+)/.exec(log)?.[1]),
    area: Number(/Chip area for module .*: ([\d.]+)/.exec(log)?.[1]),
  };
}

test('random libraries and neurons: golden, counts of Yosys, delays of OpenSTA', async () => {
  await fc.assert(
    fc.asyncProperty(randomLibrary, neurons, async (text, neuron) => {
      const technology = readTechnology([{ path: 'r.lib', name: 'r.lib', text, sha256: 'not needed' }]);
      const mapped = await mapNeuron(neuron, technology, yosys);
      const { verilog, models } = mappedTexts(mapped, technology);
      const { mismatches } = await checkNeuron(
        neuron,
        { 'dut.v': verilog, 'cells.v': models },
        embeddedSimulator(yosys),
        inputVectors(neuron, 200, 1),
      );
      expect(mismatches).toBe(0);
      expect(Object.keys(mapped.count.cells)).not.toEqual(expect.arrayContaining(['CHEAP']));
      const { cells, area } = await statistics(verilog, text);
      expect(mapped.count.cellCount).toBe(cells);
      expect(mapped.count.area).toBeCloseTo(area, 3);
      const { driver, load } = surroundings(technology.library, technology.wires);
      const delay = await openStaDelay(verilog, 'dut', [text], { driver: driver.name, load });
      expect(Math.abs(mapped.delay / delay - 1)).toBeLessThan(0.01);
    }),
    { numRuns: Number(process.env.LIBRARY_RUNS ?? 6), seed: 11 },
  );
});
