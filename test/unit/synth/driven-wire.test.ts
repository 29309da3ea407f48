import { describe, expect, test } from 'vitest';
import { drivenWire, type GateTables } from '../../../synth/mapping/driven-wire.ts';

const HALF = { delay: 0.5, lower: 0.2, upper: 0.8 };
/** Gate of a constant slew; its delay is 10 ps and that of its resistance. */
const gate =
  (ohms: number, slew: number): GateTables =>
  (load) => ({ delay: 10e-12 + ohms * load, slew });

describe('a gate that drives a wire', () => {
  test.each([
    ['no resistance', { near: 3e-15, resistance: 0, far: 0 }],
    ['a resistance that is nothing beside its own', { near: 0, resistance: 1, far: 3e-15 }],
    ['nothing behind the resistance', { near: 3e-15, resistance: 100, far: 1e-18 }],
  ])('has the delay and slew of its tables with %s', (_, load) => {
    const tables = gate(2000, 30e-12);
    expect(drivenWire(tables, load, HALF, 1)).toEqual(tables(load.near + load.far));
  });

  test('with all capacitance behind the resistance: the slew of the ramp that fits the tables', () => {
    // tau = 2.635 kohm * 10.132 fF = 26.7 ps. A ramp of 76.9 ps behind it takes 27.78 ps from 20 to 50 % (half of the
    // table's slew) and 55.3 ps from 20 to 80 %, by bisection of t - tau (1 - exp(-t / tau)) beside this code.
    const { delay, slew } = drivenWire(gate(2635, 55.55e-12), { near: 0, resistance: 10, far: 10.132e-15 }, HALF, 1);
    expect(delay * 1e12).toBeCloseTo(10 + 26.7, 1);
    expect(slew * 1e12).toBeCloseTo(55.3, 0);
  });

  test('what stands behind a large resistance is hidden from the gate', () => {
    const tables = gate(1000, 20e-12);
    const behind = (resistance: number) => drivenWire(tables, { near: 5e-15, resistance, far: 5e-15 }, HALF, 1).delay;
    // between that of the near capacitance alone and that of both
    expect(behind(1e5)).toBeGreaterThanOrEqual(15e-12);
    expect(behind(1e5)).toBeLessThan(behind(1e4));
    expect(behind(1e4)).toBeLessThan(behind(1e3));
    expect(behind(1e3)).toBeLessThan(20e-12);
  });

  test('where no ramp is slow enough, delay and slew are those of the tables', () => {
    // 47 ps from 20 to 50 % behind tau = 100 ps at least; the tables say 5 ps
    const tables = gate(10_000, 10e-12);
    expect(drivenWire(tables, { near: 0, resistance: 50, far: 10e-15 }, HALF, 1)).toEqual(tables(10e-15));
  });

  test('thresholds of a library with a derate', () => {
    const load = { near: 0, resistance: 10, far: 10e-15 };
    const plain = drivenWire(gate(2635, 55.55e-12), load, HALF, 1);
    const derated = drivenWire(gate(2635, 2 * 55.55e-12), load, HALF, 0.5);
    expect(derated.slew).toBeCloseTo(2 * plain.slew, 20);
  });
});
