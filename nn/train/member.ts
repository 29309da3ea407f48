/**
 * One thread of a training run. All threads run the same steps on one memory: of each mini-batch they compute slices of 16
 * images, each with a set of gradients of its own, then step the weights of their own rows by the sum of all slices' gradients in
 * the slices' order. So the number of threads changes nothing.
 */

import { exp, nth } from '../../numeric/index.ts';
import type { DataSet } from '../data/data-set.ts';
import { eachOutput, largestIndex, outputAddresses } from '../float/evaluate.ts';
import { IMAGE_LANES } from '../float/kernels/code.ts';
import type { FloatMachine } from '../float/kernels/kernels.ts';
import { backward, type ForwardPass, forward, writeTables } from '../float/network.ts';
import { placeImage, UNMOVED } from '../float/place-image.ts';
import type { Network } from '../network/network.ts';
import { largestCode } from '../quantized/quantize.ts';
import type { TrainOptions } from './options.ts';
import { epochOrder, movementOf } from './order.ts';
import { planTraining, prepareRows, type Rows, rowsOf, type TrainPlan } from './parameters.ts';
import { stepRows } from './step.ts';

/** Job of a thread. */
export interface MemberJob {
  readonly network: Network;
  readonly options: TrainOptions;
  readonly training: DataSet;
  readonly validation: DataSet;
  readonly test: DataSet;
  readonly index: number;
  readonly count: number;
}

/** Command to all threads by the one that leads them. */
export type Command =
  /** Update of the weights that are computed with. */
  | { readonly kind: 'prepare'; readonly limits: readonly number[] }
  | {
      readonly kind: 'epoch';
      readonly epoch: number;
      readonly limits: readonly number[];
      readonly ranges: readonly number[];
    }
  | { readonly kind: 'validate'; readonly part: 'validation' | 'test'; readonly ranges: readonly number[] };

/** Sums over the images that a thread has seen. */
export interface Seen {
  readonly images: number;
  readonly wrong: number;
  /** Cross-entropy, nats. */
  readonly loss: number;
}

/** Barrier at which a thread waits until all have come as far. */
export type Barrier = () => void;

/** Part of a thread in each command. */
export function memberOf(job: MemberJob, machine: FloatMachine, barrier: Barrier): (command: Command) => Seen {
  const trainPlan = planTraining(job.network, job.options, job.count);
  const { plan } = trainPlan;
  if (job.index === 0) writeTables(plan, machine);
  const rows = rowsOf(plan, job.index, job.count);
  const arena = nth(plan.arenas, job.index);
  const classify = classifier(job, machine, trainPlan, arena);
  return (command) => {
    switch (command.kind) {
      case 'prepare':
        prepareRows(trainPlan, machine, rows, arena + plan.scratch, job.options, command.limits);
        return { images: 0, wrong: 0, loss: 0 };
      case 'validate':
        return validate(job[command.part], job, classify, command.ranges);
      case 'epoch':
        return runEpoch(job, machine, trainPlan, rows, arena, classify, barrier, command);
    }
  };
}

/** A slice that is trained with: its epoch, the place of its first image in the epoch, each layer's largest weight. */
interface TrainedSlice {
  readonly epoch: number;
  readonly place: number;
  readonly limits: readonly number[];
}

/** Classification with the ranges of activations that are rounded. */
type Classify = (
  data: DataSet,
  images: ArrayLike<number>,
  ranges: readonly number[],
  slice: TrainedSlice | null,
) => Seen;

/**
 * Classifier of a slice of images by a forward pass. Where the slice is trained with, its images are moved, there is
 * noise, and the gradient of their losses takes the outputs' place.
 */
