/** Periphery of a mixed-signal neuron: bias, converters and weight memory by their stated figures. */

import type { AnalogNeuron, Spec } from '../gen/index.ts';
import { type Measurement, measured, PERIPHERY_KEYS } from '../measurement/index.ts';
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

export function analogNeurons(spec: Spec): readonly AnalogNeuron[] {
  return (spec.neurons ?? []).filter((neuron) => neuron.kind === 'analog');
}
