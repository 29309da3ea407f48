/** Periphery of a mixed-signal neuron: bias, converters and weight memory by their stated figures. */

import { type AnalogNeuron, analogNeurons, type Spec } from '../gen/index.ts';
import { type Measurement, measured, PERIPHERY_KEYS } from '../measurement/index.ts';
import { analogPower, digitalPower, type PairCurve } from './power.ts';
import { TABLE_FREQUENCIES } from './sizing-curves.ts';

/** Parts of the periphery in the order of tables. */
export const PARTS = ['bias', 'dac', 'adc', 'memory'] as const;

/** Part of the periphery. */
export type Part = (typeof PARTS)[number];

/** Power of a part of the periphery at `frequency` (Hz, operations per second), W. */
function peripheryPower({ periphery, synapses }: AnalogNeuron, part: Part, frequency: number): number {
  switch (part) {
    case 'bias':
      return periphery.bias;
    case 'dac':
      return periphery.dac * synapses * frequency;
    case 'adc':
      return periphery.adc * frequency;
    case 'memory':
      return periphery.memory * synapses * frequency;
  }
}

/** Pair with the periphery of its analog neuron. */
export interface PairPeriphery {
  readonly digital: string;
  readonly analog: string;
  /** Parts that the spec switches on. */
  readonly parts: readonly Part[];
  /** Powers at each of `TABLE_FREQUENCIES`. */
  readonly points: readonly PeripheryPoint[];
}

/** Powers of an analog neuron and its periphery at one frequency, W; null above the neuron's bandwidth. */
export interface PeripheryPoint {
  /** Frequency, Hz. */
  readonly frequency: number;
  /** Power of the neuron itself, its bias chosen for the frequency. */
  readonly own: number | null;
  readonly parts: Readonly<Record<Part, number>>;
  readonly together: number | null;
  /** Ratio of digital power to `own`; null where either side has none. */
  readonly ownRatio: number | null;
  /** Ratio of digital power to `together`; null where either side has none. */
  readonly ratio: number | null;
}

/** Periphery of every pair; without parts where the spec states none. */
export function pairPeripheries(spec: Spec, curves: readonly PairCurve[]): readonly PairPeriphery[] {
  return curves.flatMap((curve) => {
    const neuron = analogNeurons(spec).find(({ name }) => name === curve.analog.name);
    if (neuron === undefined) return [];
    const parts = PARTS.filter((part) => neuron.periphery[part] > 0);
    const points = TABLE_FREQUENCIES.map((frequency) => peripheryPoint(curve, neuron, parts, frequency));
    return [{ digital: curve.digital.name, analog: neuron.name, parts, points }];
  });
}

function peripheryPoint(
  { digital, bias }: PairCurve,
  neuron: AnalogNeuron,
  stated: readonly Part[],
  frequency: number,
): PeripheryPoint {
  const power = (part: Part): number => peripheryPower(neuron, part, frequency);
  const over = digitalPower(digital, frequency);
  const ratio = (under: number | null): number | null => (over === null || under === null ? null : over / under);
  const own = analogPower(bias.points, frequency);
  const together = own === null ? null : stated.reduce((sum, part) => sum + power(part), own);
  const parts = { bias: power('bias'), dac: power('dac'), adc: power('adc'), memory: power('memory') };
  return { frequency, own, parts, together, ownRatio: ratio(own), ratio: ratio(together) };
}

/** Measurements of every part that the spec switches on: `NAME.periphery.PART.power@F`. */
export function peripheryMeasurements(spec: Spec): readonly Measurement[] {
  return analogNeurons(spec).flatMap((neuron) =>
    PARTS.filter((part) => neuron.periphery[part] > 0).flatMap((part) =>
      TABLE_FREQUENCIES.map((frequency) =>
        measured(
          PERIPHERY_KEYS.power,
          { neuron: neuron.name, part, frequency },
          peripheryPower(neuron, part, frequency),
          'assumed',
          `periphery.${part} of ${neuron.name} in the spec, ${neuron.periphery[part]} ${part === 'bias' ? 'W' : 'J'}`,
        ),
      ),
    ),
  );
}
