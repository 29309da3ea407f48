/**
 * Sets of parameters of a training run in memory. They are gradients of slices, momenta, factors, and the form that is
 * computed with.
 */

import { nth } from '../../numeric/index.ts';
import { IMAGE_LANES, VECTOR_BYTES } from '../float/kernels/code.ts';
import type { FloatMachine } from '../float/kernels/kernels.ts';
import { linearSteps, tapsOf } from '../float/layer-weights.ts';
import { writeNumbers } from '../float/network.ts';
import { planFloat } from '../float/plan.ts';
import type { FloatPlan, LinearStep } from '../float/steps.ts';
import type { Network } from '../network/network.ts';
import { largestCode } from '../quantized/quantize.ts';
import type { Optimizer, TrainOptions } from './options.ts';

/** Plan of a training run: its sets by their use. Addresses. */
export interface TrainPlan {
  readonly plan: FloatPlan;
  /** Gradients, a set for each slice of a mini-batch. */
  readonly gradients: readonly number[];
  /** Momenta of the optimizer: velocity, or mean and square. */
  readonly momenta: readonly number[];
  /** Factors of each weight; null where the weights are not changed before they are computed with. */
  readonly factors: number | null;
}

/** Plan of training `network` with so many threads. */
export function planTraining(network: Network, options: TrainOptions, threads: number): TrainPlan {
  const slices = Math.ceil(options.batch / IMAGE_LANES);
  const momenta = momentaOf(options.optimizer);
  const separateWeights = options.quantization !== undefined || options.mismatch !== undefined;
  const sets = slices + momenta + (separateWeights ? 1 : 0);
  const plan = planFloat(network, {
    threads,
    sets,
    separateWeights,
    codes: options.quantization !== undefined,
    noise: options.noise !== undefined,
  });
  return {
    plan,
    gradients: plan.sets.slice(0, slices),
    momenta: plan.sets.slice(slices, slices + momenta),
    factors: separateWeights ? (plan.sets.at(-1) ?? null) : null,
  };
}

function momentaOf(optimizer: Optimizer): number {
  switch (optimizer.kind) {
    case 'momentum':
      return 1;
    case 'adam':
      return 2;
  }
}

/** A part of a layer's outputs, in pairs. */
export interface Rows {
  readonly step: LinearStep;
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** Rows that thread `index` of `count` sees to. */
export function rowsOf(plan: FloatPlan, index: number, count: number): Rows[] {
  return linearSteps(plan).flatMap((step, layer) => {
    const pairs = step.outputs / 2;
    const from = 2 * Math.floor((pairs * index) / count);
    const to = 2 * Math.floor((pairs * (index + 1)) / count);
    return from < to ? [{ step, index: layer, from, to }] : [];
  });
}

/**
 * Update of the rows that are computed with from the trained weights. `limits`: each layer's largest weight; `scratch`:
 * address of the thread's numbers.
 */
export function prepareRows(
  { plan, factors }: TrainPlan,
  machine: FloatMachine,
  rows: readonly Rows[],
  scratch: number,
  { quantization }: Pick<TrainOptions, 'quantization'>,
  limits: readonly number[],
): void {
  const { kernels } = machine;
  for (const { step, index, from, to } of rows) {
    const weights = step.weights + from * step.weightRow;
    const vectors = ((to - from) * step.weightRow) / VECTOR_BYTES;
    if (factors !== null) {
      const sets = [plan.trained + weights, factors + weights, plan.computed + weights] as const;
      if (quantization) {
        const limit = nth(limits, index);
        const codes = largestCode(quantization.bits);
        const numbers = writeNumbers(machine, scratch, [limit / codes, codes / limit, codes, limit]);
        kernels.quantizeWeights(...sets, vectors, numbers);
      } else kernels.scaleWeights(...sets, vectors);
    }
    const taps = tapsOf(step.layer);
    const outputs = Math.min(to, step.layer.outputs) - from;
    if (!step.back || outputs < 1) continue;
    const source = [plan.computed + weights, step.weightRow, outputs, step.synapses / taps, taps] as const;
    kernels.transpose(...source, step.back.weights + 4 * from * taps, step.back.weightRow);
  }
}
