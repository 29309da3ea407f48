import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inFolder, measured, somagen } from '../cli/somagen.ts';
import { cellText, libraryText, NAND_AND_INVERTER } from '../unit/synth/library.fixture.ts';

const SPEC = 'name: own\nneurons:\n  - {name: n2, kind: digital, bits: 2, objective: transistors}\n';
const [INVERTER = '', NAND = ''] = NAND_AND_INVERTER;
/** Devices as instances of model subcircuits; `count` of them. */
const netlist = (name: string, count: number): string =>
  `.subckt ${name} A Y VDD VSS\n${Array.from({ length: count }, (_, k) => `X${k} Y A VSS VSS sg13_lv_nmos w=1u l=1u ng=2`).join('\n')}\n.ends\n`;

/** `synth` of a small neuron in a folder of files, with more arguments. */
const synth = (files: Readonly<Record<string, string | Buffer>>, ...args: readonly string[]) =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, 'own.yaml'), SPEC);
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const paths = args.map((arg) => (arg.startsWith('-') ? arg : join(folder, arg)));
    const command = ['synth', join(folder, 'own.yaml'), ...paths, '--quiet', '--json', '--out', join(folder, 'out')];
    const ended = await somagen(command);
    return { ...ended, stderr: ended.stderr.replaceAll(`${folder}/`, '') };
  });

describe('files of a library', () => {
  test('several, packed, included, each with its units; cells left out are told', async () => {
    const files = {
      'a.lib.gz': gzipSync(libraryText(INVERTER)),
      'b.lib': libraryText('include_file(nand.inc);', '  cell (TAP) { }').replace('1nW', '10nW'),
      'nand.inc': NAND,
      'inv.sp': netlist('INV', 3),
      'nand.sp.gz': gzipSync(netlist('nd', 1) + netlist('ND2', 70)),
    };
    const names = ['--liberty', 'a.lib.gz', '--liberty', 'b.lib', '--spice', 'inv.sp', '--spice', 'nand.sp.gz'];
    const { code, stderr, stdout } = await synth(files, ...names);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: '1 cell is left out of the library:\n  b.lib:6: cell(TAP): area is missing\n',
    });
    const value = (key: string) => Number(measured(stdout, `n2.${key}`));
    // an inverter leaks 2 nW and has 3 transistors, a NAND 20 nW and 70
    const nands = (value('leakage') / 2e-9 - value('cells')) / 9;
    expect(nands).toBeCloseTo(Math.round(nands), 6);
    expect(value('transistors.mapped')).toBe(3 * value('cells') + 67 * Math.round(nands));
  });

  const library = libraryText(...NAND_AND_INVERTER);
  test.each<[string, Readonly<Record<string, string | Buffer>>, readonly string[], string]>([
    [
      'a cell in two files',
      { 'a.lib': library, 'b.lib': libraryText(cellText('XO', ['A', 'B'], { Z: 'A^B' }), INVERTER) },
      ['--liberty', 'a.lib', '--liberty', 'b.lib'],
      'b.lib:22: cell(INV): stands in a.lib:5 too\n',
    ],
    [
      'an included file outside of the folder',
      { 'a.lib': libraryText('include_file(/etc/passwd);') },
      ['--liberty', 'a.lib'],
      'a.lib:5: include_file(/etc/passwd): must be in the folder of a.lib, or below: /etc/passwd\n',
    ],
    [
      'an included file that is not there',
      { 'a.lib': libraryText('include_file(b.lib);') },
      ['--liberty', 'a.lib'],
      'a.lib:5: include_file(b.lib): no such file: b.lib\n',
    ],
    [
      'a packed file that is cut',
      { 'a.lib.gz': gzipSync(library).subarray(0, 60) },
      ['--liberty', 'a.lib.gz'],
      'a.lib.gz: cannot be unpacked (gzip): unexpected end of file\n',
    ],
    [
      'a needed cell that is odd',
      { 'a.lib': library.replace('!(P Q)', '!(P R)') },
      ['--liberty', 'a.lib'],
      '1 cell is left out of the library:\n  a.lib:28: cell(ND2): pin(Z): function names a pin that the cell does not have: R\n',
    ],
    [
      'a netlist that is none',
      { 'a.lib': library, 'a.sp': 'R0 a b 1\n' },
      ['--liberty', 'a.lib', '--spice', 'a.sp'],
      'a.sp: holds no .subckt\n',
    ],
  ])('%s: exit code 2', async (_, files, args, message) => {
    const { code, stderr, stdout } = await synth(files, ...args);
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
