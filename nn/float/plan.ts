/** Memory plan of the float kernels: tensors, weights, gradients, tables of a network. */

import { nth } from '../../numeric/index.ts';
import { isUnpadded, type Windows } from '../network/geometry.ts';
import {
  type Activation,
  groupsOf,
  type Layer,
  type Network,
  type PoolLayer,
  type Shape,
  type WeightLayer,
  windowsOf,
} from '../network/network.ts';
import { layerShapes } from '../network/shapes.ts';
import { GAUSSIAN_STATE_BYTES } from '../wasm/gaussians.ts';
import { IMAGE_LANES, VALUE_BYTES, VECTOR_BYTES } from './kernels/code.ts';
import { slopeNumbers } from './kernels/slope.ts';
import {
  even,
  type FloatTensor,
  factorOffsets,
  floatTensor,
  framesOf,
  gradientOffsets,
  inputPlaces,
} from './tensor.ts';

/** Addresses for the gradient of a layer's input. */
export interface BackStep {
  /** Address of the table of places of the outputs' gradients; their number. */
  readonly places: number;
  readonly synapses: number;
  /** Address of the transposed weights; bytes of a row. */
  readonly weights: number;
  readonly weightRow: number;
  /** Address of the offsets of the input's gradients, their pairs, the positions of each. */
  readonly table: number;
  readonly pairs: number;
  readonly height: number;
  readonly width: number;
  /** Address of the slope of the activation that made the input. */
  readonly slope: number;
}

/** Sums of products, then an activation. */
export interface LinearStep {
  readonly kind: 'linear';
  readonly layer: WeightLayer;
  readonly input: FloatTensor;
  /** Multiplied values: the input, or its codes where activations are quantized. */
  readonly factors: FloatTensor;
  readonly output: FloatTensor;
  /**
   * Activation of the sums; `none` where a maximum is taken first: activations are monotonic, and there are fewer
   * maxima.
   */
  readonly activation: Activation;
  /** Groups of channels, and bytes from the inputs of one to those of the next. */
  readonly groups: number;
  readonly groupBytes: number;
  /** Distance between neighbouring sums in the input, pixels. */
  readonly stride: number;
  /** Products of a sum; bytes of a row of weights, whole vectors. */
  readonly synapses: number;
  readonly weightRow: number;
  /** Number of outputs, padded to an even one. */
  readonly outputs: number;
  /** Bytes from the start of a set of parameters: weights [outputs][weightRow], bias [outputs]. */
  readonly weights: number;
  readonly bias: number;
  /** Address of the table of places of the factors. */
  readonly places: number;
  /** Plan of the backward pass; null where nothing before this layer is trained. */
  readonly back: BackStep | null;
}

export interface PoolStep {
  readonly kind: PoolLayer['kind'];
  readonly windows: Windows;
  readonly input: FloatTensor;
  readonly output: FloatTensor;
  /** Activation of the sums before a maximum. */
  readonly activation: Activation;
  /** Address of 1 / values of a window. */
  readonly part: number;
  /**
   * Address of the same behind the slope of the activation that made the input. Null where nothing before it is
   * trained.
   */
  readonly slope: number | null;
}

export type FloatStep = LinearStep | PoolStep;

/** A network in memory; addresses and sizes in bytes. */
export interface FloatPlan {
  readonly network: Network;
  readonly steps: readonly FloatStep[];
  readonly input: FloatTensor;
  readonly output: FloatTensor;
  /** Size of a set of parameters: the weights and biases of all layers. */
  readonly parameterBytes: number;
  /**
   * Addresses of the parameters: trained, computed with, further sets. The first two are the same unless
   * `separateWeights`.
   */
  readonly trained: number;
  readonly computed: number;
  readonly sets: readonly number[];
  /** Arena of each thread. */
  readonly arenas: readonly number[];
  /** Room for SCRATCH_NUMBERS numbers, each four times, from the start of an arena. */
  readonly scratch: number;
  /**
   * Room for noise, from the start of an arena. Deviations of a row of positions, Gaussians of four images and bytes to
   * the next four.
   */
  readonly noise: { readonly deviations: number; readonly gaussians: number; readonly groupBytes: number };
  readonly bytes: number;
  /** Initial contents of memory. */
  readonly tables: readonly { readonly address: number; readonly values: Int32Array | Float32Array }[];
}

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
