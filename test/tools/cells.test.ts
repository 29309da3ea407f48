import { afterAll, describe, expect, test } from 'vitest';
import { cellCircuit, characterizeCell } from '../../src/analog/index.ts';
import { CELLS_65NM } from '../../src/gen/cells-65nm.ts';
import { CELL_KINDS, type CellKind } from '../../src/gen/index.ts';
import { createNgspice } from '../../src/tools/ngspice.ts';

const ngspice = createNgspice({ jobs: 2 });
afterAll(() => ngspice.close());

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the 65 nm cells', () => {
  const rerun: readonly CellKind[] = ['not', 'nand', 'xor', 'halfAdder', 'fullAdder'];
  test.each(rerun)('%s: a new simulation agrees within one percent', async (kind) => {
    const again = await characterizeCell(kind, ngspice);
    const kept = CELLS_65NM.cells[kind];
    expect(kept.transistors).toBe(again.transistors);
    for (const figure of ['leakageByState', 'delay', 'energyPerCycle'] as const) {
      expect(kept[figure]).toHaveLength(again[figure].length);
      again[figure].forEach((value, index) => {
        expect(Math.abs((kept[figure][index] ?? 0) / value - 1)).toBeLessThan(0.01);
      });
    }
  });

  // Counts: N. Weste, D. Harris, "CMOS VLSI Design", 4th ed., chapters 1 and 11.
  test.each([
    ['not', 2],
    ['nand', 4],
    ['nor', 4],
    ['and', 6],
    ['or', 6],
    ['xor', 12],
    ['xnor', 12],
    ['halfAdder', 18],
    ['fullAdder', 28],
  ] as const)('%s has %i transistors, half of them P', (kind, count) => {
    const { transistors } = cellCircuit(kind);
    expect(CELLS_65NM.cells[kind].transistors).toBe(count);
    expect(transistors).toHaveLength(count);
    expect(transistors.filter(({ type }) => type === 'p')).toHaveLength(count / 2);
  });

  test('the library holds every kind, a leakage for every state and a figure for every output', () => {
    for (const kind of CELL_KINDS) {
      const { inputs, outputs } = cellCircuit(kind);
      const cell = CELLS_65NM.cells[kind];
      expect(cell.leakageByState).toHaveLength(2 ** inputs.length);
      expect(cell.delay).toHaveLength(outputs.length);
      expect(cell.energyPerCycle).toHaveLength(outputs.length);
    }
  });

  test('two transistors off in series leak the least: NAND at 00, NOR at 11', () => {
    const { nand, nor } = CELLS_65NM.cells;
    expect(Math.min(...nand.leakageByState)).toBe(nand.leakageByState[0]);
    expect(Math.min(...nor.leakageByState)).toBe(nor.leakageByState[3]);
  });

  test('composed cells leak what their parts leak in the same states', () => {
    const { not, nand, and, xor, halfAdder } = CELLS_65NM.cells;
    for (const state of [0, 1, 2, 3]) {
      const inverter = not.leakageByState[state === 3 ? 0 : 1] ?? 0;
      const parts = (nand.leakageByState[state] ?? 0) + inverter;
      expect((and.leakageByState[state] ?? 0) / parts).toBeCloseTo(1, 2);
      const both = (xor.leakageByState[state] ?? 0) + (and.leakageByState[state] ?? 0);
      expect((halfAdder.leakageByState[state] ?? 0) / both).toBeCloseTo(1, 2);
    }
    expect(mean(not.leakageByState)).toBeGreaterThan(0);
  });

  test('every energy is more than that of the load alone, C V^2', () => {
    const floor = CELLS_65NM.load * CELLS_65NM.supply ** 2;
    for (const kind of CELL_KINDS)
      for (const energy of CELLS_65NM.cells[kind].energyPerCycle) expect(energy).toBeGreaterThan(floor);
  });
});
