/**
 * ONNX models as networks: one path of operators from the images to the classes.
 * Operators as in onnx/docs/Operators.md, versions 7 to 25.
 */

import { nth } from '../../numeric/index.ts';
import { FormatError } from '../data/format-error.ts';
import { printable } from '../files/safetensors.ts';
import type { Fail } from '../network/fields.ts';
import { sidesOf } from '../network/geometry.ts';
import { type LayerWeights, type Network, type Normalization, type Shape, shapeText } from '../network/network.ts';
import { normalizationOf, type PixelNormalization } from '../network/normalization.ts';
import { layerShapes } from '../network/shapes.ts';
import { CONSTANT_OPERATORS, foldConstants, wholes } from './constants.ts';
import { dimensionsOf, type Flow, flowText, sizeOfFlow, type Value } from './flow.ts';
import { flowOfInput } from './input.ts';
import { lower } from './lower.ts';
import { type GraphNode, graphNode } from './node.ts';
import { OPERATORS } from './operators.ts';
import type { ModelProto } from './proto.ts';
import type { Step } from './steps.ts';
import { type Constant, constantOf, type ExternalFiles } from './tensor.ts';

/** Choices that a model leaves open. */
export interface OnnxChoice {
  /** Name of the network. */
  readonly name: string;
  /** Shape of the images where the model leaves it open, or takes a vector. */
  readonly input?: Shape | undefined;
  /** Meaning of pixels of 0 to 255, as in a network file; default: 0 to 1. */
  readonly pixels?: 'positive' | 'centred' | PixelNormalization | undefined;
}

/** A network with its weights. */
export interface OnnxNetwork {
  readonly network: Network;
  readonly weights: readonly LayerWeights[];
}

const LEAST_VERSION = 7;
/** Most values of an image between two nodes. */
const MOST_VALUES = 2 ** 26;
/** Most nodes of a list in a message. */
const LISTED = 20;

/**
 * Network and weights of a model. Throws `FormatError` naming the file, the node, the value and what is allowed; operators that are not
 * known are listed with their nodes.
 */
export function networkOfOnnx(
  model: ModelProto,
  external: ExternalFiles,
  file: string,
  choice: OnnxChoice,
): OnnxNetwork {
  const fail = (problem: string): never => {
    throw new FormatError(file, problem);
  };
  const version = model.opset_import.find(({ domain }) => domain === '' || domain === 'ai.onnx')?.version ?? 0;
  if (!(version >= LEAST_VERSION)) fail(`must have operators (opset) of version ${LEAST_VERSION} or later: ${version}`);
  const { graph } = model;
  const [output, ...more] = graph.output.map(({ name }) => name);
  if (output === undefined || more.length > 0)
    return fail(`must have one output: ${graph.output.map(({ name }) => printable(name)).join(', ') || 'none'}`);
  const nodes = neededNodes(
    graph.node.map((node) => graphNode(node, file)),
    output,
  );
  checkOperators(nodes, fail);
  const initializers = new Map(graph.initializer.map((tensor) => [tensor.name, tensor]));
  const inputs = graph.input.filter(({ name }) => !initializers.has(name));
  const [source, ...others] = inputs;
  if (!source || others.length > 0)
    return fail(`must have one input: ${inputs.map(({ name }) => printable(name)).join(', ') || 'none'}`);

  const values = new Map<string, Value>([[source.name, flowOfInput(source, choice.input, fail)]]);
  const readValue = (name: string, node: GraphNode): Value => {
    const known = values.get(name);
    if (known) return known;
    const tensor = initializers.get(name);
    if (!tensor) return node.fail(`reads ${printable(name)}, which nothing before it gives`);
    const value = { kind: 'constant' as const, ...constantOf(tensor, external, file) };
    values.set(name, value);
    return value;
  };
  const steps: Step[] = [];
  const readers = new Map<string, GraphNode>();
  let images: Flow | undefined;
  let end: GraphNode | undefined;
  for (const node of nodes) {
    const read = node.inputs.map((name) => (name === '' ? undefined : readValue(name, node)));
    const [first = ''] = node.outputs;
    const place = read.findIndex((value) => value && value.kind !== 'constant');
    const flow = read[place];
    const constants = read.map((value) => (value?.kind === 'constant' ? value : undefined));
    if (!flow || flow.kind === 'constant') {
      values.set(first, { kind: 'constant', ...constantNode(node, constants, external, file) });
      continue;
    }
    if (node.operator === 'Shape') {
      // The number of images is none of the network's: 0, which a reshaping keeps.
      values.set(first, { kind: 'constant', ...wholes([0, ...dimensionsOf(flow)]) });
      continue;
    }
    if (read.some((value, k) => k !== place && value && value.kind !== 'constant'))
      node.fail('joins two branches; there must be one path from the input to the output');
    const name = nth(node.inputs, place);
    const other = readers.get(name);
    if (other) node.fail(`branches off beside ${other.label}; there must be one path from the input to the output`);
    readers.set(name, node);
    if (flow.kind === 'map' && flow.zeros && !PADDED.has(node.operator))
      node.fail('must not stand between a Pad and the Conv or pooling that it is for');
    const operator = OPERATORS[node.operator] ?? node.fail('must have constants alone as its inputs');
    const effect = operator({ node, flow, place, constants, isFirst: steps.length === 0 });
    if (!(sizeOfFlow(effect.flow) <= MOST_VALUES))
      node.fail(`must give at most ${MOST_VALUES} values: ${flowText(effect.flow)}`);
    if (end && effect.work.length > 0) node.fail(`must not stand behind ${end.label}, which must be the last`);
    if (effect.ends) end = node;
    for (const work of effect.work) {
      images ??= flow;
      steps.push({ ...work, label: node.label, fail: node.fail });
    }
    values.set(first, effect.flow);
  }
  const last = values.get(output);
  if (!last || last.kind === 'constant') return fail(`output ${printable(output)} must come from the input`);
  const input = imagesOf(images, choice, fail);
  const lowered = lower(steps, normalizationFor(choice.pixels ?? 'positive', input.channels, fail));
  if (lowered.weights.length === 0) fail('must have a layer with weights: Conv, Gemm or MatMul');
  const { layers, weights, pixels } = lowered;
  const network: Network = { name: choice.name, input, ...(pixels === 'positive' ? {} : { pixels }), layers };
  try {
    layerShapes(network);
  } catch (error) {
    return fail((error as Error).message);
  }
  return { network, weights };
}

