/** ONNX models as exporters write them, from lists of nodes. */

import protobuf from 'protobufjs';

const { root } = protobuf.parse(
  `syntax = "proto3";
message Model { int64 ir_version = 1; string producer_name = 2; Graph graph = 7; repeated Opset opset_import = 8; }
message Opset { string domain = 1; int64 version = 2; }
message Graph { repeated Node node = 1; string name = 2; repeated Tensor initializer = 5; repeated Value input = 11; repeated Value output = 12; }
message Node { repeated string input = 1; repeated string output = 2; string name = 3; string op_type = 4; repeated Attribute attribute = 5; string domain = 7; }
message Attribute { string name = 1; float f = 2; int64 i = 3; bytes s = 4; Tensor t = 5; repeated float floats = 7; repeated int64 ints = 8; int32 type = 20; }
message Entry { string key = 1; string value = 2; }
message Tensor {
  repeated int64 dims = 1; int32 data_type = 2; repeated float float_data = 4; repeated int32 int32_data = 5; repeated int64 int64_data = 7;
  string name = 8; bytes raw_data = 9; repeated double double_data = 10; repeated Entry external_data = 13; int32 data_location = 14;
}
message Value { string name = 1; Type type = 2; }
message Type { TensorType tensor_type = 1; }
message TensorType { int32 elem_type = 1; Shape shape = 2; }
message Shape { repeated Dim dim = 1; }
message Dim { int64 dim_value = 1; string dim_param = 2; }`,
  { keepCase: true },
);
const MODEL = root.lookupType('Model');

export interface FixtureNode {
  readonly op: string;
  /** Inputs behind what flows; the flow is the output of the node before unless `from` names it. */
  readonly with?: readonly string[];
  readonly from?: readonly string[];
  readonly to?: string;
  readonly name?: string;
  readonly domain?: string;
  /** Whole numbers, lists of them, fractions as {f}, and texts. */
  readonly set?: Readonly<Record<string, number | readonly number[] | string | { readonly f: number } | object>>;
}

export interface FixtureModel {
  readonly input?: readonly (number | string)[];
  readonly opset?: number;
  readonly nodes: readonly FixtureNode[];
  readonly tensors: Readonly<Record<string, object>>;
  readonly outputs?: readonly string[];
}

/** Values of -1 to 1 that follow from their place. */
export const wave = (count: number, step: number): number[] =>
  Array.from({ length: count }, (_, k) => Math.fround(Math.sin(step * (k + 1))));

const product = (dims: readonly number[]): number => dims.reduce((all, dim) => all * dim, 1);

/** Tensor of float32 in raw bytes. */
export const floats = (dims: readonly number[], values: readonly number[] = wave(product(dims), 0.7)): object => ({
  dims,
  data_type: 1,
  raw_data: new Uint8Array(Float32Array.from(values).buffer),
});

export const wholes = (values: readonly number[], dims: readonly number[] = [values.length]): object => ({
  dims,
  data_type: 7,
  int64_data: values,
});

function attribute(name: string, value: unknown): object {
  if (typeof value === 'number') return { name, type: 2, i: value };
  if (typeof value === 'string') return { name, type: 3, s: new TextEncoder().encode(value) };
  if (Array.isArray(value)) return { name, type: 7, ints: value };
  return 'f' in (value as object) ? { name, type: 1, ...(value as object) } : { name, type: 4, t: value };
}

/** Bytes of a model whose nodes follow one another. */
export function onnxBytes({ input = ['N', 1, 4, 4], opset = 17, nodes, tensors, outputs }: FixtureModel): Uint8Array {
  let flow = 'input';
  const node = nodes.map(({ op, from, to, name, domain = '', set = {}, with: others = [] }, k) => {
    const output = to ?? `/t${k}`;
    const read = from ?? [flow, ...others];
    flow = output;
    return {
      op_type: op,
      domain,
      name: name ?? `/${op}_${k}`,
      input: read,
      output: [output],
      attribute: Object.entries(set).map(([key, value]) => attribute(key, value)),
    };
  });
  const dim = input.map((length) => (typeof length === 'number' ? { dim_value: length } : { dim_param: length }));
  const value = (name: string, shape: object): object => ({ name, type: { tensor_type: { elem_type: 1, shape } } });
  return MODEL.encode(
    MODEL.fromObject({
      ir_version: 8,
      producer_name: 'pytorch',
      opset_import: [{ domain: '', version: opset }],
      graph: {
        name: 'main_graph',
        node,
        initializer: Object.entries(tensors).map(([name, tensor]) => ({ name, ...tensor })),
        input: [value('input', { dim })],
        output: (outputs ?? [flow]).map((name) => value(name, { dim: [{ dim_param: 'N' }, { dim_param: 'classes' }] })),
      },
    }),
  ).finish();
}

/** Convolution as PyTorch exports it. */
export const conv = (
  name: string,
  kernel: number,
  set: Readonly<Record<string, number | readonly number[] | string>> = {},
): FixtureNode => ({
  op: 'Conv',
  name: `/${name}/Conv`,
  with: [`${name}.weight`, `${name}.bias`],
  set: { kernel_shape: [kernel, kernel], strides: [1, 1], pads: [0, 0, 0, 0], dilations: [1, 1], group: 1, ...set },
});

