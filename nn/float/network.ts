/** Networks in floating point: forward and backward passes of 16 images on the float kernels. */

import { nth } from '../../numeric/index.ts';
import { VALUE_BYTES, VECTORS } from './kernels/code.ts';
import type { FloatMachine } from './kernels/kernels.ts';
import { gaussianPairs } from './plan.ts';
import type { FloatPlan, FloatStep, LinearStep, PoolStep } from './steps.ts';

/** Additions of the forward pass to the network itself: rounding and noise. */
export interface ForwardPass {
  /** Codes that inputs and activations are rounded to: multiples of range / codes, up to the range. */
  readonly codes?: number;
  /** Range of the inputs of each layer with weights; default: 1 each. */
  readonly inputRanges?: readonly number[];
  /** Called when the step of this index has its outputs in their place. */
  readonly onStep?: (step: number) => void;
  /** Noise of the weights: each layer's standard deviation, and the number of the first of the images in the Gaussians' counter. */
  readonly noise?: { readonly deviations: readonly number[]; readonly image: number };
}

/** Transfer of the plan's tables into memory. */
export function writeTables(plan: FloatPlan, machine: FloatMachine): void {
  for (const { address, values } of plan.tables)
    if (values instanceof Int32Array) machine.words.set(values, address / 4);
    else machine.floats.set(values, address / 4);
}

/** Address of numbers put, each four times, where kernels read them. */
export function writeNumbers({ floats }: FloatMachine, address: number, values: readonly number[]): number {
  values.forEach((value, k) => {
    floats.fill(value, address / 4 + 4 * k, address / 4 + 4 * k + 4);
  });
  return address;
}

/** Forward pass from the input in `arena` to the output, every tensor in its place. */
export function forward(plan: FloatPlan, machine: FloatMachine, arena: number, pass: ForwardPass = {}): void {
  let index = 0;
  for (const [k, step] of plan.steps.entries()) {
    if (step.kind === 'linear') forwardLinear(plan, step, index++, machine, arena, pass);
    else forwardPool(step, machine, arena);
    pass.onStep?.(k);
  }
}

function forwardLinear(
  plan: FloatPlan,
  step: LinearStep,
  index: number,
  machine: FloatMachine,
  arena: number,
  { codes, inputRanges, noise }: ForwardPass,
): void {
  const { kernels } = machine;
  const { input, factors, output } = step;
  const x = arena + factors.start;
  if (codes !== undefined) {
    const from = [arena + input.start, input.row, input.table] as const;
    const size = [input.channels, input.height, VECTORS * input.width] as const;
    const range = inputRanges ? nth(inputRanges, index) : 1;
    const numbers = writeNumbers(machine, arena + plan.scratch, [range / codes, codes / range, codes]);
    kernels.quantizeValues(...from, x, factors.row, factors.table, ...size, numbers);
  }
  const out = arena + output.start;
  const weights = plan.computed + step.weights;
  const bias = plan.computed + step.bias;
  const { groups, stride } = step;
  const outputs = step.layer.outputs / groups;
  const size = [output.height, output.width, Math.ceil(outputs / 2)] as const;
  // Where a group has an odd number of outputs, the next one's first is done twice; the second time counts.
  for (let group = 0; group < groups; group++) {
    const first = group * outputs;
    const from = [x + group * step.groupBytes, stride * factors.row, stride * VALUE_BYTES] as const;
    const of = [weights + first * step.weightRow, step.weightRow, bias + 4 * first] as const;
    kernels.forward(...from, step.places, step.synapses, ...of, out, output.row, output.table + 4 * first, ...size);
  }
  if (noise) addNoise(plan, step, index, machine, arena, nth(noise.deviations, index), noise.image);
  activate(step, machine, arena);
}

function addNoise(
  plan: FloatPlan,
  { factors, output, places, synapses }: LinearStep,
  index: number,
  machine: FloatMachine,
  arena: number,
  deviation: number,
  image: number,
): void {
  const { kernels } = machine;
  const { groupBytes } = plan.noise;
  const deviations = arena + plan.noise.deviations;
  const gaussians = arena + plan.noise.gaussians;
  const { width, channels } = output;
  const pairs = gaussianPairs({ outputs: channels, width });
  const numbers = writeNumbers(machine, arena + plan.scratch, [deviation]);
  for (let y = 0; y < output.height; y++) {
    kernels.deviations(arena + factors.start + y * factors.row, places, synapses, deviations, width, numbers);
    for (let group = 0; group < VECTORS; group++)
      kernels.gaussians(gaussians + group * groupBytes, index, 2 * pairs * y, pairs, image + 4 * group);
    const out = arena + output.start + y * output.row;
    kernels.addNoise(out, output.table, channels, width, deviations, gaussians, groupBytes);
  }
}

function activate({ activation, output }: FloatStep, { kernels }: FloatMachine, arena: number): void {
  if (activation === 'none') return;
  const x = [arena + output.start, output.row, output.table] as const;
  kernels[activation](...x, output.channels, output.height, VECTORS * output.width);
}

function poolArguments({ input, output, windows }: PoolStep, arena: number): number[] {
  const { rows, columns, stride, sides } = windows;
  const [top, left] = sides;
  const from = [arena + input.start - top * input.row - left * VALUE_BYTES, input.row, input.table];
  const to = [arena + output.start, output.row, output.table];
  return [...from, ...to, output.channels, output.height, output.width, rows, columns, stride];
}

function forwardPool(step: PoolStep, machine: FloatMachine, arena: number): void {
  const { kernels } = machine;
  const values = poolArguments(step, arena);
  switch (step.kind) {
    case 'max-pool':
      (isPair(step.windows) ? kernels.maxPool2 : kernels.maxPool)(...values, 0);
      break;
    case 'average-pool':
      kernels.averagePool(...values, step.part);
  }
  activate(step, machine, arena);
}

/**
 * Backward pass from the gradient of the output's sums to the gradients of all parameters. The former stands in the
 * output's place, the latter go to the set at `gradient`. Every tensor's values give way to the gradient of its sums.
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
  const factorsBack = [VALUE_BYTES, back.places, back.synapses, back.weights, back.weightRow, 0] as const;
  kernels.backward(...d, ...factorsBack, ...to, back.height, back.width, back.pairs, back.slope);
}

function backwardPool(step: PoolStep, machine: FloatMachine, arena: number): void {
  const { output, windows, slope } = step;
  if (slope === null) return;
  const { kernels } = machine;
  const values = poolArguments(step, arena);
  switch (step.kind) {
    case 'max-pool':
      (isPair(windows) ? kernels.maxPoolBackward2 : kernels.maxPoolBackward)(...values, slope);
      break;
    case 'average-pool':
      kernels.averagePoolBackward(...values, slope);
  }
  clearRest(step, machine, arena, output.height * windows.rows, output.width * windows.columns);
}

/** True for windows of 2 x 2. */
const isPair = ({ rows, columns }: PoolStep['windows']): boolean => rows === 2 && columns === 2;

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
