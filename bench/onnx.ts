/** Networks in floating point as ONNX models, for runtimes that read them. */

import protobuf from 'protobufjs';
import {
  type ConvolutionLayer,
  groupsOf,
  type Layer,
  type LayerWeights,
  type Network,
  type PoolLayer,
  sizeOf,
  type WeightLayer,
  weightShape,
  windowsOf,
} from '../nn/network/network.ts';
import { nth } from '../numeric/index.ts';

/** The part of ONNX' onnx.proto (IR version 8, Apache-2.0) in use, as proto3. */
const SCHEMA = `syntax = "proto3";
message ModelProto { int64 ir_version = 1; GraphProto graph = 7; repeated OperatorSetIdProto opset_import = 8; }
message OperatorSetIdProto { string domain = 1; int64 version = 2; }
message GraphProto {
  repeated NodeProto node = 1;
  string name = 2;
  repeated TensorProto initializer = 5;
  repeated ValueInfoProto input = 11;
  repeated ValueInfoProto output = 12;
}
message NodeProto { repeated string input = 1; repeated string output = 2; string op_type = 4; repeated AttributeProto attribute = 5; }
message AttributeProto { string name = 1; int64 i = 3; repeated int64 ints = 8; int32 type = 20; }
message TensorProto { repeated int64 dims = 1; int32 data_type = 2; string name = 8; bytes raw_data = 9; }
message ValueInfoProto { string name = 1; TypeProto type = 2; }
message TypeProto { Tensor tensor_type = 1; message Tensor { int32 elem_type = 1; TensorShapeProto shape = 2; } }
message TensorShapeProto { repeated Dimension dim = 1; message Dimension { int64 dim_value = 1; string dim_param = 2; } }
`;

/** Codes of AttributeProto.AttributeType and TensorProto.DataType. */
const INT = 2;
const INTS = 7;
const FLOAT = 1;

/** A layer's operation on the output of the one before, and its tensors. */
interface Operation {
  readonly op_type: string;
  readonly attribute?: readonly object[];
  readonly tensors?: LayerWeights & { readonly dims: readonly number[] };
}

/** Model with input `x` [images, channels, height, width] and output `y` [images, outputs], float32. */
export function onnxModel(network: Network, weights: readonly LayerWeights[]): Uint8Array {
  const { channels, height, width } = network.input;
  const operations = operationsOf(network, weights);
  const node: object[] = [];
  const initializer: object[] = [];
  let input = 'x';
  operations.forEach(({ op_type, attribute = [], tensors }, k) => {
    const output = k === operations.length - 1 ? 'y' : `v${k}`;
    const names = tensors ? [`w${k}`, `b${k}`] : [];
    if (tensors)
      initializer.push(
        { name: `w${k}`, data_type: FLOAT, dims: tensors.dims, raw_data: bytesOf(tensors.weights) },
        { name: `b${k}`, data_type: FLOAT, dims: [tensors.bias.length], raw_data: bytesOf(tensors.bias) },
      );
    node.push({ op_type, attribute, input: [input, ...names], output: [output] });
    input = output;
  });
  const outputs = nth(weights, weights.length - 1).bias.length;
  const graph = {
    name: network.name,
    node,
    initializer,
    input: [value('x', [channels, height, width])],
    output: [value('y', [outputs])],
  };
  const { root } = protobuf.parse(SCHEMA, { keepCase: true });
  const type = root.lookupType('ModelProto');
  // Operators of version 13 are known to every runtime since 2020.
  return type.encode(type.fromObject({ ir_version: 8, graph, opset_import: [{ domain: '', version: 13 }] })).finish();
}

/** Description of a float32 tensor for any number of images. */
function value(name: string, sizes: readonly number[]): object {
  const dim = [{ dim_param: 'images' }, ...sizes.map((size) => ({ dim_value: size }))];
  return { name, type: { tensor_type: { elem_type: FLOAT, shape: { dim } } } };
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/**
 * Operations of the layers in order. A maximum comes before the activation, which does not fall, since that is less
 * work.
 */
function operationsOf({ layers, input }: Network, weights: readonly LayerWeights[]): Operation[] {
  const operations: Operation[] = [];
  let waiting: Operation[] = [];
  let weighted = 0;
  let flat = sizeOf(input) === input.channels;
  for (const layer of layers) {
    const largest = layer.kind === 'max-pool';
    if (!largest) operations.push(...waiting.splice(0));
    if (layer.kind === 'dense' && !flat) operations.push(FLATTEN);
    if (layer.kind === 'dense' || layer.kind === 'flatten') flat = true;
    operations.push(...operation(layer, weights[weighted]));
    if (layer.kind === 'dense' || layer.kind === 'convolution') {
      weighted++;
      waiting = activation(layer);
    }
  }
  return [...operations, ...waiting];
}

const FLATTEN: Operation = { op_type: 'Flatten', attribute: [{ name: 'axis', type: INT, i: 1 }] };

/** Windows of a layer as attributes. */
function attributesOf(layer: ConvolutionLayer | PoolLayer): object[] {
  const { rows, columns, stride, dilation, sides } = windowsOf(layer);
  const list = (name: string, ...ints: readonly number[]): object => ({ name, type: INTS, ints });
  return [
    list('kernel_shape', rows, columns),
    list('strides', stride, stride),
    list('pads', ...sides),
    ...(layer.kind === 'convolution' ? [list('dilations', dilation, dilation)] : []),
  ];
}

function operation(layer: Layer, parameters: LayerWeights | undefined): Operation[] {
  switch (layer.kind) {
    case 'convolution': {
      const attribute = [...attributesOf(layer), { name: 'group', type: INT, i: groupsOf(layer) }];
      return [{ op_type: 'Conv', attribute, tensors: tensorsOf(layer, parameters) }];
    }
    case 'dense': {
      const attribute = [{ name: 'transB', type: INT, i: 1 }];
      return [{ op_type: 'Gemm', attribute, tensors: tensorsOf(layer, parameters) }];
    }
    case 'max-pool':
    case 'average-pool': {
      const mean = layer.kind === 'average-pool' ? [{ name: 'count_include_pad', type: INT, i: 1 }] : [];
      const attribute = [...attributesOf(layer), ...mean];
      return [{ op_type: layer.kind === 'max-pool' ? 'MaxPool' : 'AveragePool', attribute }];
    }
    case 'flatten':
      return [FLATTEN];
  }
}

function tensorsOf(layer: WeightLayer, parameters: LayerWeights | undefined): NonNullable<Operation['tensors']> {
  if (!parameters) throw new RangeError(`${layer.name} must have weights`);
  return { ...parameters, dims: weightShape(layer) };
}

function activation({ name, activation: kind }: WeightLayer): Operation[] {
  switch (kind) {
    case 'none':
      return [];
    case 'tanh':
      return [{ op_type: 'Tanh' }];
    case 'sigmoid':
      return [{ op_type: 'Sigmoid' }];
    case 'relu':
      return [{ op_type: 'Relu' }];
    case 'hard-tanh':
      throw new RangeError(`activation of ${name} must be tanh, sigmoid, relu or none: ${kind}`);
  }
}
