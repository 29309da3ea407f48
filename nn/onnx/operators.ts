/** Operators on what flows through a graph: steps of a network, or another shape of the same values. */

import { nth } from '../../numeric/index.ts';
import { batchNormChange, type Change } from '../files/fold.ts';
import type { PoolLayer } from '../network/network.ts';
import { wholesOf } from './constants.ts';
import { dimensionsOf, type Flow, flowText, type MapFlow, mapFlow, vectorFlow } from './flow.ts';
import { type Effect, mapOf, type Reading } from './reading.ts';
import { pad, reshape, squeeze, toVector, transpose, unsqueeze } from './reshaping.ts';
import type { Work } from './steps.ts';
import { convolution, gemm, matMul } from './sums.ts';
import { type Constant, isFloatType, typeName } from './tensor.ts';
import { checkMean, windowsOfNode } from './windows.ts';

type Operator = (reading: Reading) => Effect;

const activation =
  (kind: 'tanh' | 'sigmoid' | 'relu'): Operator =>
  ({ flow }) => ({ work: [{ kind: 'activation', activation: kind }], flow });

const same: Operator = ({ flow }) => ({ work: [], flow });

const ending: Operator = ({ node, flow }) => {
  const axis = node.int('axis', flow.kind === 'vector' ? 1 : -1);
  if (flow.kind !== 'vector' || (axis !== 1 && axis !== -1))
    node.fail(`must be over the classes, of a vector: axis ${axis}`);
  return { work: [], flow, ends: true };
};

/** Operators by name. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  Conv: convolution,
  Gemm: gemm,
  MatMul: matMul,
  Add: (reading) => change(reading, (value) => ({ factor: 1, addend: value })),
  Sub: (reading) =>
    change(reading, (value) => (reading.place === 0 ? { factor: 1, addend: -value } : { factor: -1, addend: value })),
  Mul: (reading) => change(reading, (value) => ({ factor: value, addend: 0 })),
  Div: (reading) =>
    reading.place === 0
      ? change(reading, (value) => ({ factor: 1 / value, addend: 0 }))
      : reading.node.fail('must have what flows as its dividend'),
  BatchNormalization: batchNorm,
  Relu: activation('relu'),
  Sigmoid: activation('sigmoid'),
  Tanh: activation('tanh'),
  Clip: clip,
  MaxPool: (reading) => pool(reading, 'max-pool'),
  AveragePool: (reading) => pool(reading, 'average-pool'),
  GlobalMaxPool: (reading) => globalPool('max-pool', mapOf(reading)),
  GlobalAveragePool: (reading) => globalPool('average-pool', mapOf(reading)),
  ReduceMean: reduceMean,
  Flatten: ({ node, flow }) => {
    const axis = node.int('axis', 1);
    if (axis !== 1 && axis !== -dimensionsOf(flow).length) node.fail(`axis must be 1: ${axis}`);
    return toVector(flow);
  },
  Reshape: reshape,
  Squeeze: squeeze,
  Unsqueeze: unsqueeze,
  Transpose: transpose,
  Pad: pad,
  Identity: same,
  Dropout: ({ node, flow, constants }) => {
    if (constants[2]?.values[0]) node.fail('training_mode must be false');
    return { work: [], flow };
  },
  Cast: ({ node, flow }) => {
    const to = node.int('to', 1);
    if (!isFloatType(to)) node.fail(`must be to floating point: ${typeName(to)}`);
    return { work: [], flow };
  },
  Softmax: ending,
  LogSoftmax: ending,
};

/** Changes by a constant beside the flow: one for all, or one for each channel of a map or value of a vector. */
function change(reading: Reading, of: (value: number) => Change): Effect {
  const { node, flow, place, constants } = reading;
  const constant = constants[1 - place] ?? node.fail('must have a constant beside what flows');
  const dimensions = dimensionsOf(flow);
  const channel = flow.kind === 'map' && flow.channelsLast ? dimensions.length - 1 : 0;
  const count = nth(dimensions, channel);
  const shape = constant.shape;
  const own = [...Array<number>(Math.max(0, dimensions.length - shape.length)).fill(1), ...shape].slice(
    -dimensions.length,
  );
  const fits =
    shape.length <= dimensions.length + 1 &&
    shape.slice(0, -dimensions.length).every((length) => length === 1) &&
    own.every((length, k) => length === 1 || (k === channel && length === count));
  if (!fits)
    node.fail(
      `must have a number, or one for each of ${count} ${flow.kind === 'map' ? 'channels' : 'values'}: [${shape}]`,
    );
  const one = constant.values.length === 1;
  const changes = Array.from({ length: count }, (_, k) => of(nth(constant.values, one ? 0 : k)));
  if (changes.some(({ factor }) => !Number.isFinite(factor))) node.fail('must not divide by 0');
  return { work: [{ kind: 'change', changes: inOrder(flow, changes) }], flow };
}

