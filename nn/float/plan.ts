/** Memory plan of the float kernels: tensors, weights, gradients, tables of a network. */

import { nth } from '../../numeric/index.ts';
import { isUnpadded } from '../network/geometry.ts';
import { type Activation, groupsOf, type Layer, type Network, type Shape, windowsOf } from '../network/network.ts';
import { layerShapes } from '../network/shapes.ts';
import { GAUSSIAN_STATE_BYTES } from '../wasm/gaussians.ts';
import { IMAGE_LANES, VALUE_BYTES, VECTOR_BYTES } from './kernels/code.ts';
import { slopeNumbers } from './kernels/slope.ts';
import type { FloatPlan, FloatStep } from './steps.ts';
import {
  even,
  type FloatTensor,
  factorOffsets,
  floatTensor,
  framesOf,
  gradientOffsets,
  inputPlaces,
} from './tensor.ts';

/** Options of a plan: the parts that it has room for. */
export interface PlanOptions {
  /** Threads, each with an arena. */
  readonly threads: number;
  /** Further sets of parameters: gradients, momenta. */
  readonly sets: number;
  /** Separate sets for the weights that are computed with and those that are trained. */
  readonly separateWeights: boolean;
  /** Rounding of activations to codes before they are multiplied. */
  readonly codes: boolean;
  /** Addition of noise to sums. */
  readonly noise: boolean;
}

/** Most numbers that a kernel is given. */
const SCRATCH_NUMBERS = 8;

const upTo = (count: number): number[] => Array.from({ length: count }, (_, k) => k);
const rowBytes = (floats: number): number => 16 * Math.ceil(floats / 4);

/** Plan of a network on the float kernels. Throws where its shapes do not fit. */
export function planFloat(network: Network, options: PlanOptions): FloatPlan {
  const common = space();
  const arena = space();
  const tables: { address: number; values: Int32Array | Float32Array }[] = [];
  const place = (values: Int32Array | Float32Array): number => {
    const address = common(rowBytes(values.length));
    tables.push({ address, values });
    return address;
  };
  const tabulate = (words: readonly number[]): number => place(Int32Array.from(words));
  const constants = (values: readonly number[]): number =>
    place(Float32Array.from(values.flatMap((value) => [value, value, value, value])));
  const slopeOf = (activation: Activation): number => constants(slopeNumbers(activation));

  const shapes = layerShapes(network);
  const frames = framesOf(network);
  const tensor = (shape: Shape, place: number): FloatTensor => floatTensor(shape, nth(frames, place), arena, tabulate);
  const steps: FloatStep[] = [];
  const input = tensor(network.input, 0);
  let last = input;
  /** Activation that made `last`; null where nothing before it is trained. */
  let made: Activation | null = null;
  let postponed: Activation = 'none';
  let parameterBytes = 0;
  network.layers.forEach((layer, k) => {
    if (layer.kind === 'flatten') return;
    const output = tensor(shapes[k] as Shape, k + 1);
    if (layer.kind === 'dense' || layer.kind === 'convolution') {
      const offsets = factorOffsets(layer, last);
      const outputs = even(layer.outputs);
      const weightRow = rowBytes(offsets.length);
      const gradients = gradientOffsets(layer, output);
      const weights = parameterBytes;
      const bias = weights + outputs * weightRow;
      const places = tabulate(offsets);
      const backRow = rowBytes(gradients.length);
      const target = inputPlaces(layer, last, tabulate);
      const back = made && {
        places: tabulate(gradients),
        synapses: gradients.length,
        weights: common(2 * target.pairs * backRow),
        weightRow: backRow,
        ...target,
        slope: slopeOf(made),
      };
      const factors = options.codes ? { ...last, start: arena(last.bytes) + frameOffset(last) } : last;
      const pooled = isPostponed(layer.activation, network.layers[k + 1]);
      postponed = pooled ? layer.activation : 'none';
      const activation = pooled ? 'none' : layer.activation;
      const groups = groupsOf(layer);
      const geometry = {
        groups,
        groupBytes: (last.channels / groups) * last.plane,
        stride: layer.kind === 'convolution' ? windowsOf(layer).stride : 1,
      };
      const sums = {
        ...geometry,
        activation,
        synapses: offsets.length,
        weightRow,
        outputs,
        weights,
        bias,
        places,
        back,
      };
      steps.push({ kind: 'linear', layer, input: last, factors, output, ...sums });
      parameterBytes = bias + rowBytes(outputs);
      made = activation;
    } else {
      const { kind } = layer;
      const windows = windowsOf(layer);
      const part = 1 / (windows.rows * windows.columns);
      const slope = made && constants([...slopeNumbers(made), part]);
      steps.push({ kind, windows, input: last, output, activation: postponed, part: constants([part]), slope });
      made &&= postponed;
      postponed = 'none';
    }
    last = output;
  });
  const trained = common(parameterBytes);
  const computed = options.separateWeights ? common(parameterBytes) : trained;
  const sets = upTo(options.sets).map(() => common(parameterBytes));
  const scratch = arena(SCRATCH_NUMBERS * VECTOR_BYTES);
  const noise = noisePlaces(options.noise ? steps : [], arena);
  const arenaBytes = arena(0);
  const arenas = upTo(options.threads).map(() => common(arenaBytes));
  const bytes = common(0);
  return {
    network,
    steps,
    input,
    output: last,
    parameterBytes,
    trained,
    computed,
    sets,
    arenas,
    scratch,
    noise,
    bytes,
    tables,
  };
}

/** True where a maximum comes before the activation: not where zeros around the inputs are no sums' zeros. */
const isPostponed = (activation: Activation, next: Layer | undefined): boolean =>
  next?.kind === 'max-pool' && (activation === 'relu' || isUnpadded(next.padding ?? 0));

/** Offset of a tensor's first value from the tensor's beginning. */
const frameOffset = ({ row, width }: FloatTensor): number => ((row / VALUE_BYTES - width) / 2) * (row + VALUE_BYTES);

/** Pairs of blocks of four Gaussians for a row of positions of all outputs. */
export const gaussianPairs = ({ outputs, width }: { readonly outputs: number; readonly width: number }): number =>
  Math.ceil((outputs * width) / 8);

function noisePlaces(steps: readonly FloatStep[], arena: (bytes: number) => number): FloatPlan['noise'] {
  const rows = steps.map(({ output }) => ({ outputs: output.channels, width: output.width }));
  const groupBytes = 8 * VECTOR_BYTES * Math.max(0, ...rows.map(gaussianPairs));
  const deviations = arena(VALUE_BYTES * Math.max(0, ...rows.map(({ width }) => width)));
  return { deviations, gaussians: arena((IMAGE_LANES / 4) * groupBytes), groupBytes };
}

/**
 * Allocation of addresses one after the other, each at a whole value. The first is beyond the state of the Gaussians.
 */
function space(): (bytes: number) => number {
  let next = VALUE_BYTES * Math.ceil(GAUSSIAN_STATE_BYTES / VALUE_BYTES);
  return (bytes) => {
    const address = next;
    next += VALUE_BYTES * Math.ceil(bytes / VALUE_BYTES);
    return address;
  };
}
