/** Periphery of a mixed-signal neuron: bias, converters and weight memory by their stated figures. */

import { type AnalogNeuron, analogNeurons, type Spec } from '../gen/index.ts';
import type { Measurement } from '../measurement/index.ts';
import { TABLE_FREQUENCIES } from './sizing-curves.ts';

export const PARTS = ['bias', 'dac', 'adc', 'memory'] as const;

export type Part = (typeof PARTS)[number];

/** Power of a part of the periphery at `frequency` (Hz, operations per second), W. */
export function peripheryPower({ periphery, synapses }: AnalogNeuron, part: Part, frequency: number): number {
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

/** `NAME.periphery.PART.power@F` of every part that the spec switches on. */
export function peripheryMeasurements(spec: Spec): readonly Measurement[] {
  return analogNeurons(spec).flatMap((neuron) =>
    PARTS.filter((part) => neuron.periphery[part] > 0).flatMap((part) =>
      TABLE_FREQUENCIES.map(
        (frequency): Measurement => ({
          key: `${neuron.name}.periphery.${part}.power@${frequency}`,
          value: peripheryPower(neuron, part, frequency),
          unit: 'W',
          origin: 'assumed',
          source: `periphery.${part} of ${neuron.name} in the spec, ${neuron.periphery[part]} ${part === 'bias' ? 'W' : 'J'}`,
        }),
      ),
    ),
  );
}
