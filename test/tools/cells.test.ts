import { afterAll, describe, expect, test } from 'vitest';
import { cellCircuit, characterizeCell, FLIP_FLOP, flipFlopTiming } from '../../analog/index.ts';
import { CELL_KINDS, CELL_THRESHOLD_SHIFTS, type CellKind, cellsAt, registerAt } from '../../gen/index.ts';
import { CELLS_65NM } from '../../gen/technology/cells-65nm.ts';
import { createNgspice } from '../../tools/wasm/ngspice.ts';

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

  test('the flip-flop: a new simulation agrees within a picosecond, its master needs longer than a gate to settle', async () => {
    const { clockToOutput, setup } = await flipFlopTiming(ngspice);
    const kept = registerAt(0);
    expect(Math.abs(kept.clockToOutput - clockToOutput)).toBeLessThan(1e-12);
    expect(Math.abs(kept.setup - setup)).toBeLessThan(1e-12);
    expect(setup).toBeGreaterThan(CELLS_65NM.cells.not.delay[0] ?? 0);
    expect(FLIP_FLOP).toHaveLength(24);
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

describe('the cells with shifted thresholds', () => {
  const worst = async (kind: CellKind, shift: number): Promise<number> => {
    const again = await characterizeCell(kind, ngspice, shift);
    const kept = cellsAt(shift).cells[kind];
    const figures = ['leakageByState', 'delay', 'energyPerCycle'] as const;
    return Math.max(
      ...figures.flatMap((figure) =>
        again[figure].map((value, index) => Math.abs((kept[figure][index] ?? 0) / value - 1)),
      ),
    );
  };

  test.each([
    ['not', 0.05],
    ['nand', 0.1],
    ['halfAdder', 0.15],
    ['aoi21', 0.2],
  ] as const)('%s at %d V: a new simulation gives the digits that are kept', async (kind, shift) => {
    expect(await worst(kind, shift)).toBeLessThan(1e-4);
  });

  // Where the straight line between the logarithms of the neighbours is up to 5 % off.
  test.each([
    ['nand', 0.075],
    ['nor', 0.02],
    ['oai21', 0.13],
  ] as const)(
    '%s at %d V, between the characterized shifts: within one percent of a simulation',
    async (kind, shift) => {
      expect(CELL_THRESHOLD_SHIFTS).not.toContain(shift);
      expect(await worst(kind, shift)).toBeLessThan(0.01);
    },
  );

  test("a threshold 25 mV up leaves exp(-25 mV / n U_T) of an inverter's channel leakage, n between 1.3 and 1.7", () => {
    // What tunnels stays: the difference of two steps holds it no more.
    const [at0 = 0, at25 = 0, at50 = 0] = [0, 0.025, 0.05].map((v) => cellsAt(v).cells.not.leakageByState[0] ?? 0);
    const n = 0.025 / 0.02585 / Math.log((at0 - at25) / (at25 - at50));
    expect(n).toBeGreaterThan(1.3);
    expect(n).toBeLessThan(1.7);
  });

  test('shift 0 is the card as it is; a shift outside the characterized range is refused', () => {
    expect(cellsAt(0)).toBe(CELLS_65NM);
    expect(cellsAt(0.1).source).toMatch(/; thresholds 0.1 V up$/);
    expect(cellsAt(0.12).source).toMatch(/thresholds 0.12 V up, between 0, 0.05, 0.1, 0.15, 0.2 V: polynomial/);
    for (const shift of [-0.05, 0.25, Number.NaN])
      expect(() => cellsAt(shift)).toThrow(`threshold shift of digital cells must be 0 to 0.2 V: ${shift}`);
  });
});
