import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStaDelay } from '../../bench/opensta.ts';
import { checkNeuron, icarusSimulator, inputVectors } from '../../sim/index.ts';
import { type MappedNeuron, mapNeuron, mappedTexts, readTechnology, surroundings } from '../../synth/index.ts';
import { createIcarus, createYosys } from '../../tools/index.ts';
import { inFolder, measured, somagen } from '../cli/somagen.ts';
import { digital } from '../unit/gen/neurons.ts';
import { cellText, flipFlopText, libraryText, NAND_AND_INVERTER } from '../unit/synth/library.fixture.ts';

const FOLDER = '/usr/share/qflow/tech/osu018';
const file = (name: string) => ({
  path: join(FOLDER, name),
  name,
  text: readFileSync(join(FOLDER, name), 'utf8'),
  sha256: 'not needed',
});
const liberty = file('osu018_stdcells.lib');
const osu018 = readTechnology([liberty], [file('osu018_stdcells.sp')]);

const yosys = createYosys();
afterAll(() => yosys.close());

const CASES = [
  { objective: 'transistors', multiplier: 'dadda', partialProducts: 'simple', adderCells: 'library', adder: 'ripple' },
  { objective: 'transistors' },
  { objective: 'balanced', signed: true, activation: 'threshold', threshold: 100 },
  { objective: 'delay', bits: 4, architecture: 'fused', synapses: 2, bias: true },
].map((fields) => ({ name: JSON.stringify(fields), neuron: digital({ bits: 8, ...fields }) }));

describe('OSU 0.18 um', () => {
  const mapped = new Map<string, MappedNeuron>();
  beforeAll(async () => {
    for (const { name, neuron } of CASES) mapped.set(name, await mapNeuron(neuron, osu018, yosys));
  });
  const of = (name: string): MappedNeuron => mapped.get(name)!;

  test('its cells by function', () => {
    const names = Object.fromEntries([...osu018.library.matches].map(([kind, { cell }]) => [kind, cell.name]));
    expect(names).toEqual({
      not: 'INVX1',
      and: 'AND2X1',
      or: 'OR2X1',
      xor: 'XOR2X1',
      nand: 'NAND2X1',
      nor: 'NOR2X1',
      xnor: 'XNOR2X1',
      nand3: 'NAND3X1',
      nor3: 'NOR3X1',
      oai21: 'OAI21X1',
      aoi21: 'AOI21X1',
      oai22: 'OAI22X1',
      aoi22: 'AOI22X1',
      halfAdder: 'HAX1',
      fullAdder: 'FAX1',
      // inverts, so it is no plain multiplexer
      invertedMux: 'MUX2X1',
      buffer: 'BUFX2',
    });
    const registers = osu018.library.registers.map(({ cell, output, ties, falls }) => [
      cell.name,
      output,
      Object.fromEntries(ties),
      falls,
    ]);
    expect(registers).toEqual([
      ['DFFNEGX1', 'Q', {}, true],
      ['DFFPOSX1', 'Q', {}, false],
      ['DFFSR', 'Q', { R: 1, S: 1 }, false],
    ]);
  });

  test('a Dadda multiplier cell by cell: 64 AND2, 48 full adders, 8 half adders', () => {
    const { count } = of(CASES[0]!.name);
    expect(count.cells).toEqual({ AND2X1: 64, FAX1: 48, HAX1: 8 });
    // transistors of the SPICE file: 6, 28, 14; areas of the library: 32, 120, 80
    expect(count.transistors).toBe(64 * 6 + 48 * 28 + 8 * 14);
    expect(count.area).toBe(64 * 32 + 48 * 120 + 8 * 80);
    expect(count.leakage).toBeCloseTo((64 * 0.0746794 + 48 * 0.230647 + 8 * 0.161137) * 1e-9, 14);
  });

  test.each(CASES)('static timing of $name is that of OpenSTA within 0.5 %', async ({ name }) => {
    const { verilog } = mappedTexts(of(name), osu018);
    const { driver, load } = surroundings(osu018.library, osu018.wires);
    const delay = await openStaDelay(verilog, 'dut', [liberty.text], { driver: driver.name, load });
    expect(Math.abs(of(name).delay / delay - 1)).toBeLessThan(0.005);
  });

  test.each(CASES)("$name with the library's own Verilog models in Icarus", async ({ name, neuron }) => {
    const { verilog } = mappedTexts(of(name), osu018);
    const files = { 'dut.v': verilog, 'osu018.v': file('osu018_stdcells.v').text };
    const vectors = inputVectors(neuron, 2000, 1).slice(-2000);
    expect(await checkNeuron(neuron, files, icarusSimulator(createIcarus()), vectors)).toMatchObject({ mismatches: 0 });
  });
});

