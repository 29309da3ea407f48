import { describe, expect, test } from 'vitest';
import { floatOutputs } from '../../../nn/float/evaluate.ts';
import { layerShapes } from '../../../nn/network/shapes.ts';
import { meanAddend, pixelCode } from '../../../nn/quantized/quantize.ts';
import { oracleOutputs } from './float-oracle.ts';
import { chosen, expectSame, pictures } from './kernel-network.fixture.ts';
import { someWeights } from './network.fixture.ts';
import { randomNetwork } from './random-network.fixture.ts';

const NETWORKS = Array.from({ length: 30 }, (_, k) => randomNetwork(100 + k));

describe('networks of random geometry', () => {
  test('they have every kind of it', () => {
    const layers = NETWORKS.flatMap((network) => network.layers);
    const convolutions = layers.filter((layer) => layer.kind === 'convolution');
    const some = (holds: (layer: (typeof convolutions)[number]) => boolean): boolean =>
      convolutions.filter(holds).length > 3;
    expect(some(({ stride = 1 }) => stride > 1)).toBe(true);
    expect(some(({ dilation = 1 }) => dilation > 1)).toBe(true);
    expect(some(({ groups = 1 }) => groups > 1)).toBe(true);
    expect(some(({ padding }) => typeof padding === 'object')).toBe(true);
    for (const kind of ['max-pool', 'average-pool'] as const)
      expect(layers.filter((layer) => layer.kind === kind).length).toBeGreaterThan(3);
    expect(NETWORKS.filter(({ pixels }) => typeof pixels === 'object').length).toBeGreaterThan(3);
  });

  test.each([3, 8, 16])('kernels give the integer network, without noise and with both kinds: %i bits', (bits) => {
    for (const [k, network] of NETWORKS.entries()) {
      if (k % 3 !== [3, 8, 16].indexOf(bits)) continue;
      const noises = [null, { sigma: 0.7, seed: 5, draw: k }, { sigma: 0.7, of: 'outputs', seed: 5, draw: k }] as const;
      expectSame(chosen(network, bits), pictures(network.input, 5, k), noises);
    }
  });

  test('float kernels give the definition', () => {
    for (const [k, network] of NETWORKS.entries()) {
      const weights = someWeights(network, k);
      const data = pictures(network.input, 3, k);
      const area = network.input.height * network.input.width;
      const { pixels = 'positive' } = network;
      floatOutputs(network, weights, data, (outputs, image) => {
        const values = Array.from(data.values.subarray(image * data.pixels, (image + 1) * data.pixels), (value, at) => {
          if (typeof pixels === 'object') return value / 255 - pixels.means[Math.floor(at / area)]!;
          return pixels === 'centred' ? (2 * value) / 255 - 1 : value / 255;
        });
        const wanted = oracleOutputs(network, weights, values).at(-1)!;
        const largest = Math.max(1, ...wanted.map(Math.abs));
        for (const [j, value] of wanted.entries()) expect(Math.abs(outputs[j]! - value) / largest).toBeLessThan(2e-5);
      });
    }
  });

  test('windows are as many as fit', () => {
    const layer = { kind: 'convolution', name: 'c', inputs: 2, outputs: 4, activation: 'tanh' } as const;
    const shape = (geometry: object) =>
      layerShapes({
        name: 'mine',
        input: { channels: 2, height: 9, width: 8 },
        layers: [{ ...layer, kernel: 3, padding: 0, ...geometry }],
      })[0];
    expect(shape({})).toEqual({ channels: 4, height: 7, width: 6 });
    expect(shape({ stride: 2 })).toEqual({ channels: 4, height: 4, width: 3 });
    expect(shape({ dilation: 3 })).toEqual({ channels: 4, height: 3, width: 2 });
    expect(shape({ padding: [1, 0, 2, 3], stride: 3 })).toEqual({ channels: 4, height: 4, width: 3 });
    expect(() => shape({ groups: 3 })).toThrow('c must have groups that divide 2 inputs and 4 outputs: 3');
    expect(() => shape({ dilation: 4 })).toThrow('c must have a kernel within 2 x 9 x 8 and padding 0: 9 x 9');
    expect(() => shape({ stride: 0 })).toThrow('c: stride must be a whole number from 1: 0');
  });
});

test('codes of pixels less a mean are the nearest, within half a code and 1 / 255', () => {
  for (const limit of [1, 3, 127, 128, 32_767])
    for (const mean of [0, 0.1307, 0.5, 0.918, 1]) {
      for (let pixel = 0; pixel < 256; pixel++) {
        const code = pixelCode(pixel, limit, { means: [0, mean] }, 1);
        expect(Math.abs(code - (pixel / 255 - mean) * limit)).toBeLessThan(0.5 + 1 / 255);
        expect(255 * limit + meanAddend(mean, limit)).toBeLessThan(2 ** 24);
      }
      expect(pixelCode(255, limit, { means: [1] })).toBe(0);
    }
});
