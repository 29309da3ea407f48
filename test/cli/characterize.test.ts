import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { CELLS_65NM } from '../../gen/index.ts';
import { somagen } from './somagen.ts';

const folder = mkdtempSync(join(tmpdir(), 'somagen-characterize-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('characterize', () => {
  test('without a choice: exit code 2, and what to add', async () => {
    const { code, stderr } = await somagen(['characterize']);
    expect(code).toBe(2);
    expect(stderr).toContain('characterize needs --analog, --cells or both: what to measure');
  });

  test('--jobs 0: exit code 2', async () => {
    const { code, stderr } = await somagen(['characterize', '--cells', '--jobs', '0']);
    expect(code).toBe(2);
    expect(stderr).toContain('It must be a whole number from 1 to 1024.');
  });

  test('--cells: one JSON document, the same as the file, and the cells that are built in', async () => {
    const out = join(folder, 'cells');
    const { code, stdout, stderr } = await somagen(['characterize', '--cells', '--out', out, '--json', '--jobs', '2']);
    expect(stderr).toContain(`written: ${join(out, 'cells.json')}`);
    expect(code).toBe(0);
    const printed = JSON.parse(stdout);
    expect(JSON.parse(readFileSync(join(out, 'cells.json'), 'utf8'))).toEqual(printed.cells);
    expect(Object.keys(printed.cells.cells).sort()).toEqual(Object.keys(CELLS_65NM.cells).sort());
    for (const [kind, cell] of Object.entries(CELLS_65NM.cells))
      expect(printed.cells.cells[kind].delay[0] / cell.delay[0]!).toBeCloseTo(1, 3);
  });

  test('interrupted: exit code 130, no file', async () => {
    const out = join(folder, 'interrupted');
    const { code } = await somagen(['characterize', '--analog', '--out', out, '--jobs', '2'], {
      signalAfter: /130 nm|driven transistor/,
    });
    expect(code).toBe(130);
    expect(readdirSync(folder)).not.toContain('interrupted');
  });
});