describe('synth --liberty', () => {
  const SPEC = 'name: own\nneurons:\n  - {name: n3, kind: digital, bits: 3, objective: transistors}\n';
  const synth = (library: string | undefined, ...more: readonly string[]) =>
    inFolder(async (folder) => {
      const spec = join(folder, 'own.yaml');
      const liberty = join(folder, 'cells.lib');
      const out = join(folder, 'out');
      writeFileSync(spec, SPEC);
      if (library !== undefined) writeFileSync(liberty, library);
      const ended = await somagen(['synth', spec, '--liberty', liberty, '--quiet', '--json', '--out', out, ...more]);
      return { ...ended, stderr: ended.stderr.replaceAll(`${folder}/`, '') };
    });

  test('maps to the library, checks what it wrote, and states area, leakage and delay', async () => {
    const cells = [...NAND_AND_INVERTER, cellText('XO', ['A', 'B'], { Z: 'A ^ B' })];
    const { code, stdout, stderr } = await synth(libraryText(...cells).replaceAll('\n', '\r\n'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const value = (key: string) => Number(measured(stdout, `n3.${key}`));
    expect(value('verify.mapped.vectors')).toBe(64);
    expect(value('verify.mapped.mismatches')).toBe(0);
    // every cell has an area of 10 um^2 and leaks 2 nW
    expect(value('area')).toBeCloseTo(value('cells') * 10e-12, 18);
    expect(value('leakage')).toBeCloseTo(value('cells') * 2e-9, 15);
    expect(value('delay')).toBeGreaterThan(0);
    // nothing of the 65 nm cells
    expect(stdout).toContain('no wires');
    expect(measured(stdout, 'n3.energy')).toBeNull();
    expect(stdout).not.toContain('65 nm');
  });

  test.each([
    ['a missing file', undefined, 'cells.lib: no such file\n'],
    ['an empty file', '', 'cells.lib:1: the file is empty\n'],
    [
      'a truncated file',
      libraryText(...NAND_AND_INVERTER)
        .trimEnd()
        .slice(0, -1),
      'cells.lib:1: library(test): the file ends before this group is closed: it is truncated\n',
    ],
    [
      'an unknown pin in a function',
      libraryText(...NAND_AND_INVERTER).replace('!(P Q)', '!(P R)'),
      'cell(ND2): pin(Z): function names a pin that the cell does not have: R\n',
    ],
    [
      'a library without an inverter',
      libraryText(cellText('BUF', ['A'], { Z: 'A' })),
      'cells.lib: has no inverter, which drives the inputs in static timing\n',
    ],
    ['a library of inverters alone', libraryText(NAND_AND_INVERTER[0]!), 'cells.lib: has neither NAND2 nor NOR2'],
    ['groups without end', 'a(b) {\n'.repeat(1e5), 'groups must be at most 32 deep\n'],
    ['a binary file', '\u0000\u0001\u0002'.repeat(100), 'cells.lib:1: : or ( must follow'],
  ])('%s: exit code 2, and what is wrong', async (_, library, message) => {
    const { code, stderr, stdout } = await synth(library);
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('--cells tells the transistors of cells that no SPICE file holds', async () => {
    await inFolder(async (folder) => {
      const table = join(folder, 'table.yaml');
      writeFileSync(
        table,
        '- {cell: nand, transistors: 40, source: a test}\n- {cell: not, transistors: 7, source: a test}\n',
      );
      const { code, stdout } = await synth(libraryText(...NAND_AND_INVERTER), '--cells', table);
      expect(code).toBe(0);
      const cells = Number(measured(stdout, 'n3.cells'));
      const area = Number(measured(stdout, 'n3.area'));
      expect(area).toBeCloseTo(cells * 10e-12, 18);
      // 40 a NAND, 7 an inverter, and there are no other cells
      const transistors = Number(measured(stdout, 'n3.transistors.mapped'));
      const nands = (transistors - 7 * cells) / 33;
      expect(Number.isInteger(nands) && nands > 0 && nands <= cells).toBe(true);
    });
  });

  test('a library without a register for one neuron maps none: exit code 2 before the first', () =>
    inFolder(async (folder) => {
      const [spec, liberty, out] = ['own.yaml', 'cells.lib', 'out'].map((name) => join(folder, name));
      const clocked = '  - {name: p3, kind: digital, bits: 3, pipeline: 1}\n';
      writeFileSync(spec!, SPEC + clocked);
      writeFileSync(
        liberty!,
        libraryText(
          ...NAND_AND_INVERTER,
          flipFlopText('JK', 'next_state : "(D !IQ) + (!K IQ)"; clocked_on : "C";', ['K']),
        ),
      );
      const { code, stderr } = await somagen(['synth', spec!, '--liberty', liberty!, '--quiet', '--out', out!]);
      expect({ code, stderr: stderr.replaceAll(`${folder}/`, '') }).toEqual({
        code: 2,
        stderr: `cells.lib: has no flip-flop for the registers of p3; those that it has:
  JK: no constants at its other inputs make it a D flip-flop with the state or its inverse at an output
`,
      });
      expect(existsSync(join(out!, 'netlist'))).toBe(false);
    }));

  test('--dont-use bars cells by name; a pattern that fits none, and choices without a library are refused', async () => {
    const cells = libraryText(...NAND_AND_INVERTER, cellText('INV2', ['A'], { Z: '!A' }, 5));
    const area = async (...more: readonly string[]) => {
      const { stdout } = await synth(cells, '--set', 'neurons.n3.bits=2', ...more);
      return Number(measured(stdout, 'n3.area')) / Number(measured(stdout, 'n3.cells'));
    };
    // every cell of 10 um^2, unless the inverter of 5 may be taken
    expect(await area()).toBeLessThan(10e-12);
    expect(await area('--dont-use', 'INV?')).toBeCloseTo(10e-12, 18);
    expect(await synth(cells, '--dont-use', 'inv*')).toMatchObject({
      code: 2,
      stderr: 'cells.lib: --dont-use inv*: no cell has such a name\n',
    });
    for (const option of ['--dont-use=X', '--wire-load=none'])
      expect(await somagen(['synth', 'examples/paper.yaml', option])).toMatchObject({ code: 2, stdout: '' });
  });

  test('--spice needs --liberty, and a file that is there', async () => {
    expect(await synth(libraryText(...NAND_AND_INVERTER), '--spice', 'none.sp')).toMatchObject({
      code: 2,
      stderr: 'none.sp: no such file\n',
    });
    const { code, stderr } = await somagen(['synth', 'examples/paper.yaml', '--spice', 'none.sp']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: '--spice needs --liberty, whose cells it describes\n' });
  });
});
