import { describe, expect, test } from 'vitest';
import type { DataSet } from '../../../nn/data/data-set.ts';
import { floatOutputs } from '../../../nn/float/evaluate.ts';
import type { Layer } from '../../../nn/network/network.ts';
import { networkOfOnnx, type OnnxChoice, type OnnxNetwork } from '../../../nn/onnx/onnx.ts';
import { decodeModel } from '../../../nn/onnx/proto.ts';
import { externalLocations } from '../../../nn/onnx/tensor.ts';
import {
  conv,
  denseModel as dense,
  type FixtureModel,
  type FixtureNode,
  floats,
  gemm,
  MODELS,
  onnxBytes,
  wholes,
} from './onnx.fixture.ts';

const read = (model: FixtureModel, choice: Partial<OnnxChoice> = {}, files = new Map<string, Uint8Array>()) =>
  networkOfOnnx(decodeModel(onnxBytes(model), 'net.onnx'), files, 'net.onnx', { name: 'net', ...choice });

/** Outputs for pixels of 0 to 255, in floating point. */
function outputsFor({ network, weights }: OnnxNetwork, pixel: (k: number) => number): number[] {
  const { channels, height, width } = network.input;
  const pixels = channels * height * width;
  const values = Uint8Array.from({ length: pixels }, (_, k) => pixel(k));
  const rest = { images: 1, labels: new Uint8Array(1), classes: 1, source: 'made up' };
  const data: DataSet = { channels, height, width, pixels, values, ...rest };
  let found: number[] = [];
  floatOutputs(network, weights, data, (outputs) => {
    found = Array.from(outputs);
  });
  return found;
}

/** Outputs of onnxruntime-node 1.23.2 without the softmax. The input at place k is (37 k modulo 256) / 255. */
const RUNTIME: Readonly<Record<string, readonly number[]>> = {
  'PyTorch: convolution, batch norm, ReLU behind the maximum, view': [
    4.692622661590576, 0.7806581854820251, -2.9725046157836914,
  ],
  'MobileNet: depthwise and 1 x 1, dilation, global mean': [
    0.39900583028793335, 1.0416682958602905, 1.1944178342819214,
  ],
  'Keras: channels last, same padding, sigmoid': [
    0.5390869379043579, 1.0816181898117065, 1.1154475212097168, 0.6246644258499146,
  ],
};

describe('models give what onnxruntime gives', () => {
  test.each(Object.entries(RUNTIME))('%s', (name, wanted) => {
    const found = outputsFor(read(MODELS[name]!), (k) => (37 * k) % 256);
    expect(found).toHaveLength(wanted.length);
    for (const [k, value] of found.entries()) expect(Math.abs(value - wanted[k]!)).toBeLessThan(1e-5);
  });

  test('layers have the names of their tensors or nodes', () => {
    const names = (layers: readonly Layer[]): string[] =>
      layers.flatMap((layer) => ('name' in layer ? [layer.name] : []));
    expect(Object.keys(RUNTIME).map((name) => names(read(MODELS[name]!).network.layers))).toEqual([
      ['features.0', 'classifier'],
      ['dw', 'pw', 'head'],
      ['conv2d.Conv2D', 'dense'],
    ]);
  });
});

const WHITE = (): number => 255;

/** The same with other attributes. */
const withGemm = (set: NonNullable<FixtureNode['set']>): FixtureModel => ({
  ...dense([]),
  nodes: [
    { op: 'Flatten', set: { axis: 1 } },
    { ...gemm('fc'), set },
  ],
});

