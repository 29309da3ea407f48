/** A network on the float kernels: forward and backward for a slice of 16 images. */

import type { FloatPlan, FloatStep, LinearStep, PoolStep } from './float-plan.ts';
import type { FloatMachine } from './kernels/float-kernels.ts';
import { VECTORS } from './kernels/float-text.ts';

/** Codes of activations: multiples of 1 / limit, up to 1. */
export interface ActivationCodes {
  /** Largest code, 2^(bits - 1) - 1. */
  readonly limit: number;
}

/** Called between the sums of a layer and its activation. */
export type AfterSums = (step: LinearStep, index: number) => void;

/** Puts the plan's tables into memory. */
export function writeTables(plan: FloatPlan, machine: FloatMachine): void {
  for (const { address, values } of plan.tables)
    if (values instanceof Int32Array) machine.words.set(values, address / 4);
    else machine.floats.set(values, address / 4);
}

/** From the input in `arena` to the output, every tensor in its place. */
export function forward(
  plan: FloatPlan,
  machine: FloatMachine,
  arena: number,
  codes: ActivationCodes | null = null,
  afterSums: AfterSums = () => {},
): void {
  plan.steps.forEach((step, index) => {
    if (step.kind === 'linear') forwardLinear(plan, step, machine, arena, codes, () => afterSums(step, index));
    else forwardPool(step, machine, arena);
  });
}

function forwardLinear(
  plan: FloatPlan,
  step: LinearStep,
  machine: FloatMachine,
  arena: number,
  codes: ActivationCodes | null,
  afterSums: () => void,
): void {
  const { kernels } = machine;
  const { input, factors, output } = step;
  const x = arena + factors.start;
  if (codes) {
    const from = [arena + input.start, input.row, input.table] as const;
    const size = [input.channels, input.height, VECTORS * input.width] as const;
    kernels.quantizeValues(...from, x, factors.row, factors.table, ...size, 1 / codes.limit, codes.limit, codes.limit);
  }
  const out = arena + output.start;
  const weights = [plan.computed + step.weights, step.weightRow, plan.computed + step.bias] as const;
  const size = [output.height, output.width, step.outputs / 2] as const;
  kernels.forward(x, factors.row, step.places, step.synapses, ...weights, out, output.row, output.table, ...size);
  afterSums();
  activate(step, machine, arena);
}

function activate({ activation, output }: FloatStep, { kernels }: FloatMachine, arena: number): void {
  if (activation === 'none') return;
  const x = [arena + output.start, output.row, output.table] as const;
  kernels[activation](...x, output.channels, output.height, VECTORS * output.width);
}

function poolArguments({ input, output, size }: PoolStep, arena: number): number[] {
  const from = [arena + input.start, input.row, input.table];
  const to = [arena + output.start, output.row, output.table];
  return [...from, ...to, output.channels, output.height, output.width, size];
}

function forwardPool(step: PoolStep, machine: FloatMachine, arena: number): void {
  const { kernels } = machine;
  const values = poolArguments(step, arena);
  switch (step.kind) {
    case 'max-pool':
      (step.size === 2 ? kernels.maxPool2 : kernels.maxPool)(...values);
      break;
    case 'average-pool':
      kernels.averagePool(...values, 1 / step.size ** 2);
  }
  activate(step, machine, arena);
}

/**
 * From the gradient of the output's sums, which stands in the output's place, to the gradients of all parameters, which go to the
 * set at `gradient`. Every tensor's values give way to the gradient of its sums.
 */
export function backward(plan: FloatPlan, machine: FloatMachine, arena: number, gradient: number): void {
  for (let k = plan.steps.length - 1; k >= 0; k--) {
    const step = plan.steps[k] as FloatStep;
    if (step.kind === 'linear') backwardLinear(step, machine, arena, gradient);
    else backwardPool(step, machine, arena);
  }
}

function backwardLinear(step: LinearStep, { kernels }: FloatMachine, arena: number, gradient: number): void {
  const { input, factors, output, weightRow, outputs, back } = step;
  const d = [arena + output.start, output.row] as const;
  const vectors = VECTORS * output.width;
  const x = [arena + factors.start, factors.row, step.places, weightRow / 16] as const;
  const weights = [gradient + step.weights, weightRow] as const;
  kernels.weightGradient(...x, ...d, output.table, ...weights, output.height, vectors, outputs / 2);
  kernels.biasGradient(...d, output.table, gradient + step.bias, output.height, vectors, outputs);
  if (!back) return;
  const to = [arena + input.start, input.row, back.table] as const;
  const factorsBack = [back.places, back.synapses, back.weights, back.weightRow, 0] as const;
  kernels.backward(...d, ...factorsBack, ...to, back.height, back.width, back.pairs, back.slope);
}

function backwardPool(step: PoolStep, machine: FloatMachine, arena: number): void {
  const { output, size, slope } = step;
  if (slope === null) return;
  const { kernels } = machine;
  const values = poolArguments(step, arena);
  switch (step.kind) {
    case 'max-pool':
      (size === 2 ? kernels.maxPoolBackward2 : kernels.maxPoolBackward)(...values, slope);
      break;
    case 'average-pool':
      kernels.averagePoolBackward(...values, slope, 1 / size ** 2);
  }
  clearRest(step, machine, arena, output.height * size, output.width * size);
}

/** Zeros where rows and columns filled no window. */
function clearRest({ input }: PoolStep, { floats }: FloatMachine, arena: number, height: number, width: number): void {
  if (height === input.height && width === input.width) return;
  for (let channel = 0; channel < input.channels; channel++)
    for (let y = 0; y < input.height; y++) {
      const row = (arena + input.start + channel * input.plane + y * input.row) / 4;
      const from = y < height ? width : 0;
      floats.fill(0, row + 4 * VECTORS * from, row + 4 * VECTORS * input.width);
    }
}