/** Normalization of pixels of 0 to 1. */
function normalizationFor(pixels: NonNullable<OnnxChoice['pixels']>, channels: number, fail: Fail): Normalization {
  const zero = pixels === 'centred' ? 0.5 : 0;
  const all = typeof pixels === 'object' ? pixels : { mean: zero, std: zero || 1 };
  return normalizationOf({ ...all }, channels, 'pixels', fail);
}

/** Shape of the images: that of what flows into the first step, or the chosen one where that is a vector. */
function imagesOf(flow: Flow | undefined, { input }: OnnxChoice, fail: (problem: string) => never): Shape {
  if (flow?.kind === 'map') {
    const [top, left, bottom, right] = flow.zeros ?? sidesOf(0);
    const channels = flow.channels;
    const height = flow.height - top - bottom;
    const width = flow.width - left - right;
    if (input && (input.channels !== channels || input.height !== height || input.width !== width))
      fail(`takes images of ${shapeText({ channels, height, width })}: input is ${shapeText(input)}`);
    return { channels, height, width };
  }
  const length = flow?.length ?? 0;
  if (!input)
    return fail(`takes vectors of ${length} values; input must give the [channels, height, width] of its images`);
  if (input.channels * input.height * input.width !== length)
    return fail(`takes vectors of ${length} values: input is ${shapeText(input)}`);
  return input;
}

/** Nodes that the output needs, in their order. */
function neededNodes(nodes: readonly GraphNode[], output: string): readonly GraphNode[] {
  const wanted = new Set([output]);
  const needed: GraphNode[] = [];
  for (const node of nodes.toReversed()) {
    if (!node.outputs.some((name) => wanted.has(name))) continue;
    const [, ...others] = node.outputs;
    const other = others.find((name) => name !== '' && wanted.has(name));
    if (other !== undefined && node.operator !== 'BatchNormalization') node.fail(`must not give ${printable(other)}`);
    for (const name of node.inputs) wanted.add(name);
    needed.push(node);
  }
  return needed.reverse();
}

/** Operators that take the zeros of a Pad in. */
const PADDED: ReadonlySet<string> = new Set(['Pad', 'Identity', 'Conv', 'MaxPool', 'AveragePool']);

const SHAPES: ReadonlySet<string> = new Set(['Constant', 'Shape']);

function checkOperators(nodes: readonly GraphNode[], fail: (problem: string) => never): void {
  const isKnown = (operator: string): boolean =>
    Object.hasOwn(OPERATORS, operator) || CONSTANT_OPERATORS.has(operator) || SHAPES.has(operator);
  const unknown = nodes.filter(({ operator }) => !isKnown(operator));
  if (unknown.length === 0) return;
  const listed = unknown.slice(0, LISTED).map(({ label }) => label);
  const rest = unknown.length > LISTED ? [`and ${unknown.length - LISTED} more`] : [];
  const known = Object.keys(OPERATORS).join(', ');
  fail(`has operators that are not known here: ${[...listed, ...rest].join(', ')}; known are ${known}`);
}

function constantNode(
  node: GraphNode,
  constants: readonly (Constant | undefined)[],
  external: ExternalFiles,
  file: string,
): Constant {
  if (node.operator !== 'Constant') {
    if (!CONSTANT_OPERATORS.has(node.operator)) return node.fail('must read what flows from the input');
    return foldConstants(node, constants);
  }
  const tensor = node.tensor('value');
  if (tensor) return constantOf({ ...tensor, name: tensor.name || (node.outputs[0] ?? '') }, external, file);
  const whole = node.ints('value_ints');
  if (whole) return wholes(whole);
  const list = node.floats('value_floats');
  if (list) return { shape: [list.length], values: Float64Array.from(list), whole: false };
  const int = node.int('value_int', Number.NaN);
  if (!Number.isNaN(int)) return wholes([int], true);
  const float = node.float('value_float', Number.NaN);
  if (!Number.isNaN(float)) return { shape: [], values: Float64Array.of(float), whole: false };
  return node.fail('must have a value of numbers');
}
