/** Pipeline stages for a clock against neurons of every number of stages. */

import { expect, test } from 'vitest';
import { cellDelays, cellsAt, type DigitalNeuron, longestDelay, neuronCircuit, parseSpec } from '../../../gen/index.ts';
import { modelTiming, timingMeasurements } from '../../../synth/index.ts';
import { digital } from './neurons.ts';

/** Clock-to-output and setup of the flip-flop that `npm run characterize` finds, s. */
const REGISTER = 68.1e-12 + 21.8e-12;

const delayOf = (neuron: DigitalNeuron): number => longestDelay(neuronCircuit(neuron).netlist, cellDelays(cellsAt(0)));

const neuron = { bits: 8, synapses: 3, signed: true, architecture: 'fused' };
const delays = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((pipeline) => delayOf(digital({ ...neuron, pipeline })));

test.each([400e6, 800e6, 1.3e9, 1.6e9, 2.2e9, 2.6e9, 3.2e9])('%d Hz: the fewest stages that meet it', (clock) => {
  const periods = delays.map((delay, stages) => delay + (stages > 0 ? REGISTER : 0));
  const wanted = periods.findIndex((period) => period <= 1 / clock);
  expect(wanted).toBeGreaterThanOrEqual(0);
  expect(digital({ ...neuron, clock }).pipeline).toBe(wanted);
});

test('a clock that no number of stages meets has the shortest period, and its slack is negative', () => {
  const fastest = digital({ ...neuron, clock: 50e9 });
  expect(delayOf(fastest)).toBe(Math.min(...delays));
  const period = Math.min(...delays) + REGISTER;
  const timing = timingMeasurements(modelTiming(fastest, delayOf(fastest), 0));
  const value = (key: string): number => timing.find((entry) => entry.key === `dut.${key}`)?.value ?? Number.NaN;
  expect(value('latency')).toBe(fastest.pipeline);
  expect(value('period')).toBeCloseTo(period, 15);
  expect(value('fmax')).toBeCloseTo(1 / period, 0);
  expect(value('slack')).toBeCloseTo(20e-12 - period, 15);
});

test('stages that the spec states are kept', () => {
  expect(digital({ ...neuron, clock: 400e6, pipeline: 5 }).pipeline).toBe(5);
});

test('a clock of no frequency is refused', () => {
  const neurons = [{ name: 'dut', kind: 'digital', bits: 3, clock: 0 }];
  expect(parseSpec({ name: 'test', neurons }, Number)).toEqual({
    problems: [{ path: ['neurons', 0, 'clock'], message: 'must be a frequency from 1 Hz to 1 THz: 0' }],
  });
});
