/** Classification error against bits and noise power. Its jobs can run anywhere, in any order. */

import type { OwnNetwork, WEIGHT_KINDS } from '../../gen/index.ts';
import { checkedSeed, type Interval, nth, tInterval } from '../../numeric/index.ts';
import { type DataSet, sliceOfDataSet } from '../data/data-set.ts';
import { wrongInFloat } from '../float/evaluate.ts';
import { kernelPlan } from '../kernels/plan.ts';
import { checkData } from '../network/checks.ts';
import type { LayerWeights, Network } from '../network/network.ts';
import { chipOf, type Static } from '../quantized/chip.ts';
import { largestCode, type QuantizationChoice, quantize } from '../quantized/quantize.ts';
import { type ActivationRanges, statedRanges } from './activation-ranges.ts';
import { type Classified, classify, hexOf, joined, type PreparedNetwork } from './classify.ts';
import type { WeightNoise } from './kernel-network.ts';
import { type NoisePoint, noiseOf } from './noise-model.ts';
import { prepare } from './noisy-evaluate.ts';

/** One point of the curve, JSON-able. */
export interface EvaluateJob extends NoisePoint {
  /** Name of the network. */
  readonly network: string;
  /** Files of a user's network; null where the network comes with the package. */
  readonly own: OwnNetwork | null;
  readonly weights: (typeof WEIGHT_KINDS)[number];
  /** Bits of weights, 2 to 16. */
  readonly bits: number;
  /** Bits of inputs and activations, 2 to 16. */
  readonly activationBits: number;
  readonly static: Static;
  /** Bits of the converters at the outputs; null where activations are as fine as inputs. */
  readonly resolution: number | null;
  /** Independent draws, each over all images; of chips where something is static. */
  readonly draws: number;
  readonly seed: number;
  /** Number of images, the first of the test set; null: all. */
  readonly images: number | null;
}

/** Result of a job, JSON-able. */
export interface EvaluateResult {
  readonly job: EvaluateJob;
  readonly images: number;
  /** Synapses of an output, for each layer with weights. */
  readonly synapses: readonly number[];
  /** Standard deviations of the noise, as `WeightNoise` has them, for each layer with weights. */
  readonly sigma: readonly number[];
  /** Clip of each layer: the weight of its largest code as a part of its largest weight. */
  readonly clip: readonly number[];
  /** Ranges of unbounded activations: outputs of the largest codes of layers, and how they were found; null: none. */
  readonly ranges: ActivationRanges | null;
  /** Fraction bits of the bias, whose units are 2^-fractionBits of the sum of products. */
  readonly fractionBits: number;
  /** Part of the images classified wrongly, for each draw; a single entry where nothing is drawn. */
  readonly errors: readonly number[];
  /** Mean over the draws, and its 95 % t interval; null with fewer than two draws. */
  readonly error: number;
  readonly interval: Interval | null;
  /** Error of the same quantized network on the same images without noise, converters and chips. */
  readonly cleanError: number;
  /** Paired difference to the clean error, draw by draw on the same images; null with fewer than two draws. */
  readonly rise: Interval | null;
  /** Error of the float network on the same images. */
  readonly floatError: number;
  /** Confusion counts [label][output] over all images and draws. */
  readonly confusion: readonly (readonly number[])[];
  /** Numbers of draws in which each image was wrong, three hexadecimal digits each. */
  readonly wrongDraws: string;
  /** Weights and data with their hashes. */
  readonly weights: string;
  readonly data: string;
}

/** Network, weights and images of an evaluation, read and checked. */
export interface EvaluateInput {
  readonly network: Network;
  readonly weights: readonly LayerWeights[];
  /** Name and hash of the weights. */
  readonly source: string;
  readonly choice: QuantizationChoice;
  /** Origin of the ranges of unbounded activations; undefined where there are none. */
  readonly calibration?: string | undefined;
  readonly data: DataSet;
}

/** Common part of the jobs of one network, width and number of images. */
export interface EvaluateContext {
  readonly prepared: PreparedNetwork;
  readonly clean: Classified;
  readonly floatError: number;
  readonly ranges: ActivationRanges | null;
  readonly source: string;
}

/** Key of a job's context, which jobs of one key share. */
export function contextKey(job: EvaluateJob): string {
  return JSON.stringify([job.network, job.own, job.weights, job.bits, job.activationBits, job.resolution, job.images]);
}

/** Check of a job. Throws what `prepareEvaluation` throws, without computing anything. */
export function checkEvaluation(job: EvaluateJob, { network, weights, choice, data }: EvaluateInput): void {
  checkJob(job);
  checkData(network, data);
  const { bits, activationBits, resolution } = job;
  const all = { ...choice, bits, activationBits, ...(resolution === null ? {} : { resolution }) };
  kernelPlan(quantize(network, weights, all));
}

