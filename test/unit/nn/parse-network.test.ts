import { describe, expect, test } from 'vitest';
import { FormatError } from '../../../nn/data/format-error.ts';
import { networkOf } from '../../../nn/network/networks.ts';
import { parseNetwork } from '../../../nn/network/parse.ts';

const DENSE = { kind: 'dense', name: 'last', inputs: 4, outputs: 2, activation: 'none' };
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
    [{ pixels: 'negative' }, 'pixels must be one of positive, centred: "negative"'],
    [{ name: 'a b' }, 'name must be letters, digits, - and _ after a letter: "a b"'],
    [
      { layers: [null] },
      'layers[0].kind must be one of dense, convolution, max-pool, average-pool, flatten: undefined',
    ],
    [
      { layers: [{ kind: 'pool', size: 2 }] },
      'layers[0].kind must be one of dense, convolution, max-pool, average-pool',
    ],
    [{ layers: [{ kind: 'max-pool' }] }, 'layers[0] must have the key size'],
    [
      { layers: [{ ...DENSE, stride: 2 }] },
      'layers[0] must have the keys kind, name, inputs, outputs, activation, tensors, bias only: stride',
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