/** Changes in the order of [channels, height, width]. */
function inOrder(flow: Flow, changes: readonly Change[]): readonly Change[] {
  if (flow.kind === 'map' || !flow.order) return changes;
  const moved = [...changes];
  flow.order.forEach((to, k) => {
    moved[to] = nth(changes, k);
  });
  return moved;
}

function batchNorm({ node, flow, constants, place }: Reading): Effect {
  if (place !== 0) node.fail('must have constants behind what flows');
  if (node.int('training_mode', 0) !== 0) node.fail('training_mode must be 0');
  const count = flow.kind === 'map' ? flow.channels : flow.length;
  const of = (k: number, name: string): Constant['values'] => {
    const values = constants[k]?.values;
    if (values?.length !== count)
      return node.fail(`${name} must hold ${count} values: ${values?.length ?? 'not there'}`);
    return values;
  };
  if (flow.kind === 'map' && flow.channelsLast) node.fail(`must read channels first: ${flowText(flow)}`);
  const [weight, bias, mean, variance] = [of(1, 'scale'), of(2, 'B'), of(3, 'mean'), of(4, 'var')];
  const epsilon = node.float('epsilon', 1e-5);
  const changes = Array.from(
    variance,
    (value, k) =>
      batchNormChange(nth(weight, k), nth(bias, k), nth(mean, k), value, epsilon) ??
      node.fail(`var must be at least 0, above 0 with epsilon: ${value}`),
  );
  return { work: [{ kind: 'change', changes: inOrder(flow, changes) }], flow };
}

/** ReLU, or a hard tanh at any height. The height is taken out before and put back behind. */
function clip({ node, flow, constants }: Reading): Effect {
  const low = constants[1]?.values[0] ?? node.float('min', -Infinity);
  const high = constants[2]?.values[0] ?? node.float('max', Infinity);
  if (low === 0 && high >= 3e38) return { work: [{ kind: 'activation', activation: 'relu' }], flow };
  if (!(high > 0 && low === -high && high < Infinity))
    return node.fail(
      `must be from 0 up or from -a to a: ${low} to ${high}${low === 0 && high === 6 ? ' (ReLU6)' : ''}`,
    );
  const count = flow.kind === 'map' ? flow.channels : flow.length;
  const scaled = (factor: number): Work => ({
    kind: 'change',
    changes: Array.from({ length: count }, () => ({ factor, addend: 0 })),
  });
  const bend: Work = { kind: 'activation', activation: 'hard-tanh' };
  return { work: high === 1 ? [bend] : [scaled(1 / high), bend, scaled(high)], flow };
}

function pool(reading: Reading, kind: PoolLayer['kind']): Effect {
  const { node } = reading;
  const flow = mapOf(reading);
  const { windows, pads, padding, counts } = windowsOfNode(node, flow);
  const { rows, columns, stride, dilation } = windows;
  if (dilation !== 1) node.fail(`dilations must be 1: ${dilation}`);
  if (kind === 'average-pool') checkMean(node, pads);
  // A maximum takes zeros of its own padding for nothing, but those of a Pad for zeros: the same behind what is not below zero.

  const size = rows === columns ? rows : ([rows, columns] as const);
  const layer: PoolLayer = {
    kind,
    size,
    ...(stride === Math.max(rows, columns) ? {} : { stride }),
    ...(padding === 0 ? {} : { padding }),
  };
  return { work: [{ kind: 'pool', layer }], flow: mapFlow(flow.channels, counts.height, counts.width) };
}

function globalPool(kind: PoolLayer['kind'], flow: MapFlow): Effect {
  const { channels, height, width } = flow;
  const size = height === width ? height : ([height, width] as const);
  const out = { ...mapFlow(channels, 1, 1), channelsLast: flow.channelsLast };
  return { work: height * width === 1 ? [] : [{ kind: 'pool', layer: { kind, size } }], flow: out };
}

/** Mean over height and width, as exporters write a global pooling. */
function reduceMean(reading: Reading): Effect {
  const { node, flow, constants } = reading;
  const axes = constants[1] ? wholesOf(constants[1], node, 'axes') : (node.ints('axes') ?? []);
  if (flow.kind !== 'map') return node.fail(`must read a map of channels: ${flowText(flow)}`);
  const wanted = flow.channelsLast ? '1,2' : '2,3';
  const found = axes.map((axis) => (axis + 4) % 4).sort((a, b) => a - b);
  if (found.join() !== wanted) node.fail(`axes must be those of height and width, ${wanted}: ${axes}`);
  const { work, flow: pooled } = globalPool('average-pool', flow);
  if (node.int('keepdims', 1) !== 0) return { work, flow: pooled };
  return { work: [...work, { kind: 'flatten' }], flow: vectorFlow(flow.channels) };
}
