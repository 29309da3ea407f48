/** A step of the weights by the gradients of a mini-batch. */

import { cosSinOfWord, nth } from '../../numeric/index.ts';
import { VECTOR_BYTES } from '../float/kernels/code.ts';
import type { FloatMachine } from '../float/kernels/kernels.ts';
import { linearSteps } from '../float/layer-weights.ts';
import { writeNumbers } from '../float/network.ts';
import type { TrainOptions } from './options.ts';
import type { Rows, TrainPlan } from './parameters.ts';

/** Progress of a run at a step. */
export interface Step {
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
export function stepRows(
  trainPlan: TrainPlan,
  machine: FloatMachine,
  rows: readonly Rows[],
  index: number,
  now: Step,
): void {
  const { options } = now;
  const rate = options.learningRate * remaining(options, now.done / (now.steps * options.epochs));
  const { plan } = trainPlan;
  for (const { step, from, to } of rows) {
    const bytes = (to - from) * step.weightRow;
    update(trainPlan, machine, now, step.weights + from * step.weightRow, bytes, rate, options.weightDecay);
  }
  if (index > 0) return;
  for (const step of linearSteps(plan)) {
    if (step.layer.bias === false) continue;
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
  const start = nth(gradients, 0);
  const gradient = [start + at, slices, (gradients[1] ?? start) - start] as const;
  const common = [plan.trained + at, ...gradient, bytes / VECTOR_BYTES] as const;
  const numbers = [1 / images, rate, decay];
  const [first = 0, second = 0] = momenta.map((address) => address + at);
  switch (optimizer.kind) {
    case 'momentum':
      kernels.momentumStep(...common, writeNumbers(machine, scratch, [...numbers, optimizer.momentum]), first, first);
      return;
    case 'adam': {
      const { beta1, beta2, epsilon } = optimizer;
      const bias = [1 - power(beta1, done + 1), 1 - power(beta2, done + 1)];
      const all = writeNumbers(machine, scratch, [...numbers, 1 - beta1, 1 - beta2, ...bias, epsilon]);
      kernels.adamStep(...common, all, first, second);
    }
  }
}

/** Part of the learning rate that is left after a part of all steps. */
function remaining({ schedule }: TrainOptions, done: number): number {
  switch (schedule) {
    case 'linear':
      return 1 - done;
    case 'cosine': {
      const turn = new Float64Array(2);
      cosSinOfWord(Math.floor(done * 2 ** 31), turn, 0);
      return (1 + nth(turn, 0)) / 2;
    }
  }
}

/** Power base^exponent by multiplications alone, which `**` does not promise. */
function power(base: number, exponent: number): number {
  let product = 1;
  for (let left = exponent, square = base; left > 0; left = Math.floor(left / 2), square *= square)
    if (left % 2) product *= square;
  return product;
}
