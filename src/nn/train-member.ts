/**
 * One thread of a training run. All threads run the same steps on one memory: of each mini-batch they compute slices of 16
 * images, each with a set of gradients of its own, then step the weights of their own rows by the sum of all slices' gradients in
 * the slices' order. So the number of threads changes nothing.
 */

import { cosSinOfWord, exp } from '../gen/index.ts';
import type { DataSet } from './data-set.ts';
import { eachOutput, largestIndex, outputAddresses } from './float-evaluate.ts';
import { backward, type ForwardPass, forward, writeNumbers, writeTables } from './float-network.ts';
import { LANES, VECTOR_BYTES } from './kernels/float-code.ts';
import type { FloatMachine } from './kernels/float-kernels.ts';
import { linearSteps } from './layer-weights.ts';
import type { Network } from './network.ts';
import { largestCode } from './quantize.ts';
import type { TrainOptions } from './train-options.ts';
import { planTraining, prepareRows, type Rows, rowsOf, type TrainPlan } from './train-parameters.ts';
import { epochOrder, movementOf, placeImage, UNMOVED } from './training-order.ts';

/** What a thread is given. */
export interface MemberJob {
  readonly network: Network;
  readonly options: TrainOptions;
  readonly training: DataSet;
  readonly validation: DataSet;
  readonly test: DataSet;
  readonly index: number;
  readonly count: number;
}

/** What all threads do at a word of the one that leads them. */
export type Command =
  /** Brings the weights that are computed with up to date. */
  | { readonly kind: 'prepare'; readonly limits: readonly number[] }
  | { readonly kind: 'epoch'; readonly epoch: number; readonly limits: readonly number[] }
  | { readonly kind: 'validate'; readonly part: 'validation' | 'test' };

/** Sums over the images that a thread has seen. */
export interface Seen {
  readonly images: number;
  readonly wrong: number;
  /** Cross-entropy, nats. */
  readonly loss: number;
}

/** Waits until all threads have come as far. */
export type Barrier = () => void;