export const gemm = (name: string): FixtureNode => ({
  op: 'Gemm',
  name: `/${name}/Gemm`,
  with: [`${name}.weight`, `${name}.bias`],
  set: { alpha: { f: 1 }, beta: { f: 1 }, transB: 1 },
});

/** Models that runtimes and this importer must agree on. */
export const MODELS: Readonly<Record<string, FixtureModel>> = {
  'PyTorch: convolution, batch norm, ReLU behind the maximum, view': {
    input: ['batch', 2, 9, 8],
    nodes: [
      conv('features.0', 3, { pads: [1, 1, 1, 1], strides: [2, 2] }),
      {
        op: 'BatchNormalization',
        with: ['features.1.weight', 'features.1.bias', 'features.1.running_mean', 'features.1.running_var'],
        set: { epsilon: { f: 1e-3 } },
      },
      { op: 'MaxPool', set: { kernel_shape: [2, 2], strides: [2, 2], ceil_mode: 0 } },
      { op: 'Relu', to: 'x' },
      { op: 'Shape' },
      { op: 'Gather', with: ['zero'], set: { axis: 0 } },
      { op: 'Unsqueeze', with: ['axes'] },
      { op: 'Concat', with: ['rest'], to: 'shape', set: { axis: 0 } },
      { op: 'Reshape', from: ['x', 'shape'] },
      gemm('classifier'),
      { op: 'LogSoftmax', set: { axis: 1 } },
    ],
    tensors: {
      'features.0.weight': floats([3, 2, 3, 3]),
      'features.0.bias': floats([3]),
      'features.1.weight': floats([3], [0.5, 1.5, 0.9]),
      'features.1.bias': floats([3], [0.1, -0.2, 0.3]),
      'features.1.running_mean': floats([3], [0.2, 0.4, -0.1]),
      'features.1.running_var': floats([3], [0.3, 1.2, 0.7]),
      zero: wholes([0], []),
      axes: wholes([0]),
      rest: wholes([-1]),
      'classifier.weight': floats([3, 12]),
      'classifier.bias': floats([3]),
    },
  },
  'MobileNet: depthwise and 1 x 1, dilation, global mean': {
    input: [1, 2, 8, 8],
    nodes: [
      conv('dw', 3, { group: 2, pads: [2, 2, 2, 2], dilations: [2, 2] }),
      { op: 'Tanh' },
      conv('pw', 1),
      { op: 'Clip', with: ['low', 'high'] },
      { op: 'GlobalAveragePool' },
      { op: 'Flatten', set: { axis: 1 } },
      { op: 'MatMul', with: ['onnx::MatMul_7'], name: '/head/MatMul' },
      { op: 'Add', with: ['head.bias'] },
    ],
    tensors: {
      'dw.weight': floats([4, 1, 3, 3]),
      'dw.bias': floats([4]),
      'pw.weight': floats([5, 4, 1, 1]),
      'pw.bias': floats([5]),
      low: floats([], [-0.5]),
      high: floats([], [0.5]),
      'onnx::MatMul_7': floats([5, 3]),
      'head.bias': floats([3]),
    },
  },
  'Keras: channels last, same padding, sigmoid': {
    input: ['batch', 7, 6, 2],
    opset: 13,
    nodes: [
      { op: 'Transpose', set: { perm: [0, 3, 1, 2] } },
      { ...conv('model/conv2d/Conv2D', 3), set: { auto_pad: 'SAME_UPPER', kernel_shape: [3, 3], strides: [2, 2] } },
      { op: 'Sigmoid' },
      { op: 'Transpose', set: { perm: [0, 2, 3, 1] } },
      { op: 'Reshape', with: ['shape'] },
      { op: 'MatMul', with: ['model/dense/MatMul/ReadVariableOp:0'] },
      { op: 'Add', with: ['model/dense/BiasAdd/ReadVariableOp:0'] },
      { op: 'Softmax', set: { axis: 1 } },
    ],
    tensors: {
      'model/conv2d/Conv2D.weight': floats([3, 2, 3, 3]),
      'model/conv2d/Conv2D.bias': floats([3]),
      shape: wholes([-1, 36]),
      'model/dense/MatMul/ReadVariableOp:0': floats([36, 4]),
      'model/dense/BiasAdd/ReadVariableOp:0': floats([4]),
    },
  },
};

/** One dense layer on 2 x 2 pixels: weights 1, 2, 3, 4 and bias 5. */
export const denseModel = (
  before: readonly FixtureNode[],
  tensors: FixtureModel['tensors'] = {},
  after: readonly FixtureNode[] = [],
): FixtureModel => ({
  input: ['N', 1, 2, 2],
  nodes: [...before, { op: 'Flatten', set: { axis: 1 } }, gemm('fc'), ...after],
  tensors: { 'fc.weight': floats([1, 4], [1, 2, 3, 4]), 'fc.bias': floats([1], [5]), ...tensors },
});
