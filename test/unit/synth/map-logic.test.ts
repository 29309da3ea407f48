import { describe, expect, test } from 'vitest';
import { createBuilder, type Netlist } from '../../../gen/index.ts';
import { readLiberty } from '../../../synth/liberty/liberty.ts';
import { abcLibrary } from '../../../synth/mapping/abc-library.ts';
import { recognizeCells } from '../../../synth/mapping/library.ts';
import { mapLogic } from '../../../synth/mapping/map-logic.ts';
import { countMapped } from '../../../synth/mapping/mapped-netlist.ts';
import { mappedVerilog } from '../../../synth/mapping/mapped-verilog.ts';
import { surroundings } from '../../../synth/mapping/surroundings.ts';
import type { Files, Tool } from '../../../tools/tool.ts';
import { cellText, flipFlopText, libraryText, NAND_AND_INVERTER } from './library.fixture.ts';

const library = (...cells: readonly string[]) => recognizeCells(readLiberty(libraryText(...cells), 'cells.lib'));
const rich = library(
  ...NAND_AND_INVERTER,
  cellText('FA', ['CI', 'A', 'B'], { CO: 'A B + CI (A + B)', S: 'A ^ B ^ CI' }),
);

const circuit = (): Netlist => {
  const b = createBuilder('dut');
  const [x0 = 0, x1 = 0, x2 = 0, x3 = 0] = b.input('x', 4);
  const [sum, carry] = b.fullAdder(x0, x1, x2);
  b.output('sum', [sum, b.gate('and', carry, x3), x3, 0]);
  return b.finish();
};
const flow = (...mappings: readonly string[]) => ({
  ...{ prepare: 'strash;dch -f', mappings, keepAdders: true },
  around: surroundings(rich, undefined),
});

describe('mapping through ABC', () => {
  test('hands ABC fixed files, adders left out; takes library cells back, one netlist a mapping', async () => {
    const calls: Files[] = [];
    const yosys: Tool = async (args, files) => {
      expect(args).toEqual(['-s', 'map.ys']);
      calls.push(files);
      const mapped = `.model logic
.inputs n2 n3 \\
 n4 n5 n6 n7
.outputs n8
.gate ND2 P=n7 Q=n5 Z=other
.gate INV A=other Z=new_n12
.names new_n12 n8
1 1
.end
`;
      const other = '.gate buffer A=n7 Z=n9\n.gate ND2 P=n9 Q=n9 Z=n8\n';
      return { files: { 'mapped0.blif': mapped, 'mapped1.blif': other }, log: 'fine' };
    };
    const { mapped, log } = await mapLogic(
      circuit(),
      rich,
      abcLibrary(rich, undefined),
      flow('map -a', 'map -B 0.9;topo'),
      yosys,
    );
    expect(log).toBe('fine');
    expect(calls[0]?.['map.ys']).toContain(
      '-script +strash;&get,-n;read_blif,design.blif;strash;dch,-f;backup;restore;map,-a;write_blif,mapped0.blif;restore;map,-B,0.9;topo;write_blif,mapped1.blif;&put;strash;map',
    );
    expect(calls[0]).toMatchObject({
      'around.constr': 'set_driving_cell INV\nset_load 40\n',
      'design.blif': `.model logic
.inputs n2 n3 n4 n5 n6 n7
.outputs n8
.names n0
.names n1
1
.names n7 n5 n8
11 1
.end
`,
    });
    expect(mapped.map((netlist) => countMapped(netlist, rich).cells)).toEqual([
      { FA: 1, INV: 1, ND2: 1 },
      // two inverters in place of the buffer that the library does not have
      { FA: 1, INV: 2, ND2: 1 },
    ]);
    expect(mapped[0] && mappedVerilog(mapped[0], [])).toContain(`  assign sum = {1'b0, x[3], n`);
  });

  test('constants are wires', async () => {
    const yosys: Tool = async () => ({ files: { 'mapped0.blif': '.gate _const1_ z=n8\n' }, log: '' });
    const { mapped } = await mapLogic(circuit(), rich, abcLibrary(rich, undefined), flow('map'), yosys);
    expect(mapped[0] && mappedVerilog(mapped[0], [])).toContain(`  assign sum = {1'b0, x[3], 1'b1, n6};`);
  });

  test('cells that are not in the library and missing files are errors', async () => {
    const give =
      (files: Files): Tool =>
      async () => ({ files, log: 'ABC: Error: no way' });
    const run = (files: Files) => mapLogic(circuit(), rich, abcLibrary(rich, undefined), flow('map'), give(files));
    await expect(run({})).rejects.toThrow(/left no mapped0\.blif[\s\S]*ABC: Error: no way/);
    await expect(run({ 'mapped0.blif': '.gate NONE A=n2 Y=n8' })).rejects.toThrow(
      'cells.lib: has no cell NONE, which ABC left in dut',
    );
    await expect(run({ 'mapped0.blif': '.names n2 n3 n8\n11 1' })).rejects.toThrow("unexpected line in ABC's BLIF");
  });
});

describe('the library as ABC gets it', () => {
  const names = (...cells: readonly string[]): string[] => {
    const { text } = abcLibrary(library(...NAND_AND_INVERTER, ...cells), undefined);
    return [...text.matchAll(/^ {2}cell \("(.*)"\)/gm)].map(([, name = '']) => name);
  };

  test.each([
    ['an adder of two outputs', cellText('HA', ['A', 'B'], { S: 'A ^ B', CO: 'A B' })],
    ['a flip-flop', flipFlopText('FF', 'next_state : "D"; clocked_on : "C";')],
    ['a cell that is not to be used', cellText('OLD', ['A'], { Z: 'A' }).replace('area', 'dont_use : "TRUE"; area')],
    [
      'a three-state buffer',
      cellText('TRI', ['A', 'EN'], { Z: 'A' }).replace('function', 'three_state : "EN"; function'),
    ],
    [
      'a cell without delays',
      '  cell (SLOW) { area : 1; pin(A) { direction : input; } pin(Z) { direction : output; function : "A"; } }',
    ],
    ['a constant', cellText('TIE', [], { Z: '1' })],
  ])('leaves out %s', (_, cell) => {
    expect(names(cell)).toEqual(['INV', 'ND2', 'buffer']);
  });

  test('has the buffer of the library where there is one, else one of another name than its cells', () => {
    expect(names(cellText('BUF', ['A'], { Z: 'A' }))).toEqual(['INV', 'ND2', 'BUF']);
    expect(names(cellText('buffer', ['A', 'B'], { Z: 'A + B' }))).toEqual(['INV', 'ND2', 'buffer', 'buffer_']);
  });

  test('has the latest of several conditions, at three points an axis or more, in ps and fF', () => {
    const { text } = abcLibrary(
      library(
        ...NAND_AND_INVERTER,
        cellText('BUF', ['A'], { Z: 'A' }).replace(
          'timing() {',
          `timing() { related_pin : "A"; when : "B"; cell_rise(scalar) { values("0.15"); } cell_fall(scalar) { values("0.1"); }
        rise_transition(scalar) { values("0.01"); } fall_transition(scalar) { values("0.01"); } }
      timing() {`,
        ),
      ),
      undefined,
    );
    const buffer = text.slice(text.indexOf('cell ("BUF")'));
    expect(buffer).toMatch(/cell_rise \(t0\) \{.* values \("150, 150, 150", "150, 150, 150", "150, 150, 150"\); \}/);
    expect(buffer).toMatch(/cell_fall \(t0\) \{.* values \("200, 200, 200"/);
    expect(buffer).toContain('capacitance : 10; }');
  });
});
