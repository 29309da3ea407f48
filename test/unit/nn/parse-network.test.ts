import { describe, expect, test } from 'vitest';
import { FormatError } from '../../../nn/data/format-error.ts';
import { networkOf } from '../../../nn/network/networks.ts';
import { parseNetwork } from '../../../nn/network/parse.ts';

const DENSE = { kind: 'dense', name: 'last', inputs: 4, outputs: 2, activation: 'none' };
const CONVOLUTION = {
  kind: 'convolution',
  name: 'c',
  inputs: 1,
  outputs: 3,
  kernel: 2,
  padding: 0,
  activation: 'relu',
};
const FILE = { name: 'mine', input: { channels: 1, height: 2, width: 2 }, layers: [{ kind: 'flatten' }, DENSE] };
const parse = (change: object) => () => parseNetwork(JSON.stringify({ ...FILE, ...change }), 'mine.json');

test.each(['mnist-fcn', 'mnist-cnn', 'cifar10-cnn'])('%s as JSON is itself again', (name) => {
  const network = networkOf(name);
  expect(parseNetwork(JSON.stringify(network), 'file')).toEqual(network);
});

describe('a file is refused with its name, the place and what is allowed', () => {
  test.each([
    [{ layers: undefined }, 'the network must have the key layers'],
    [{ layers: 3 }, 'layers must be a list: 3'],
    [{ input: [1, 2, 2] }, 'input must be an object: [1,2,2]'],
    [{ input: { channels: 1, height: '2', width: 2 } }, 'input.height must be a number: "2"'],
    [{ weights: 'file' }, 'the network must have the keys name, input, layers, pixels, prefix, ignore only: weights'],
    [{ pixels: 'negative' }, 'pixels must be one of positive, centred or {mean, std}: "negative"'],
    [{ name: 'a b' }, 'name must be letters, digits, - and _ after a letter: "a b"'],
    [
      { layers: [null] },
      'layers[0].kind must be one of dense, convolution, max-pool, average-pool, global-average-pool, flatten: undefined',
    ],
    [
      { layers: [{ kind: 'pool', size: 2 }] },
      'layers[0].kind must be one of dense, convolution, max-pool, average-pool',
    ],
    [{ layers: [{ kind: 'max-pool' }] }, 'layers[0] must have the key size'],
    [{ pixels: { mean: 0.5 } }, 'pixels must have the key std'],
    [{ pixels: { mean: 123.7, std: 58.4 } }, 'pixels.mean must be 0 to 1, for pixels of 0 to 1: 123.7'],
    [{ pixels: { mean: 0, std: 0 } }, 'pixels.std must be above 0, for pixels of 0 to 1: 0'],
    [{ pixels: { mean: [0, 0], std: 1 } }, 'pixels.mean must hold one number, or one for each of 1 channels: 2'],
    [
      { layers: [{ ...CONVOLUTION, padding: 'valid' }] },
      'layers[0].padding must be a number, "same" or [top, left, bottom, right]: "valid"',
    ],
    [{ layers: [{ ...CONVOLUTION, stride: '2' }] }, 'layers[0].stride must be a number: "2"'],
    [{ layers: [{ ...CONVOLUTION, stride: 0.5 }] }, 'c: stride must be a whole number from 1: 0.5'],
    [{ layers: [{ ...CONVOLUTION, groups: 2 }] }, 'c must have groups that divide 1 inputs and 3 outputs: 2'],
    [
      { layers: [{ ...CONVOLUTION, batchNorm: 1 }] },
      'layers[0].batchNorm must be the name of a batch norm or {name, epsilon}: 1',
    ],
    [
      {
        layers: [
          { ...CONVOLUTION, activation: 'tanh' },
          { kind: 'max-pool', size: 2, padding: 1 },
        ],
      },
      'max-pool (layer 2) must have no padding unless its inputs come from relu, sigmoid or positive pixels: 1',
    ],
    [
      { layers: [{ kind: 'max-pool', size: 2, padding: 2 }] },
      'max-pool (layer 1) must have padding below its window of 2 x 2: 2,2,2,2',
    ],
    [
      { layers: [{ ...DENSE, stride: 2 }] },
      'layers[0] must have the keys kind, name, inputs, outputs, activation, tensors, bias, batchNorm, range only: stride',
    ],
    [
      { layers: [{ ...DENSE, activation: 'gelu' }] },
      'layers[0].activation must be one of tanh, sigmoid, relu, hard-tanh, none: "gelu"',
    ],
    [{ layers: [{ ...DENSE, inputs: 5 }] }, 'last must have inputs 1 x 2 x 2: 5'],
    [{ layers: [{ ...DENSE, outputs: 4 }, DENSE] }, 'names of layers must differ: last'],
    [{ prefix: 3 }, 'prefix must be text, such as "model.": 3'],
    [{ ignore: 'bn1.*' }, 'ignore must be a list of names of tensors, such as "bn1.*": "bn1.*"'],
    [{ layers: [{ ...DENSE, bias: 0 }] }, 'layers[0].bias must be true or false: 0'],
    [
      { layers: [{ ...DENSE, tensors: { kernel: 'a' } }] },
      'layers[0].tensors must have the keys weight, bias only: kernel',
    ],
    [{ layers: [{ ...DENSE, tensors: { weight: 1 } }] }, 'layers[0].tensors.weight must be the name of a tensor: 1'],
    [
      { layers: [{ ...DENSE, bias: false, tensors: { bias: 'b' } }] },
      'layers[0].tensors must have the keys weight only: bias',
    ],
    [
      { layers: [{ ...DENSE, name: '../x' }] },
      'layers[0].name must be letters, digits, -, _ and dots between them: "../x"',
    ],
    ...[-1, 0, null, 'min', { percentile: 40 }, { percentile: 99, of: 1 }].map((range): [object, string] => [
      { layers: [{ ...DENSE, activation: 'relu', range }] },
      `layers[0].range must be a number above 0, "max", "least-squares" or {"percentile": 50 to 100}: ${JSON.stringify(range)}`,
    ]),
    [
      { layers: [{ ...DENSE, range: 2 }] },
      'range of last must be left out, as the last sums are compared as they are: 2',
    ],
    [
      { layers: [{ ...DENSE, activation: 'tanh', range: { percentile: 99 } }] },
      'range of last must be left out, as tanh ends at 1: 99 %',
    ],
    [
      { layers: [{ kind: 'flatten' }, { ...DENSE, tensors: { bias: 'last.weight' } }] },
      'a tensor must be of one layer: "last.weight"',
    ],
  ])('%j', (change, message) => {
    expect(parse(change)).toThrow(FormatError);
    expect(parse(change)).toThrow(`mine.json: ${message}`);
  });

  test('no JSON', () => {
    expect(() => parseNetwork('{', 'mine.json')).toThrow(/^mine\.json: is not JSON \(/);
  });
});

test('names as PyTorch writes them, other names, and layers without bias are kept', () => {
  const network = {
    ...FILE,
    prefix: 'model.',
    ignore: ['bn1.*'],
    layers: [
      { kind: 'flatten' },
      { ...DENSE, name: 'features.0', outputs: 4, tensors: { weight: 'w', bias: 'b' } },
      { ...DENSE, name: '2', bias: false },
    ],
  };
  expect(parseNetwork(JSON.stringify(network), 'file')).toEqual(network);
});

test('padding that keeps the size, and the mean of a whole map, are told in numbers', () => {
  const layers = [
    { ...CONVOLUTION, kernel: 3, padding: 'same', stride: 2 },
    { kind: 'max-pool', size: 2, stride: 1, padding: [0, 0, 1, 1] },
    { kind: 'global-average-pool' },
    { ...DENSE, inputs: 3 },
  ];
  const input = { channels: 1, height: 8, width: 7 };
  expect(parseNetwork(JSON.stringify({ ...FILE, input, layers }), 'file').layers).toEqual([
    // 8 rows at stride 2: 4 windows reach 9 rows, so that one of zeros stands below; 7 columns reach 9, one on each side.
    { ...CONVOLUTION, kernel: 3, padding: [0, 1, 1, 1], stride: 2 },
    layers[1],
    { kind: 'average-pool', size: 4 },
    layers[3],
  ]);
});
