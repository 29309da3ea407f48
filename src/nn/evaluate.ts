/** Classification error against bits and noise power, in jobs that can run anywhere in any order. */

import { type DataSet, sliceOfDataSet } from './data-set.ts';
import { wrongInFloat } from './float-evaluate.ts';
import { choiceFor, type WeightManifest } from './manifest.ts';
import type { LayerWeights } from './network.ts';
import { networkOf } from './networks.ts';
import { type PreparedNetwork, prepare, wrongWithNoise } from './noisy-evaluate.ts';
import { checkedSeed } from './philox.ts';
import { largestCode, quantize } from './quantize.ts';
import { type Interval, tInterval } from './t-interval.ts';

/** One point of the curve, JSON-able. */
export interface EvaluateJob {
  readonly network: string;
  /** Of weights, inputs and activations, 2 to 16. */
  readonly bits: number;
  /** Integrated input-referred noise power of a synapse, V^2; 0: the clean network. */
  readonly noisePower: number;
  /** Differential input voltage that stands for |x| = 1, V. */
  readonly fullScale: number;
  /** Independent noise draws, each over all images. */
  readonly draws: number;
  readonly seed: number;
  /** Only so many images, the first of the test set; null: all. */
  readonly images: number | null;
}

/** What a job gives, JSON-able. */
export interface EvaluateResult {
  readonly job: EvaluateJob;
  readonly images: number;
  /** Standard deviation of each weight's noise, in weight units (LSB). */
  readonly sigma: number;
  /** What the largest code of each layer stands for, as a part of its largest weight. */
  readonly clip: readonly number[];
  /** The bias is in units of 2^-fractionBits of the sum of products. */
  readonly fractionBits: number;
  /** Part of the images classified wrongly, for each draw; a single entry where there is no noise. */
  readonly errors: readonly number[];
  /** Mean over the draws, and its 95 % t interval; null with fewer than two draws. */
  readonly error: number;
  readonly interval: Interval | null;
  /** The same quantized network on the same images without noise. */
  readonly cleanError: number;
  /** Paired difference to it, draw by draw on the same images; null with fewer than two draws. */
  readonly rise: Interval | null;
  /** The float network on the same images. */
  readonly floatError: number;
  /** Weights and data with their hashes. */
  readonly weights: string;
  readonly data: string;
}

/** What jobs of one network, width and number of images have in common. */
export interface EvaluateContext {
  readonly prepared: PreparedNetwork;
  /** Images that the clean quantized network classifies wrongly. */
  readonly cleanWrong: number;
  readonly floatError: number;
  readonly weights: string;
}

/** Jobs of one key share a context. */
export function contextKey(job: EvaluateJob): string {
  return JSON.stringify([job.network, job.bits, job.images]);
}

/**
 * Quantizes with the manifest's choice and computes what no draw changes: the first layer, the clean and the float error.
 * Throws where the job is out of range or weights or data do not fit.
 */
export function prepareEvaluation(
  job: EvaluateJob,
  input: { readonly weights: readonly LayerWeights[]; readonly manifest: WeightManifest; readonly data: DataSet },
): EvaluateContext {
  checkJob(job);
  const network = networkOf(job.network);
  const data = job.images === null ? input.data : sliceOfDataSet(input.data, 0, job.images);
  const prepared = prepare(quantize(network, input.weights, choiceFor(input.manifest, job.bits)), data);
  return {
    prepared,
    cleanWrong: wrongWithNoise(prepared, null),
    floatError: wrongInFloat(network, input.weights, data) / data.images,
    weights: `${job.network}.safetensors (sha256 ${input.manifest.sha256})`,
  };
}

/**
 * Evaluates a job in the context of its key. The noise of a draw is the same for every noise power and width but for its
 * size (common random numbers), so neighbouring points differ by what they are about.
 */
export function evaluateJob(job: EvaluateJob, context: EvaluateContext): EvaluateResult {
  checkJob(job);
  const { prepared, cleanWrong, floatError, weights } = context;
  const { data, quantized } = prepared;
  const sigma = weightSigma(job);
  const draws = Array.from({ length: job.draws }, (_, draw) => draw);
  const wrong =
    job.noisePower === 0
      ? [cleanWrong]
      : draws.map((draw) => wrongWithNoise(prepared, { sigma, seed: job.seed, draw }));
  const part = (images: number): number => images / data.images;
  const parts = (found: Interval | null): Interval | null =>
    found && { mean: part(found.mean), low: part(found.low), high: part(found.high) };
  return {
    job,
    images: data.images,
    sigma,
    clip: quantized.choice.clip,
    fractionBits: quantized.layers[0]?.fractionBits ?? 0,
    errors: wrong.map(part),
    error: part(wrong.reduce((sum, count) => sum + count, 0) / wrong.length),
    interval: parts(tInterval(wrong)),
    cleanError: part(cleanWrong),
    rise: parts(tInterval(wrong.map((count) => count - cleanWrong))),
    floatError,
    weights,
    data: data.source,
  };
}

/**
 * Noise of a weight in LSB: sqrt(P) / V_FS of a full-scale weight, whose code is 2^(b-1) - 1. An input of V_FS through a
 * full-scale weight is the signal that the noise voltage sqrt(P) at the same input adds to.
 */
export function weightSigma(job: Pick<EvaluateJob, 'bits' | 'noisePower' | 'fullScale'>): number {
  return (Math.sqrt(job.noisePower) / job.fullScale) * largestCode(job.bits);
}

function checkJob(job: EvaluateJob): void {
  networkOf(job.network);
  largestCode(job.bits);
  checkedSeed(job.seed);
  if (!(job.noisePower >= 0 && job.noisePower < Infinity))
    throw new RangeError(`noisePower must be at least 0 V^2: ${job.noisePower}`);
  if (!(job.fullScale > 0 && job.fullScale < Infinity))
    throw new RangeError(`fullScale must be above 0 V: ${job.fullScale}`);
  if (!Number.isInteger(job.draws) || job.draws < 1)
    throw new RangeError(`draws must be a whole number from 1: ${job.draws}`);
  if (job.images !== null && (!Number.isInteger(job.images) || job.images < 1))
    throw new RangeError(`images must be a whole number from 1: ${job.images}`);
}
