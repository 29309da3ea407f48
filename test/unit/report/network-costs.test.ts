import { describe, expect, test } from 'vitest';
import { compareNetworks } from '../../../compare/network-comparison.ts';
import { layerWork, networkCosts, operationsOf, productsOf } from '../../../compare/network-costs.ts';
import { memoryMeasurements, weightsOf } from '../../../compare/weight-memory.ts';
import { networkOf } from '../../../nn/index.ts';
import { createCitations } from '../../../report/page/citations.ts';
import { networkCostStudy } from '../../../report/sections/network-costs.ts';
import { DIG3, DIG8, DOCUMENT, MSN3, MSN8, specOf, textOf } from './fixture.ts';

const CNN = networkOf('mnist-cnn');

describe('work of a network', () => {
  test('mnist-cnn: 576 sums of 25 six times, 64 of 150 sixteen times, then 120, 84 and 10', () => {
    expect(layerWork(CNN)).toEqual([
      { sums: 6 * 24 * 24, synapses: 25 },
      { sums: 16 * 8 * 8, synapses: 150 },
      { sums: 120, synapses: 256 },
      { sums: 84, synapses: 120 },
      { sums: 10, synapses: 84 },
    ]);
    expect(productsOf(CNN)).toBe(281_640);
    expect(productsOf(networkOf('cifar10-cnn'))).toBe(4_556_032);
    expect(productsOf(networkOf('mnist-fcn'))).toBe(784 * 128 + 128 * 10);
  });

  test('a neuron of 64 synapses: as many operations as a sum needs', () => {
    expect(operationsOf(CNN, 1)).toBe(281_640);
    expect(operationsOf(CNN, 64)).toBe(3456 * 1 + 1024 * 3 + 120 * 4 + 84 * 2 + 10 * 2);
  });
});

describe('costs of an inference', () => {
  const spec = specOf(DOCUMENT);
  const costs = networkCosts(spec, [CNN], [DIG8, DIG3], [MSN8, MSN3]);
  const of = (neuron: string) => costs.find((cost) => cost.neuron === neuron)!.measurements;

  test('digital: switching energy of every product, leakage for the time, a clock of one over the delay', () => {
    const { energy, time, transistors } = of('dig8');
    expect(time.value).toBeCloseTo(281_640 * DIG8.delay, 12);
    expect(energy.value! / (281_640 * (DIG8.energy + DIG8.leakage * DIG8.delay))).toBeCloseTo(1, 12);
    expect(transistors.value).toBe(DIG8.neuronTransistors);
    expect(energy.source).toContain('dig8.energy (modelled)');
  });

  test("mixed-signal: power over bandwidth at the spec's unit current", () => {
    const { energy, time } = of('msn8');
    const point = MSN8.points.find(({ unitCurrent }) => unitCurrent === 100e-12)!;
    expect(energy.value! / ((281_640 * point.power!) / point.bandwidth!)).toBeCloseTo(1, 12);
    expect(time.value! * point.bandwidth!).toBeCloseTo(281_640, 6);
    expect(energy.origin).toBe('simulated');
  });

  test('3 bits of unit transistors: 7 on each side of the pair, and two loads', () => {
    // The loads are chosen so that the gain is near 1: at least one on each side.
    expect(of('msn3').transistors.value).toBeGreaterThanOrEqual(2 * 7 + 2);
    expect(of('msn3').transistors.value! % 2).toBe(0);
  });

  test('neurons at once: as many transistors, so much less time, the same switching energy', () => {
    const many = specOf({ ...DOCUMENT, evaluate: { networks: ['mnist-cnn'], parallel: 10 } });
    const ten = networkCosts(many, [CNN], [DIG8], [MSN8]).find(({ neuron }) => neuron === 'dig8')!.measurements;
    expect(ten.time.value! * 10).toBeCloseTo(of('dig8').time.value!, 12);
    expect(ten.transistors.value).toBe(10 * DIG8.neuronTransistors);
    expect(ten.energy.value! / of('dig8').energy.value!).toBeCloseTo(1, 12);
  });

  test('the report has a row a neuron, and nothing where none was measured', () => {
    const comparison = compareNetworks(spec, [CNN], [DIG8, DIG3], [MSN8, MSN3]);
    const text = textOf(networkCostStudy(comparison), createCitations(comparison.measurements));
    for (const name of ['dig8', 'dig3', 'msn8', 'msn3']) expect(text).toContain(`| \`${name}\` | 281640 |`);
    const nothing = compareNetworks(spec, [CNN], [], []);
    expect(nothing.measurements).toEqual([]);
    expect(networkCostStudy(nothing).blocks(createCitations([]))).toEqual([]);
  });
});

describe('reading the weights', () => {
  const neurons = [
    { name: 'dig8', kind: 'digital', bits: 8 },
    { name: 'dig3', kind: 'digital', bits: 3 },
    { name: 'msn8', kind: 'analog', bits: 8 },
  ];
  const energies = (change: object, list: readonly object[] = neurons): Readonly<Record<string, number | null>> => {
    const found = specOf({ name: 'memory', neurons: list, ...change });
    return Object.fromEntries(
      memoryMeasurements(found, [CNN], found.neurons ?? []).map(({ key, value }) => [
        key.split('.costs.')[1] ?? key,
        value,
      ]),
    );
  };
  // Weights of 5x5 and six outputs, 5x5x6 and sixteen, then the dense layers.
  const WEIGHTS = 25 * 6 + 150 * 16 + 256 * 120 + 120 * 84 + 84 * 10;

  test('44,190 weights: 8 bits need 1 MB of SRAM (100 pJ for 64 bits), 3 bits 32 KB (20 pJ), for both kinds of neuron', () => {
    expect(weightsOf(CNN)).toBe(WEIGHTS);
    const found = energies({});
    const near = (key: string, energy: number): void => expect(found[key]! / energy).toBeCloseTo(1, 12);
    near('mnist-cnn.products', 281_640);
    near('dig8.memoryEnergy', (281_640 * 8 * 100e-12) / 64);
    near('dig8.memoryEnergyOnce', (WEIGHTS * 8 * 100e-12) / 64);
    near('dig3.memoryEnergy', (281_640 * 3 * 20e-12) / 64);
    near('msn8.memoryEnergy', (281_640 * 8 * 100e-12) / 64);
  });

  test('the spec can state a bit for all, and a weight for a mixed-signal neuron', () => {
    const own = energies({ evaluate: { networks: ['mnist-cnn'], memory: 2e-15 } }, [
      ...neurons.slice(0, 2),
      { ...neurons[2], periphery: { memory: 5e-15 } },
    ]);
    expect(own['dig3.memoryEnergy']! / (281_640 * 3 * 2e-15)).toBeCloseTo(1, 12);
    expect(own['msn8.memoryEnergyOnce']! / (WEIGHTS * 5e-15)).toBeCloseTo(1, 12);
  });
});
