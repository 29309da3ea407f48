import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inFolder, somagen } from './somagen.ts';

const NEURON = '{name: mac, kind: digital, bits: 4, multiplier: dadda, adder: ripple, adderCells: library}';

/** `somagen synth` of `neuron` with a table of cells; what it said, and its measurements. */
const synth = (neuron: string, table: string, ...more: readonly string[]) =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, 'spec.yaml'), `name: small\nneurons:\n  - ${neuron}\n`);
    writeFileSync(join(folder, 'cells.yaml'), table);
    const args = more.map((arg) => arg.replace('FOLDER', folder));
    const out = join(folder, 'out');
    const ended = await somagen(['synth', join(folder, 'spec.yaml'), '--out', out, '--json', '--quiet', ...args]);
    const rows: readonly { key: string; value: number; source: string }[] =
      ended.code === 0 ? JSON.parse(ended.stdout).measurements : [];
    const bitstream = ended.code === 0 && more.includes('--fpga') ? readFileSync(join(out, 'fpga/mac.bin')).length : 0;
    return {
      ...ended,
      stderr: ended.stderr.replaceAll(folder, ''),
      bitstream,
      of: (key: string) => rows.find((row) => row.key === key),
    };
  });

describe('synth --cells', () => {
  test("counts with the user's transistors: 8 full and 4 half adders, 16 ANDs", async () => {
    const table = '- {cell: fullAdder, transistors: 20, source: ours}\n- {cell: and, transistors: 5, source: ours}\n';
    const { of } = await synth(NEURON, table, '--cells', 'FOLDER/cells.yaml');
    expect(of('mac.multiplier.transistors.structural')?.value).toBe(8 * 20 + 4 * 18 + 16 * 5);
    expect(of('mac.transistors.structural')?.source).toContain('fullAdder 20 (ours), and 5 (ours)');
  });

  test('a wrong table: exit code 2 with file, line and column; so for a file that is not there', async () => {
    const wrong = await synth(
      NEURON,
      '- {cell: fullAdder, transistors: -1, source: ours}\n',
      '--cells',
      'FOLDER/cells.yaml',
    );
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      '/cells.yaml:1:34: transistors must be a whole number from 0 to 1000: -1\n',
    ]);
    const missing = await synth(NEURON, '', '--cells', 'FOLDER/none.yaml');
    expect([missing.code, missing.stderr]).toEqual([2, '/none.yaml: no such file\n']);
  });
});

describe('synth --fpga', () => {
  test('leaves a bitstream and figures', async () => {
    const { code, bitstream, of } = await synth(NEURON, '', '--fpga', 'hx1k', '--auto-pins');
    expect(code).toBe(0);
    expect(bitstream).toBeGreaterThan(30_000);
    expect(of('mac.fpga.registers')?.value).toBe(4 + 4 + 8);
    expect(of('mac.fpga.fmax')?.value).toBeGreaterThan(50e6);
    expect(of('mac.verify.fpga.mismatches')?.value).toBe(0);
  });

  test('a part that does not exist, and one with too few pins: exit code 2', async () => {
    const unknown = await synth(NEURON, '', '--fpga', 'hx9k');
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain(
      "argument 'hx9k' is invalid. Allowed choices are hx8k, hx4k, hx1k, up5k, u4k, lp8k, lp1k.",
    );
    const small = await synth('{name: mac, kind: digital, bits: 16}', '', '--fpga', 'up5k');
    expect(small.code).toBe(2);
    expect(small.stderr).toContain('mac does not fit in up5k (package sg48): it needs 65 pins, there are 39');
  });
});
