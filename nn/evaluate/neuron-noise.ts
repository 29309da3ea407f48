/** Noise and mismatch of an analog neuron as a network meets them. */

import { closedForm, reasonsText, staticWeightError } from '../../analog/index.ts';
import type { AnalogNeuron } from '../../gen/index.ts';
import { type Network, synapsesOf, weightLayers } from '../network/network.ts';
import type { Mismatch } from '../quantized/chip.ts';
import type { NeuronNoise } from './noise-model.ts';

/**
 * Noise of the neuron by the closed form for the synapses of each layer. It is the whole noise power at its output over
 * the square of the gain of one synapse. A layer of more synapses than a neuron can have, or a neuron that is no
 * amplifier with so many, throws with the reason.
 */
export function neuronNoise(neuron: AnalogNeuron, network: Network): NeuronNoise {
  const powers = weightLayers(network).map((layer) => {
    const synapses = synapsesOf(layer);
    const { gain, noiseTotal, flags } = closedForm({ ...neuron, synapses });
    if (gain === null || noiseTotal === null || flags.length > 0)
      throw new RangeError(
        `${neuron.name} has no noise by the closed form with the ${synapses} synapses of ${layer.name}: ` +
          (reasonsText(flags) || 'its figures are missing'),
      );
    return noiseTotal / gain ** 2;
  });
  return { neuron: neuron.name, fullScale: neuron.fullScale, powers };
}

/**
 * Mismatch of the neuron's weights. The largest bit is 2^(N-1) of 2^N - 1 units, each with an error of its own, so the
 * whole weight's error is that of the largest bit times sqrt((2^N - 1) / 2^(N-1)). Throws for another sizing than
 * `unit`.
 */
export function neuronMismatch(neuron: AnalogNeuron): Mismatch {
  if (neuron.sizing !== 'unit' || neuron.mode !== 'small-signal')
    throw new RangeError(
      `mismatch from ${neuron.name} must be that of sizing unit in small-signal mode: ${neuron.sizing}, ${neuron.mode}`,
    );
  const units = 2 ** neuron.bits - 1;
  const full = staticWeightError(neuron) * Math.sqrt(units / 2 ** (neuron.bits - 1));
  return { kind: 'units', neuron: neuron.name, full };
}