describe('what stands before and behind weights is folded into them', () => {
  test.each<[string, FixtureModel, number]>([
    ['nothing', dense([]), 15],
    [
      'a factor and an addend before',
      dense(
        [
          { op: 'Mul', with: ['a'] },
          { op: 'Add', with: ['b'] },
        ],
        { a: floats([], [3]), b: floats([1, 1, 1, 1], [2]) },
      ),
      55,
    ],
    [
      'a divisor and a subtrahend of the pixels',
      dense(
        [
          { op: 'Sub', with: ['m'] },
          { op: 'Div', with: ['s'] },
        ],
        { m: floats([1, 1, 1], [0.5]), s: floats([], [0.25]) },
      ),
      25,
    ],
    ['a factor behind', dense([], { a: floats([1], [-2]) }, [{ op: 'Mul', with: ['a'] }]), -30],
    ['subtracted from a constant', dense([], { a: floats([], [1]) }, [{ op: 'Sub', from: ['a', '/t1'] }]), -14],
    [
      'a batch norm of the outputs',
      dense([], { g: floats([1], [2]), b: floats([1], [1]), m: floats([1], [3]), v: floats([1], [4]) }, [
        { op: 'BatchNormalization', with: ['g', 'b', 'm', 'v'], set: { epsilon: { f: 0 } } },
      ]),
      13,
    ],
    [
      'a constant of a node',
      dense([
        { op: 'Constant', from: [], to: 'c', set: { value: floats([], [2]) } },
        { op: 'Mul', from: ['input', 'c'] },
      ]),
      25,
    ],
    ['identity, dropout, a cast', dense([{ op: 'Identity' }, { op: 'Dropout' }, { op: 'Cast', set: { to: 1 } }]), 15],
    [
      'means of all',
      {
        ...dense([{ op: 'ReduceMean', set: { axes: [2, 3], keepdims: 1 } }]),
        tensors: { 'fc.weight': floats([1, 1], [7]), 'fc.bias': floats([1], [1]) },
      },
      8,
    ],
    ['alpha and beta', withGemm({ alpha: { f: 2 }, beta: { f: 3 }, transB: 1 }), 35],
    [
      'weights by inputs',
      { ...withGemm({}), tensors: { 'fc.weight': floats([4, 1], [1, 2, 3, 4]), 'fc.bias': floats([1], [5]) } },
      15,
    ],
  ])('%s', (_, model, wanted) => {
    expect(outputsFor(read(model), WHITE)[0]).toBeCloseTo(wanted, 4);
  });

  test('pixels as the spec says', () => {
    const output = (pixels: OnnxChoice['pixels'], pixel: number): number =>
      outputsFor(read(dense([]), { pixels }), () => pixel)[0]!;
    expect(output('positive', 51)).toBeCloseTo(10 * 0.2 + 5, 5);
    expect(output('centred', 51)).toBeCloseTo(10 * -0.6 + 5, 5);
    expect(output({ mean: 0.1, std: [0.5] }, 51)).toBeCloseTo((10 * 0.1) / 0.5 + 5, 5);
  });

  test.each<[string, FixtureNode[]]>([
    ['of the convolution', [conv('c', 3, { pads: [1, 1, 1, 1] })]],
    ['of a Pad', [{ op: 'Pad', with: ['p'], set: { mode: 'constant' } }, conv('c', 3, { pads: [0, 1, 1, 0] })]],
  ])('padding keeps standing for the mean: %s', (_, nodes) => {
    const model: FixtureModel = {
      input: ['N', 1, 1, 1],
      nodes: [...nodes, { op: 'Flatten' }],
      tensors: {
        'c.weight': floats([1, 1, 3, 3], [9, 9, 9, 9, 2, 9, 9, 9, 9]),
        'c.bias': floats([1], [1]),
        p: wholes([0, 0, 1, 0, 0, 0, 0, 1]),
      },
    };
    const { network, weights } = read(model, { pixels: { mean: 0.2, std: 0.5 } });
    expect(network.pixels).toEqual({ means: [expect.closeTo(0.2, 12)] });
    expect(outputsFor({ network, weights }, () => 153)[0]).toBeCloseTo((2 * (0.6 - 0.2)) / 0.5 + 1, 5);
  });
});

describe('tensors of every type', () => {
  const halves = (raw: number[]): Uint8Array => new Uint8Array(Uint16Array.from(raw).buffer);
  test.each<[string, object]>([
    ['float in words', { data_type: 1, float_data: [1, 2, 3, 4] }],
    ['half', { data_type: 10, raw_data: halves([0x3c00, 0x4000, 0x4200, 0x4400]) }],
    ['half in words', { data_type: 10, int32_data: [0x3c00, 0x4000, 0x4200, 0x4400] }],
    ['bfloat16', { data_type: 16, raw_data: halves([0x3f80, 0x4000, 0x4040, 0x4080]) }],
    ['double', { data_type: 11, raw_data: new Uint8Array(Float64Array.of(1, 2, 3, 4).buffer) }],
    ['double in words', { data_type: 11, double_data: [1, 2, 3, 4] }],
  ])('%s', (_, tensor) => {
    expect(outputsFor(read(dense([], { 'fc.weight': { dims: [1, 4], ...tensor } })), WHITE)).toEqual([15]);
  });

  test('in a file beside the model', () => {
    const entries = { location: 'net.onnx.data', offset: '4', length: '16' };
    const external_data = Object.entries(entries).map(([key, value]) => ({ key, value }));
    const model = dense([], { 'fc.weight': { dims: [1, 4], data_type: 1, data_location: 1, external_data } });
    const bytes = new Uint8Array(Float32Array.of(9, 1, 2, 3, 4).buffer);
    expect(externalLocations(decodeModel(onnxBytes(model), 'net.onnx'), 'net.onnx')).toEqual(['net.onnx.data']);
    expect(outputsFor(read(model, {}, new Map([['net.onnx.data', bytes]])), WHITE)).toEqual([15]);
    expect(() => read(model, {}, new Map([['net.onnx.data', bytes.subarray(0, 19)]]))).toThrow(
      'net.onnx: tensor fc.weight must be within net.onnx.data of 19 bytes: 16 from byte 4',
    );
    for (const location of ['../x', '/etc/passwd', 'a/../../b', ''])
      expect(() =>
        externalLocations(
          decodeModel(
            onnxBytes(
              dense([], { 'fc.weight': { data_location: 1, external_data: [{ key: 'location', value: location }] } }),
            ),
            'net.onnx',
          ),
          'net.onnx',
        ),
      ).toThrow("net.onnx: tensor fc.weight must be in a file of the model's folder");
  });
});