function classifier(job: MemberJob, machine: FloatMachine, { plan }: TrainPlan, arena: number): Classify {
  const { options } = job;
  const codes = options.quantization ? { codes: largestCode(options.quantization.activationBits) } : {};
  const addresses = outputAddresses(plan, arena);
  const powers = new Float64Array(addresses.length);
  return (data, images, ranges, slice) => {
    for (let lane = 0; lane < images.length; lane++) {
      const image = nth(images, lane);
      const movement = slice === null ? UNMOVED : movementOf(image, slice.epoch, options);
      placeImage(data, image, movement, machine.floats, arena, plan.input, lane, job.network.pixels);
    }
    forward(plan, machine, arena, { ...codes, inputRanges: [1, ...ranges], ...noiseOf(options, slice) });
    let wrong = 0;
    let loss = 0;
    eachOutput(plan, machine, arena, images.length, (outputs, lane) => {
      const label = nth(data.labels, nth(images, lane));
      if (largestIndex(outputs) !== label) wrong++;
      if (slice === null) return;
      loss += softmaxLoss(outputs, label, powers);
      for (let k = 0; k < powers.length; k++) machine.floats[(addresses[k] ?? 0) / 4 + lane] = powers[k] ?? 0;
    });
    if (slice !== null)
      for (const address of addresses) machine.floats.fill(0, address / 4 + images.length, address / 4 + IMAGE_LANES);
    return { images: images.length, wrong, loss };
  };
}

/** Noise of a slice: that of a weight is a part of its layer's largest. */
function noiseOf({ noise }: TrainOptions, slice: TrainedSlice | null): Pick<ForwardPass, 'noise'> {
  if (noise === undefined || slice === null) return {};
  return { noise: { deviations: slice.limits.map((limit) => noise * limit), image: slice.place } };
}

/** Cross-entropy of softmax(z) with the label, nats. Its gradient goes to `delta`. */
function softmaxLoss(z: Float64Array, label: number, delta: Float64Array): number {
  const largest = nth(z, largestIndex(z));
  let sum = 0;
  for (let j = 0; j < z.length; j++) {
    const power = exp((z[j] ?? 0) - largest);
    delta[j] = power;
    sum += power;
  }
  for (let j = 0; j < z.length; j++) delta[j] = (delta[j] ?? 0) / sum - (j === label ? 1 : 0);
  // The loss is shown, not used: Math.log may differ in its last bit between engines.
  return Math.log(sum) + largest - nth(z, label);
}

function validate(data: DataSet, { index, count }: MemberJob, classify: Classify, ranges: readonly number[]): Seen {
  let seen: Seen = { images: 0, wrong: 0, loss: 0 };
  for (let start = IMAGE_LANES * index; start < data.images; start += IMAGE_LANES * count) {
    const images = Array.from({ length: Math.min(IMAGE_LANES, data.images - start) }, (_, k) => start + k);
    seen = sumSeen([seen, classify(data, images, ranges, null)]);
  }
  return seen;
}

function runEpoch(
  job: MemberJob,
  machine: FloatMachine,
  trainPlan: TrainPlan,
  rows: readonly Rows[],
  arena: number,
  classify: Classify,
  barrier: Barrier,
  { epoch, limits, ranges }: Extract<Command, { kind: 'epoch' }>,
): Seen {
  const { options, training, index, count } = job;
  const { batch } = options;
  const scratch = arena + trainPlan.plan.scratch;
  const order = epochOrder(training.images, options.seed, epoch);
  const steps = Math.ceil(training.images / batch);
  let seen: Seen = { images: 0, wrong: 0, loss: 0 };
  for (let step = 0; step < steps; step++) {
    const images = order.subarray(step * batch, (step + 1) * batch);
    const slices = Math.ceil(images.length / IMAGE_LANES);
    for (let slice = index; slice < slices; slice += count) {
      const place = step * batch + slice * IMAGE_LANES;
      const found = classify(training, images.subarray(slice * IMAGE_LANES, (slice + 1) * IMAGE_LANES), ranges, {
        epoch,
        place,
        limits,
      });
      seen = sumSeen([seen, found]);
      backward(trainPlan.plan, machine, arena, nth(trainPlan.gradients, slice));
    }
    barrier();
    const done = (epoch - 1) * steps + step;
    stepRows(trainPlan, machine, rows, index, { options, slices, images: images.length, done, steps, scratch });
    prepareRows(trainPlan, machine, rows, scratch, options, limits);
    barrier();
  }
  return seen;
}

/** Sum of what a thread's slices had. */
export function sumSeen(parts: readonly Seen[]): Seen {
  return parts.reduce((sum, part) => ({
    images: sum.images + part.images,
    wrong: sum.wrong + part.wrong,
    loss: sum.loss + part.loss,
  }));
}