/** A thread's part of each command. */
export function memberOf(job: MemberJob, machine: FloatMachine, barrier: Barrier): (command: Command) => Seen {
  const trainPlan = planTraining(job.network, job.options, job.count);
  const { plan } = trainPlan;
  if (job.index === 0) writeTables(plan, machine);
  const rows = rowsOf(plan, job.index, job.count);
  const arena = plan.arenas[job.index] ?? 0;
  const classify = classifier(job, machine, trainPlan, arena);
  return (command) => {
    switch (command.kind) {
      case 'prepare':
        prepareRows(trainPlan, machine, rows, arena + plan.scratch, job.options, command.limits);
        return { images: 0, wrong: 0, loss: 0 };
      case 'validate':
        return validate(job[command.part], job, classify);
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

type Classify = (data: DataSet, images: ArrayLike<number>, slice: TrainedSlice | null) => Seen;

/** Forward for a slice of images; where it is trained with, they are moved, there is noise, and the gradient of their losses takes the outputs' place. */
function classifier(job: MemberJob, machine: FloatMachine, { plan }: TrainPlan, arena: number): Classify {
  const { options } = job;
  const codes = options.quantization ? { codes: largestCode(options.quantization.activationBits) } : {};
  const addresses = outputAddresses(plan, arena);
  const powers = new Float64Array(addresses.length);
  return (data, images, slice) => {
    for (let lane = 0; lane < images.length; lane++) {
      const image = images[lane] ?? 0;
      const movement = slice === null ? UNMOVED : movementOf(image, slice.epoch, options);
      placeImage(data, image, movement, machine.floats, arena, plan.input, lane);
    }
    forward(plan, machine, arena, { ...codes, ...noiseOf(options, slice) });
    let wrong = 0;
    let loss = 0;
    eachOutput(plan, machine, arena, images.length, (outputs, lane) => {
      const label = data.labels[images[lane] ?? 0] ?? 0;
      if (largestIndex(outputs) !== label) wrong++;
      if (slice === null) return;
      loss += softmaxLoss(outputs, label, powers);
      for (let k = 0; k < powers.length; k++) machine.floats[(addresses[k] ?? 0) / 4 + lane] = powers[k] ?? 0;
    });
    if (slice !== null)
      for (const address of addresses) machine.floats.fill(0, address / 4 + images.length, address / 4 + LANES);
    return { images: images.length, wrong, loss };
  };
}

/** Noise of a slice: that of a weight is a part of its layer's largest. */
function noiseOf({ noise }: TrainOptions, slice: TrainedSlice | null): Pick<ForwardPass, 'noise'> {
  if (noise === undefined || slice === null) return {};
  return { noise: { deviations: slice.limits.map((limit) => noise * limit), image: slice.place } };
}

/** Cross-entropy of softmax(z) with the label, nats; writes its gradient to `delta`. */
function softmaxLoss(z: Float64Array, label: number, delta: Float64Array): number {
  const largest = z[largestIndex(z)] ?? 0;
  let sum = 0;
  for (let j = 0; j < z.length; j++) {
    const power = exp((z[j] ?? 0) - largest);
    delta[j] = power;
    sum += power;
  }
  for (let j = 0; j < z.length; j++) delta[j] = (delta[j] ?? 0) / sum - (j === label ? 1 : 0);
  // The loss is shown, not used: Math.log may differ in its last bit between engines.
  return Math.log(sum) + largest - (z[label] ?? 0);
}

function validate(data: DataSet, { index, count }: MemberJob, classify: Classify): Seen {
  let seen: Seen = { images: 0, wrong: 0, loss: 0 };
  for (let start = LANES * index; start < data.images; start += LANES * count) {
    const images = Array.from({ length: Math.min(LANES, data.images - start) }, (_, k) => start + k);
    seen = sumSeen([seen, classify(data, images, null)]);
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
  { epoch, limits }: Extract<Command, { kind: 'epoch' }>,
): Seen {
  const { options, training, index, count } = job;
  const { batch } = options;
  const scratch = arena + trainPlan.plan.scratch;
  const order = epochOrder(training.images, options.seed, epoch);
  const steps = Math.ceil(training.images / batch);
  let seen: Seen = { images: 0, wrong: 0, loss: 0 };
  for (let step = 0; step < steps; step++) {
    const images = order.subarray(step * batch, (step + 1) * batch);
    const slices = Math.ceil(images.length / LANES);
    for (let slice = index; slice < slices; slice += count) {
      const place = step * batch + slice * LANES;
      const found = classify(training, images.subarray(slice * LANES, (slice + 1) * LANES), { epoch, place, limits });
      seen = sumSeen([seen, found]);
      backward(trainPlan.plan, machine, arena, trainPlan.gradients[slice] ?? 0);
    }
    barrier();
    const done = (epoch - 1) * steps + step;
    stepRows(trainPlan, machine, rows, index, { options, slices, images: images.length, done, steps, scratch });
    prepareRows(trainPlan, machine, rows, scratch, options, limits);
    barrier();
  }
  return seen;
}

/** What a thread's slices had, together. */
export function sumSeen(parts: readonly Seen[]): Seen {
  return parts.reduce((sum, part) => ({
    images: sum.images + part.images,
    wrong: sum.wrong + part.wrong,
    loss: sum.loss + part.loss,
  }));
}

interface Step {
  readonly options: TrainOptions;
  readonly slices: number;
  readonly images: number;
  /** Steps done, and those of an epoch. */
  readonly done: number;
  readonly steps: number;
  /** Address of the thread's numbers. */
  readonly scratch: number;
}

/** One step of the weights of some rows; the first thread sees to all biases. */
function stepRows(trainPlan: TrainPlan, machine: FloatMachine, rows: readonly Rows[], index: number, now: Step): void {
  const { options } = now;
  const rate = options.learningRate * remaining(options, now.done / (now.steps * options.epochs));
  const { plan } = trainPlan;
  for (const { step, from, to } of rows) {
    const bytes = (to - from) * step.weightRow;
    update(trainPlan, machine, now, step.weights + from * step.weightRow, bytes, rate, options.weightDecay);
  }
  if (index > 0) return;
  for (const step of linearSteps(plan)) {
    const bytes = VECTOR_BYTES * Math.ceil(step.outputs / 4);
    update(trainPlan, machine, now, step.bias, bytes, rate, 0);
    if (plan.computed === plan.trained) continue;
    const from = (plan.trained + step.bias) / 4;
    machine.floats.copyWithin((plan.computed + step.bias) / 4, from, from + bytes / 4);
  }
}

function update(
  { plan, gradients, momenta }: TrainPlan,
  machine: FloatMachine,
  { options, slices, images, done, scratch }: Step,
  at: number,
  bytes: number,
  rate: number,
  decay: number,
): void {
  const { kernels } = machine;
  const { optimizer } = options;
  const gradient = [(gradients[0] ?? 0) + at, slices, (gradients[1] ?? 0) - (gradients[0] ?? 0)] as const;
  const common = [plan.trained + at, ...gradient, bytes / VECTOR_BYTES] as const;
  const numbers = [1 / images, rate, decay];
  const [first = 0, second = 0] = momenta.map((address) => address + at);
  switch (optimizer.kind) {
    case 'momentum':
      return kernels.momentumStep(
        ...common,
        writeNumbers(machine, scratch, [...numbers, optimizer.momentum]),
        first,
        first,
      );
    case 'adam': {
      const { beta1, beta2, epsilon } = optimizer;
      const bias = [1 - power(beta1, done + 1), 1 - power(beta2, done + 1)];
      const all = writeNumbers(machine, scratch, [...numbers, 1 - beta1, 1 - beta2, ...bias, epsilon]);
      return kernels.adamStep(...common, all, first, second);
    }
  }
}

/** Part of the learning rate that is left when this part of all steps is done. */
function remaining({ schedule }: TrainOptions, done: number): number {
  switch (schedule) {
    case 'linear':
      return 1 - done;
    case 'cosine': {
      const turn = new Float64Array(2);
      cosSinOfWord(Math.floor(done * 2 ** 31), turn, 0);
      return (1 + (turn[0] ?? 0)) / 2;
    }
  }
}

/** base^exponent by multiplications alone, which `**` does not promise. */
function power(base: number, exponent: number): number {
  let product = 1;
  for (let left = exponent, square = base; left > 0; left = Math.floor(left / 2), square *= square)
    if (left % 2) product *= square;
  return product;
}