/**
 * Context of a job: the quantized network and what no draw changes, the clean and the float error. Throws where the job
 * is out of range or weights or data do not fit.
 */
export function prepareEvaluation(job: EvaluateJob, input: EvaluateInput): EvaluateContext {
  checkJob(job);
  const { network, weights, source } = input;
  const data = job.images === null ? input.data : sliceOfDataSet(input.data, 0, job.images);
  const choice = { ...input.choice, bits: job.bits, activationBits: job.activationBits };
  const ideal = prepare(quantize(network, weights, choice), data);
  const { resolution } = job;
  const prepared = resolution === null ? ideal : prepare(quantize(network, weights, { ...choice, resolution }), data);
  const floatError = wrongInFloat(network, weights, data) / data.images;
  return {
    prepared,
    clean: classify(ideal, [null]),
    floatError,
    ranges: statedRanges(network, input.choice, input.calibration),
    source,
  };
}

/**
 * Evaluation of a job in the context of its key. The noise of a draw is the same for every noise power and width but
 * for its size (common random numbers), so neighbouring points differ by what they are about.
 */
export function evaluateJob(job: EvaluateJob, context: EvaluateContext): EvaluateResult {
  checkJob(job);
  const { prepared, clean, floatError, ranges, source } = context;
  const { data, quantized } = prepared;
  const noise = noiseOf(job, quantized);
  const silent = job.noisePower === 0 && job.neuron === null;
  const isStatic = job.static.mismatch !== null || job.static.offset > 0;
  const draws = silent && !isStatic ? [0] : Array.from({ length: job.draws }, (_, draw) => draw);
  const { seed, fullScale } = job;
  const drawn = (draw: number, sigma: WeightNoise['sigma']): WeightNoise | null =>
    silent ? null : { ...noise, sigma, seed, draw };
  const found = isStatic
    ? joined(
        draws.map((draw) => {
          const chip = chipOf(quantized, job.static, { seed, chip: draw, fullScale });
          const sigma = noise.sigma.map((value, k) => value / nth(chip.unit, k));
          return classify(prepare(chip.quantized, data), [drawn(draw, sigma)]);
        }),
      )
    : classify(
        prepared,
        draws.map((draw) => drawn(draw, noise.sigma)),
      );
  const part = (images: number): number => images / data.images;
  const parts = (interval: Interval | null): Interval | null =>
    interval && { mean: part(interval.mean), low: part(interval.low), high: part(interval.high) };
  const { wrong } = found;
  const cleanWrong = nth(clean.wrong, 0);
  return {
    job,
    images: data.images,
    synapses: quantized.layers.map(({ inputs }) => inputs),
    sigma: silent ? quantized.layers.map(() => 0) : noise.sigma,
    clip: quantized.choice.clip,
    ranges,
    fractionBits: nth(quantized.layers, 0).fractionBits,
    errors: wrong.map(part),
    error: part(wrong.reduce((sum, count) => sum + count, 0) / wrong.length),
    interval: parts(tInterval(wrong)),
    cleanError: part(cleanWrong),
    rise: parts(tInterval(wrong.map((count) => count - cleanWrong))),
    floatError,
    confusion: found.confusion,
    wrongDraws: hexOf(found.wrongDraws),
    weights: source,
    data: data.source,
  };
}

function checkJob(job: EvaluateJob): void {
  largestCode(job.bits);
  largestCode(job.activationBits);
  checkedSeed(job.seed);
  if (!(job.noisePower >= 0 && job.noisePower < Infinity))
    throw new RangeError(`noisePower must be at least 0 V^2: ${job.noisePower}`);
  if (!(job.fullScale > 0 && job.fullScale < Infinity))
    throw new RangeError(`fullScale must be above 0 V: ${job.fullScale}`);
  if (!(job.static.offset >= 0 && job.static.offset < Infinity))
    throw new RangeError(`offset must be at least 0 V: ${job.static.offset}`);
  if (!Number.isInteger(job.draws) || job.draws < 1 || job.draws > MOST_DRAWS)
    throw new RangeError(`draws must be a whole number from 1 to ${MOST_DRAWS}: ${job.draws}`);
  if (job.images !== null && (!Number.isInteger(job.images) || job.images < 1))
    throw new RangeError(`images must be a whole number from 1: ${job.images}`);
}

/** Largest count of three hexadecimal digits. */
const MOST_DRAWS = 4095;
