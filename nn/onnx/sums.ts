/** Sums of products of a graph: Conv, Gemm and MatMul as layers with weights. */

import { nth } from '../../numeric/index.ts';
import { isUnpadded } from '../network/geometry.ts';
import { flowText, mapFlow, type VectorFlow, vectorFlow } from './flow.ts';
import type { GraphNode } from './node.ts';
import { type Effect, mapOf, type Reading } from './reading.ts';
import type { LinearLayer, Work } from './steps.ts';
import type { Constant } from './tensor.ts';
import { windowsOfNode } from './windows.ts';

/** A convolution; one whose only window is the whole map is a dense layer. */
export function convolution(reading: Reading): Effect {
  const { node, constants } = reading;
  const flow = mapOf(reading);
  const kernels = weightsOf(node, constants[1], 4, 'W');
  const [outputs, channels, height, width] = kernels.shape as [number, number, number, number];
  const groups = node.int('group', 1);
  if (!(groups >= 1) || channels * groups !== flow.channels)
    node.fail(`W must be for ${flow.channels} channels in ${groups} groups: [${kernels.shape}]`);
  const { windows, padding, counts } = windowsOfNode(node, flow, [height, width]);
  const weights = { weights: Float32Array.from(kernels.values), bias: biasOf(node, constants[2], outputs, 1) };
  const out = mapFlow(outputs, counts.height, counts.width);
  const names = namesOf(node);
  if (groups === 1 && height === flow.height && width === flow.width && isUnpadded(padding)) {
    const layer: LinearLayer = { kind: 'dense', inputs: channels * height * width, outputs };
    return { work: [{ kind: 'flatten' }, { kind: 'linear', layer, weights, names }], flow: out };
  }
  if (height !== width) node.fail(`kernel_shape must be square: ${height} x ${width}`);
  const { stride, dilation } = windows;
  const layer: LinearLayer = {
    kind: 'convolution',
    inputs: flow.channels,
    outputs,
    kernel: height,
    padding,
    ...(stride === 1 ? {} : { stride }),
    ...(dilation === 1 ? {} : { dilation }),
    ...(groups === 1 ? {} : { groups }),
  };
  return { work: [{ kind: 'linear', layer, weights, names }], flow: out };
}

/** A dense layer alpha A B + beta C, A being what flows. */
export function gemm(reading: Reading): Effect {
  const { node, constants } = reading;
  if (node.int('transA', 0) !== 0) node.fail('transA must be 0');
  const alpha = node.float('alpha', 1);
  const { work, flow, outputs } = dense(reading, node.int('transB', 0) !== 0, alpha);
  const bias = biasOf(node, constants[2], outputs, node.float('beta', 1));
  return { work: [{ ...work, weights: { ...work.weights, bias } }], flow };
}

/** A dense layer without bias. */
export function matMul(reading: Reading): Effect {
  const { work, flow } = dense(reading, false, 1);
  return { work: [work], flow };
}

function dense(reading: Reading, transposed: boolean, alpha: number) {
  const { node, constants, place } = reading;
  if (place !== 0) node.fail('must have what flows as its first input');
  const flow = vectorOf(reading);
  const matrix = weightsOf(node, constants[1], 2, 'weights');
  const [rows, columns] = matrix.shape as [number, number];
  const [inputs, outputs] = transposed ? [columns, rows] : [rows, columns];
  if (inputs !== flow.length) node.fail(`weights must be for ${flow.length} inputs: [${matrix.shape}]`);
  const weights = new Float32Array(inputs * outputs);
  for (let output = 0; output < outputs; output++)
    for (let input = 0; input < inputs; input++) {
      const from = transposed ? output * inputs + input : input * outputs + output;
      // The layer reads [channels, height, width], whatever order the values flow in.
      weights[output * inputs + (flow.order ? nth(flow.order, input) : input)] = alpha * nth(matrix.values, from);
    }
  const layer: LinearLayer = { kind: 'dense', inputs, outputs };
  const work = {
    kind: 'linear',
    layer,
    weights: { weights, bias: new Float32Array(outputs) },
    names: namesOf(node),
  } as const;
  return { work: work satisfies Work, flow: vectorFlow(outputs), outputs };
}

function vectorOf({ node, flow }: Reading): VectorFlow {
  return flow.kind === 'vector' ? flow : node.fail(`must read a vector; Flatten makes one of ${flowText(flow)}`);
}

function weightsOf(node: GraphNode, constant: Constant | undefined, rank: number, name: string): Constant {
  if (!constant) return node.fail(`${name} must be a constant`);
  if (constant.shape.length !== rank || constant.whole || constant.values.length === 0)
    return node.fail(`${name} must have ${rank} dimensions of floating point: [${constant.shape}]`);
  return constant;
}

/** Biases times beta; one for all, or one for each output. */
function biasOf(node: GraphNode, constant: Constant | undefined, outputs: number, beta: number): Float32Array {
  if (!constant) return new Float32Array(outputs);
  const { shape, values } = constant;
  const isRow =
    shape.slice(0, -1).every((length) => length === 1) && (values.length === outputs || values.length === 1);
  if (!isRow) node.fail(`bias must hold ${outputs} values: [${shape}]`);
  return Float32Array.from({ length: outputs }, (_, k) => beta * nth(values, values.length === 1 ? 0 : k));
}

/** Names that a layer may be called after: of its weights, of its node. */
const namesOf = ({ inputs, name }: GraphNode): readonly string[] => [inputs[1] ?? '', name];
