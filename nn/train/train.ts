/**
 * Training by steps against the gradient of the cross-entropy of a softmax. Rounding, noise and mismatch are in the
 * forward pass where they are asked for. Every random choice is a Philox word of its seed and place, every function is
 * made of IEEE operations in a fixed order, so a seed gives the same weights, bit for bit, on every machine and with
 * any number of threads.
 */

import { nth } from '../../numeric/index.ts';
import type { DataSet } from '../data/data-set.ts';
import { rangesInData } from '../float/activation-histograms.ts';
import { initialWeights, readParameters, writeParameters } from '../float/layer-weights.ts';
import { checkData, checkWeights } from '../network/checks.ts';
import { type LayerWeights, type Network, weightLayers } from '../network/network.ts';
import { rangeChoices } from '../quantized/activation-ranges.ts';
import { writeGaussianState } from '../wasm/gaussians.ts';
import { ALONE, type Crew, type CrewMaker } from './crew.ts';
import { sumSeen } from './member.ts';
import { mismatchFactors } from './mismatch.ts';
import { checkTrainOptions, type TrainOptions } from './options.ts';
import { planTraining, type TrainPlan } from './parameters.ts';

export interface TrainProgress {
  /** Epochs done, from 1. */
  readonly epoch: number;
  readonly epochs: number;
  /** Mean cross-entropy over the epoch's training images, nats. */
  readonly loss: number;
  /** Part of the epoch's training images classified wrongly, as they were moved and seen. */
  readonly trainingError: number;
  /** Part of the validation images classified wrongly by the network as it is trained. */
  readonly validationError: number;
}

/** State of a training run after an epoch: all that it needs to go on. */
export interface TrainState {
  /** Number of epochs done. */
  readonly epoch: number;
  readonly weights: readonly LayerWeights[];
  /** Velocity of the optimizer, or mean and square. */
  readonly momenta: readonly (readonly LayerWeights[])[];
  /** Largest weight of each layer where weights are quantized: that of the largest code. */
  readonly limits: readonly number[];
  /** Range of each layer's activations where they are quantized. */
  readonly ranges: readonly number[];
}

export interface TrainHooks {
  /** Callback after each epoch, awaited; a rejection ends the training. `state` is made when it is asked for. */
  readonly onProgress?: (progress: TrainProgress, state: () => TrainState) => void | Promise<void>;
  /** Weights to start from; default: Glorot's. */
  readonly from?: readonly LayerWeights[];
  /** State to go on from, of a run with the same options. */
  readonly resume?: TrainState;
  /** Crew of threads; default: this thread alone. */
  readonly crew?: CrewMaker;
}

/** Trained weights, and the errors with the rounding and mismatch of their training. There is no noise in these. */
export interface TrainResult {
  /** Weights; none is beyond that of its layer's largest code where they are quantized. */
  readonly weights: readonly LayerWeights[];
  /** Range of each layer's activations where they are quantized. */
  readonly ranges: readonly number[];
  /** Part of the images that are classified wrongly; the test images are looked at once, in the end. */
  readonly validationError: number;
  readonly testError: number;
}

/** Parts of a data set: trained with, chosen by, looked at once. */
export interface TrainData {
  readonly training: DataSet;
  readonly validation: DataSet;
  readonly test: DataSet;
}

/** Training of `network`. Throws where an option is out of range or data or weights do not fit the network. */
export async function train(
  network: Network,
  data: TrainData,
  options: TrainOptions,
  hooks: TrainHooks = {},
): Promise<TrainResult> {
  checkTrainOptions(options, weightLayers(network).length);
  for (const part of [data.training, data.validation, data.test]) checkData(network, part);
  const start = hooks.resume ?? initialState(network, options, hooks.from);
  for (const weights of [start.weights, ...start.momenta]) checkWeights(network, weights);
  const maker = hooks.crew ?? ALONE;
  const trainPlan = planTraining(network, options, maker.threads);
  const crew = await maker.start(trainPlan.plan.bytes, { network, options, ...data });
  try {
    writeState(trainPlan, crew, start, options);
    return await runEpochs(crew, trainPlan, data, options, start, hooks);
  } finally {
    await crew.close();
  }
}

function initialState(network: Network, options: TrainOptions, from?: readonly LayerWeights[]): TrainState {
  const weights = from ?? initialWeights(network, options.seed);
  checkWeights(network, weights);
  const limits = weights.map((layer, k) =>
    Math.fround((options.quantization?.clip[k] ?? 1) * (largestWeight(layer) || 1)),
  );
  return { epoch: 0, weights, momenta: [], limits, ranges: weights.map(() => 1) };
}

function writeState({ plan, momenta, factors }: TrainPlan, crew: Crew, state: TrainState, options: TrainOptions): void {
  const { floats } = crew.machine;
  writeParameters(plan, floats, plan.trained, state.weights);
  writeParameters(plan, floats, plan.computed, state.weights);
  state.momenta.forEach((values, k) => {
    writeParameters(plan, floats, nth(momenta, k), values);
  });
  if (factors !== null) writeParameters(plan, floats, factors, mismatchFactors(plan.network, options.mismatch));
}

async function runEpochs(
  crew: Crew,
  { plan, momenta }: TrainPlan,
  data: TrainData,
  options: TrainOptions,
  start: TrainState,
  { onProgress = () => {} }: TrainHooks,
): Promise<TrainResult> {
  const read = (address: number): LayerWeights[] => readParameters(plan, crew.machine.floats, address);
  const choices = rangeChoices(plan.network);
  let { limits, ranges } = start;
  const errorOf = async (part: 'validation' | 'test'): Promise<number> =>
    sumSeen(await crew.run({ kind: 'validate', part, ranges })).wrong / data[part].images;
  await crew.run({ kind: 'prepare', limits });
  for (let epoch = start.epoch + 1; epoch <= options.epochs; epoch++) {
    if (options.noise !== undefined) {
      writeGaussianState(crew.machine.memory.buffer, options.seed, FIRST_DRAW + epoch);
      if (!options.quantization) limits = read(plan.trained).map(largestWeight);
    }
    if (options.quantization) {
      // What layers put out changes as they learn, and the ranges with it.
      const { activationBits } = options.quantization;
      ranges = rangesInData(plan.network, read(plan.computed), data.training, choices)(activationBits);
    }
    const seen = sumSeen(await crew.run({ kind: 'epoch', epoch, limits, ranges }));
    if (options.quantization) {
      // Where no weight reaches the largest code any more, it comes to stand for less.
      limits = read(plan.trained).map((layer, k) => Math.min(nth(limits, k), largestWeight(layer)));
      await crew.run({ kind: 'prepare', limits });
    }
    const state = (): TrainState => ({
      epoch,
      weights: read(plan.trained),
      momenta: momenta.map(read),
      limits,
      ranges,
    });
    await onProgress(
      {
        epoch,
        epochs: options.epochs,
        loss: seen.loss / seen.images,
        trainingError: seen.wrong / seen.images,
        validationError: await errorOf('validation'),
      },
      state,
    );
  }
  const validationError = await errorOf('validation');
  return { weights: read(plan.trained), ranges, validationError, testError: await errorOf('test') };
}

/** First draw of the epochs of trainings; evaluations have the draws of Gaussians before. */
const FIRST_DRAW = 2 ** 31;

/** Largest of a layer's weights, without sign. */
export const largestWeight = ({ weights }: LayerWeights): number =>
  weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
