import { describe, expect, test } from 'vitest';
import { CELLS_65NM, multiplierCircuit, neuronCircuit } from '../../../gen/index.ts';
import { cellActivity } from '../../../sim/index.ts';
import { CELL_TRANSISTORS, countTransistors, electricalFigures, electricalMeasurements } from '../../../synth/index.ts';
import { digital } from '../gen/neurons.ts';

describe('the structural count', () => {
  test.each([
    // 9 * 6 + 3 * 28 + 3 * 18
    [{ bits: 3 }, 192],
    // 64 * 6 + 47 * 28 + 17 * 18
    [{ bits: 8 }, 2006],
    // 64 * 6 + 48 * 28 + 8 * 18
    [{ bits: 8, multiplier: 'dadda' }, 1872],
    [{ bits: 1 }, 6],
  ])('%o: %i transistors', (fields, transistors) => {
    expect(countTransistors(multiplierCircuit(digital(fields)).netlist).transistors).toBe(transistors);
  });

  test('a neuron of two synapses is two multipliers and an adder of 16 bits', () => {
    // 17-bit sum of two 16-bit products: a half adder, 15 full adders, and the carry is the top bit
    expect(countTransistors(neuronCircuit(digital({ synapses: 2 })).netlist).transistors).toBe(2 * 2006 + 18 + 15 * 28);
  });

  test('the simulated cells have as many transistors as the table says', () => {
    for (const [kind, { transistors }] of Object.entries(CELLS_65NM.cells))
      expect([kind, transistors]).toEqual([kind, CELL_TRANSISTORS[kind as keyof typeof CELL_TRANSISTORS].transistors]);
  });
});

describe('leakage, energy and delay', () => {
  test('of a single AND gate: the mean of its states, 3/8 changes a vector, its own delay', () => {
    const { netlist } = neuronCircuit(digital({ bits: 1 }));
    const figures = electricalFigures(netlist, CELLS_65NM, cellActivity(netlist, 20_000, 1));
    const { leakageByState, energyPerCycle, delay } = CELLS_65NM.cells.and;
    const mean = leakageByState.reduce((sum, value) => sum + value, 0) / 4;
    expect(figures.leakage / mean).toBeCloseTo(1, 2);
    // P(1) = 1/4, so an output changes with probability 2 * 1/4 * 3/4; a change is half a cycle
    expect(figures.energy / ((3 / 16) * (energyPerCycle[0] ?? 0))).toBeCloseTo(1, 2);
    expect(figures.delay).toBe(delay[0]);
  });

  test('of a 2 x 2 multiplier: the path is AND, half adder, half adder', () => {
    const { netlist } = neuronCircuit(digital({ bits: 2 }));
    const { and, halfAdder } = CELLS_65NM.cells;
    const [sum = 0, carry = 0] = halfAdder.delay;
    const { delay } = electricalFigures(netlist, CELLS_65NM, cellActivity(netlist, 1, 1));
    expect(delay).toBeCloseTo((and.delay[0] ?? 0) + carry + Math.max(sum, carry), 20);
  });

  test('activity that is not that of the netlist is refused', () => {
    const { netlist } = neuronCircuit(digital({ bits: 2 }));
    expect(() => electricalFigures(netlist, CELLS_65NM, [])).toThrow('activity must be that of 6 cells: 0');
  });
});

test.each([
  [{ bits: 3 }, false],
  [{ bits: 3, pipeline: 1 }, true],
  [{ bits: 3, architecture: 'serial', synapses: 2 }, true],
])('the delay of %o says whether registers are left out', (fields, clocked) => {
  const { netlist } = neuronCircuit(digital(fields));
  const figures = { leakage: 0, energy: 0, delay: 1e-9 };
  const delay = electricalMeasurements('dut', figures, CELLS_65NM, netlist).find(({ key }) => key === 'dut.delay');
  expect(delay?.source.includes('clock-to-q and setup of registers left out')).toBe(clocked);
});
