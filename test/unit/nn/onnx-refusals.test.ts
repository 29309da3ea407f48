import { describe, expect, test } from 'vitest';
import { FormatError } from '../../../nn/data/format-error.ts';
import { networkOfOnnx, type OnnxChoice } from '../../../nn/onnx/onnx.ts';
import { decodeModel } from '../../../nn/onnx/proto.ts';
import { conv, denseModel as dense, type FixtureModel, floats, onnxBytes, wholes } from './onnx.fixture.ts';

const read = (model: FixtureModel, choice: Partial<OnnxChoice> = {}) =>
  networkOfOnnx(decodeModel(onnxBytes(model), 'net.onnx'), new Map(), 'net.onnx', { name: 'net', ...choice });

const PADS = wholes([0, 0, 1, 1, 0, 0, 1, 1]);

const padded = (set: object): FixtureModel => ({
  nodes: [{ ...conv('c', 3), set: { ...conv('c', 3).set, ...set } }, { op: 'Flatten' }],
  tensors: { 'c.weight': floats([2, 1, 3, 3]), 'c.bias': floats([2]) },
});

describe('what cannot be done is refused with file, node and value', () => {
  test.each<[FixtureModel, string]>([
    [
      dense([
        { op: 'LSTM', name: 'rnn' },
        { op: 'Gelu', domain: 'com.microsoft', name: '' },
      ]),
      'has operators that are not known here: LSTM rnn, com.microsoft.Gelu /t1; known are Conv, Gemm',
    ],
    [padded({ strides: [1, 2], pads: [1, 1, 1, 1] }), 'Conv /c/Conv: strides must be equal down and across: 1 x 2'],
    [padded({ dilations: [1, 2] }), 'Conv /c/Conv: dilations must be equal down and across: 1 x 2'],
    [padded({ kernel_shape: [5, 5] }), 'Conv /c/Conv: kernel_shape must be that of the weights, 3 x 3: 5 x 5'],
    [padded({ pads: [1, 1] }), 'Conv /c/Conv: pads must hold four numbers from 0: 1,1'],
    [padded({ pads: [-1, 0, 0, 0] }), 'Conv /c/Conv: pads must hold four numbers from 0: -1,0,0,0'],
    [padded({ group: 2 }), 'Conv /c/Conv: W must be for 1 channels in 2 groups: [2,1,3,3]'],
    [padded({ auto_pad: 'SAME' }), 'Conv /c/Conv: auto_pad must be NOTSET, VALID, SAME_UPPER or SAME_LOWER: SAME'],
    [padded({ strides: 2 }), 'Conv /c/Conv: attribute strides must have attribute type 7: 2'],
    [
      dense([{ op: 'AveragePool', set: { kernel_shape: [2, 2], pads: [1, 1, 1, 1] } }]),
      'AveragePool /AveragePool_0: count_include_pad must be 1 where there are pads',
    ],
    [
      {
        ...dense([{ op: 'MaxPool', set: { kernel_shape: [3, 3], strides: [2, 2], ceil_mode: 1 } }]),
        input: [1, 1, 4, 4],
      },
      'MaxPool /MaxPool_0: ceil_mode must be 0 where windows would reach beyond the map',
    ],
    [
      dense([{ op: 'Clip', with: ['l', 'h'] }], { l: floats([], [0]), h: floats([], [6]) }),
      'from 0 up or from -a to a: 0 to 6 (ReLU6)',
    ],
    [
      dense([{ op: 'Pad', with: ['p'], set: { mode: 'reflect' } }], { p: PADS }),
      'Pad /Pad_0: mode must be constant: reflect',
    ],
    [dense([{ op: 'Pad', with: ['p', 'v'] }], { p: PADS, v: floats([], [1]) }), 'Pad /Pad_0: must be with zeros: 1'],
    [
      dense([{ op: 'Pad', with: ['p'] }], { p: wholes([0, 1, 0, 0, 0, 0, 0, 0]) }),
      'Pad /Pad_0: pads must be zeros for images and channels',
    ],
    [dense([{ op: 'Pad', with: ['p'] }], { p: PADS }), 'Flatten /Flatten_1: must not stand between a Pad and the Conv'],
    [
      { ...dense([]), input: ['N', 3, 60_000, 60_000] },
      'input input must hold at most 16777216 values: [N, 3, 60000, 60000]',
    ],
    [
      padded({ pads: [60_000, 60_000, 0, 0] }),
      'Conv /c/Conv: must give at most 67108864 values: images x 2 x 60002 x 60002',
    ],
    [
      dense([], { 'fc.weight': { dims: [1e12, 4], data_type: 1, raw_data: new Uint8Array(16) } }),
      'tensor fc.weight [1000000000000,4] of FLOAT must take 16000000000000 bytes: 16',
    ],
    [dense([{ op: 'Relu' }]), 'Relu /Relu_0: must stand behind a layer with weights that has no activation yet'],
    [dense([], {}, [{ op: 'Relu' }, { op: 'Tanh' }]), 'Tanh /Tanh_3: must stand behind a layer with weights'],
    [
      dense([], {}, [{ op: 'Softmax', set: { axis: 1 } }, { op: 'Relu' }]),
      'Relu /Relu_3: must not stand behind Softmax',
    ],
    [
      dense([], {}, [{ op: 'Softmax', set: { axis: 0 } }]),
      'Softmax /Softmax_2: must be over the classes, of a vector: axis 0',
    ],
    [dense([{ op: 'Flatten', set: { axis: 2 } }]), 'Flatten /Flatten_0: axis must be 1: 2'],
    [
      dense([{ op: 'Reshape', with: ['s'] }], { s: wholes([-1, 3]) }),
      'Reshape /Reshape_0: must keep images x 1 x 2 x 2: [-1,3]',
    ],
    [
      dense([{ op: 'Transpose', set: { perm: [0, 1, 3, 2] } }]),
      'Transpose /Transpose_0: perm must move the channels of images x 1 x 2 x 2',
    ],
    [dense([], { 'fc.weight': floats([1, 3]) }), 'Gemm /fc/Gemm: weights must be for 4 inputs: [1,3]'],
    [
      dense([], { 'fc.weight': { dims: [1, 4], data_type: 1, float_data: [1] } }),
      'tensor fc.weight [1,4] must hold 4 values: 1',
    ],
    [
      dense([], { 'fc.weight': { dims: [1, 4], data_type: 1, raw_data: new Uint8Array(15) } }),
      'tensor fc.weight [1,4] of FLOAT must take 16 bytes: 15',
    ],
    [
      dense([], { 'fc.weight': { dims: [1, 4], data_type: 3, raw_data: new Uint8Array(4) } }),
      'tensor fc.weight must be of FLOAT, FLOAT16, BFLOAT16, DOUBLE, INT64 or INT32: INT8',
    ],
    [dense([], { 'fc.bias': floats([1], [Number.NaN]) }), 'tensor fc.bias must be finite in float32: NaN at index 0'],
    [dense([], {}, [{ op: 'Add', from: ['/t1', '/t0'] }]), 'Add /Add_2: joins two branches; there must be one path'],
    [{ ...dense([]), opset: 6 }, 'must have operators (opset) of version 7 or later: 6'],
    [{ ...dense([]), outputs: ['/t0', '/t1'] }, 'must have one output: /t0, /t1'],
    [
      { ...dense([]), input: ['N', 'C', 2, 2] },
      'input input is [N, C, 2, 2]: input must give its [channels, height, width]',
    ],
    [
      { ...dense([]), input: ['N', 4, 2] },
      'input input must be [images, channels, height, width] or [images, values]: [N, 4, 2]',
    ],
    [
      { ...dense([]), input: ['N', 4] },
      'takes vectors of 4 values; input must give the [channels, height, width] of its images',
    ],
    [{ nodes: [{ op: 'Flatten' }], tensors: {} }, 'must have a layer with weights: Conv, Gemm or MatMul'],
    [
      dense([{ op: 'Identity', from: ['nowhere'] }]),
      'Identity /Identity_0: reads nowhere, which nothing before it gives',
    ],
  ])('%#', (model, message) => {
    expect(() => read(model)).toThrow(FormatError);
    expect(() => read(model)).toThrow(message);
    expect(() => read(model)).toThrow(/^net\.onnx: /);
  });

  test('files that are no models', () => {
    const decode = (bytes: Uint8Array) => () => decodeModel(bytes, 'net.onnx');
    const text = (characters: string): Uint8Array => Uint8Array.from(characters, (c) => c.charCodeAt(0));
    expect(decode(new Uint8Array())).toThrow('net.onnx: is no ONNX model: it has no graph');
    expect(decode(text('PK\x03\x04'.padEnd(60, 'x')))).toThrow('net.onnx: is a ZIP archive, as torch.save writes it');
    expect(decode(text('<html>'))).toThrow('net.onnx: is HTML or XML, not an ONNX model');
    expect(decode(onnxBytes(dense([])).subarray(0, 90))).toThrow('net.onnx: is no ONNX model, or a broken one');
  });

  test('images of another shape than the spec says', () => {
    expect(() => read(dense([]), { input: { channels: 1, height: 4, width: 1 } })).toThrow(
      'net.onnx: takes images of 1 x 2 x 2: input is 1 x 4 x 1',
    );
    const vector = { ...dense([]), input: ['N', 4] };
    expect(read(vector, { input: { channels: 1, height: 2, width: 2 } }).network.input.height).toBe(2);
  });
});
