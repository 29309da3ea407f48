/** Jobs of a spec's `evaluate`, and the names of their numbers. */

import type { AnalogNeuron, EvaluateSpec, OwnNetwork } from '../../gen/index.ts';
import type { ErrorQualifiers } from '../../measurement/index.ts';
import { logPoints } from '../../numeric/index.ts';
import type { Network } from '../network/network.ts';
import type { Mismatch } from '../quantized/chip.ts';
import type { EvaluateJob } from './evaluate.ts';
import { neuronMismatch, neuronNoise } from './neuron-noise.ts';

/** A network that is evaluated. */
export interface EvaluatedNetwork {
  readonly network: Network;
  /** Files of a user's network; null where it comes with the package. */
  readonly own: OwnNetwork | null;
  /** Widths that have weights whose training knew of the rounding. */
  readonly awareBits: readonly number[];
}

/**
 * Evaluation jobs for each network, width, kind of weights and noise power, in this order. The clean network (noise
 * power 0) comes first of each width, and then one job for each neuron whose own noise is asked for. Repeated widths
 * and powers count once. Aware weights are left out at widths that have none. `neurons` are the spec's; throws where
 * one cannot give its noise or mismatch.
 */
export function evaluateJobs(
  spec: EvaluateSpec,
  seed: number,
  networks: readonly EvaluatedNetwork[],
  neurons: readonly AnalogNeuron[] = [],
): EvaluateJob[] {
  const { fullScale, draws, noise } = spec;
  const listed = 'from' in spec.noisePower ? logPoints(spec.noisePower) : spec.noisePower;
  const powers = [...new Set([0, ...listed])].sort((a, b) => a - b);
  const named = (name: string): AnalogNeuron => {
    const found = neurons.find((neuron) => neuron.name === name);
    if (!found) throw new RangeError(`neuron must be one of ${neurons.map((entry) => entry.name).join(', ')}: ${name}`);
    return found;
  };
  const common = {
    model: noise.model,
    fullScale,
    static: { mismatch: mismatchOf(noise.mismatch, named), offset: noise.offset },
    resolution: noise.resolution ?? null,
    draws,
    seed,
    images: spec.images ?? null,
  };
  return networks.flatMap(({ network, own, awareBits }) =>
    [...new Set(spec.bits)].flatMap((bits) =>
      [...new Set(spec.weights)]
        .filter((kind) => kind === 'post-training' || awareBits.includes(bits))
        .flatMap((weights) => {
          const activationBits = spec.activationBits ?? bits;
          const job = { network: network.name, own, weights, bits, activationBits, ...common };
          return [
            ...powers.map((noisePower) => ({ ...job, noisePower, neuron: null })),
            ...spec.noiseFrom.map((name) => ({ ...job, noisePower: 0, neuron: neuronNoise(named(name), network) })),
          ];
        }),
    ),
  );
}

function mismatchOf(mismatch: number | string, named: (name: string) => AnalogNeuron): Mismatch | null {
  if (typeof mismatch === 'string') return neuronMismatch(named(mismatch));
  return mismatch > 0 ? { kind: 'factor', deviation: mismatch } : null;
}

/** Key of a point's variant: points that differ by their noise alone share it. */
export function variantKey(job: EvaluateJob): string {
  return JSON.stringify([job.network, job.bits, qualifiers(job)]);
}

/** Name of a variant for a person: `3 bit`, `3 bit aware`, `8 bit, activations 4 bit`. */
export function variantName({ bits, activationBits, weights }: EvaluateJob): string {
  const kind = weights === 'aware' ? ' aware' : '';
  return `${bits} bit${kind}${activationBits === bits ? '' : `, activations ${activationBits} bit`}`;
}

/** Network, bits, noise and marks of a point as its keys have them. */
export function pointOf(job: EvaluateJob): ErrorQualifiers & {
  readonly network: string;
  readonly bits: number;
  readonly noise: number | string;
} {
  const { network, bits, neuron, noisePower } = job;
  return { network, bits, noise: neuron ? neuron.neuron : noisePower, ...qualifiers(job) };
}

/** Marks of a variant: none for post-training weights, activations as wide, weight noise, nothing static. */
export function qualifiers(job: EvaluateJob): ErrorQualifiers {
  const { mismatch, offset } = job.static;
  return {
    ...(job.activationBits === job.bits ? {} : { activationBits: job.activationBits }),
    ...(job.weights === 'post-training' ? {} : { weights: job.weights }),
    ...(job.model === 'weight' ? {} : { noiseModel: job.model }),
    ...(mismatch ? { mismatch: mismatch.kind === 'factor' ? mismatch.deviation : mismatch.neuron } : {}),
    ...(offset > 0 ? { offset } : {}),
    ...(job.resolution === null ? {} : { resolution: job.resolution }),
  };
}
