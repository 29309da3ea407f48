import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { DESIGNS, neuronOf } from '../../bench/designs.ts';
import { openStaDelay } from '../../bench/opensta.ts';
import { synthesizePlain } from '../../bench/plain.ts';
import { checkNeuron, embeddedSimulator, inputVectors } from '../../sim/index.ts';
import { libraryModels, mapNeuron, mappedTexts, readTechnology, trials } from '../../synth/index.ts';
import { createYosys } from '../../tools/index.ts';

const FOLDER = '/usr/share/qflow/tech/osu018';
const file = (name: string) => ({
  path: name,
  name,
  text: readFileSync(`${FOLDER}/${name}`, 'utf8'),
  sha256: 'not needed',
});
const liberty = file('osu018_stdcells.lib');
const osu018 = readTechnology([liberty], [file('osu018_stdcells.sp')]);
const AROUND = { driver: 'INVX2', load: 20e-15 };
const yosys = createYosys();
afterAll(() => yosys.close());

/** Designs that are mapped in seconds; `npm run bench:qor` has them all. */
const SMALL = DESIGNS.filter(({ name }) => name.startsWith('8x8'));

describe.each(SMALL)('$name', (design) => {
  test('objective transistors: no more than the target, and right', async () => {
    const neuron = neuronOf(design, { objective: 'transistors' });
    const mapped = await mapNeuron(neuron, osu018, yosys);
    const { verilog, models } = mappedTexts(mapped, osu018);
    const files = { 'dut.v': verilog, 'library_cells.v': models };
    const vectors = inputVectors(neuron, 20_000, 1);
    expect(await checkNeuron(neuron, files, embeddedSimulator(yosys), vectors)).toMatchObject({ mismatches: 0 });
    expect(mapped.count.transistors).toBeLessThanOrEqual(design.target.transistors);
  });

  test('objective delay: no more than the target by OpenSTA, and right', async () => {
    const neuron = neuronOf(design, { objective: 'delay' });
    const { verilog, models } = mappedTexts(await mapNeuron(neuron, osu018, yosys), osu018);
    const files = { 'dut.v': verilog, 'library_cells.v': models };
    const vectors = inputVectors(neuron, 20_000, 1);
    expect(await checkNeuron(neuron, files, embeddedSimulator(yosys), vectors)).toMatchObject({ mismatches: 0 });
    expect(await openStaDelay(verilog, 'dut', [liberty.text], AROUND)).toBeLessThanOrEqual(design.target.delay);
  });
});

test('the plain * of the bench computes what the golden model computes, and its cells are all counted', async () => {
  const neuron = neuronOf(DESIGNS[0]!, {});
  const { prepare = '', map = '' } = trials('balanced', 0)[0]?.commands ?? {};
  const script = `${prepare};${map}`;
  const { verilog, cells } = await synthesizePlain(
    neuron,
    osu018,
    'set_driving_cell INVX2\nset_load 20\n',
    script,
    yosys,
  );
  const models = libraryModels(osu018.library.liberty.cells.filter(({ name }) => cells[name]));
  const files = { 'dut.v': verilog, 'library_cells.v': models };
  expect(await checkNeuron(neuron, files, embeddedSimulator(yosys), inputVectors(neuron, 1, 1))).toMatchObject({
    vectors: 65536,
    mismatches: 0,
  });
  const counted = Object.values(cells).reduce((sum, count) => sum + count, 0);
  expect(counted).toBe(verilog.match(/^ {2}\w+ \w+ \($/gm)?.length);
  expect(counted).toBeGreaterThan(300);
});

test('a circuit that OpenSTA cannot time is an error, not a number', async () => {
  const verilog = 'module dut(input a, output b); NO_SUCH_CELL u (.A(a), .Y(b)); endmodule\n';
  await expect(openStaDelay(verilog, 'dut', [liberty.text], AROUND)).rejects.toThrow();
});
