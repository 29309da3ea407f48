/** Every lumped noise against draws of each part: one output of many images that are all alike, each a draw. */

import { describe, expect, test } from 'vitest';
import { type AnalogNeuron, parseSpec } from '../../../gen/index.ts';
import { kernelNetwork } from '../../../nn/evaluate/kernel-network.ts';
import { neuronNoise } from '../../../nn/evaluate/neuron-noise.ts';
import { type NoisePoint, noiseOf } from '../../../nn/evaluate/noise-model.ts';
import { gaussianSource } from '../../../nn/noise/gaussian.ts';
import { pixelCode, quantize } from '../../../nn/quantized/quantize.ts';
import { dense, networkOfParts, pictures } from './kernel-network.fixture.ts';
import { someWeights } from './network.fixture.ts';

const COUNT = 20_000;
const SYNAPSES = 40;
const INPUT = { channels: 1, height: 5, width: 8 };
const NETWORK = networkOfParts(INPUT, [dense(2, 'none')]);
const picture = pictures(INPUT, 1, 9);
const values = new Uint8Array(COUNT * SYNAPSES);
for (let n = 0; n < COUNT; n++) values.set(picture.values, n * SYNAPSES);
const DATA = { ...picture, images: COUNT, values, labels: new Uint8Array(COUNT) };
const P = 2e-6;
const V_FS = 0.012;

/** Codes of 3-bit weights and 5-bit inputs: widths of their own show which limit goes where. */
const quantized = quantize(NETWORK, someWeights(NETWORK, 4), { bits: 3, activationBits: 5, clip: [1] });
const layer = quantized.layers[0]!;
const x = Float64Array.from(picture.values, (pixel) => pixelCode(pixel, 15));
const w = Float64Array.from(layer.weights.subarray(0, SYNAPSES));
const bias = layer.bias[0]! / 2 ** layer.fractionBits;
const exact = x.reduce((sum, value, k) => sum + value * w[k]!, 0) + bias;

/** Output 0 of every image from the kernels, in products of LSB. */
function lumped(point: NoisePoint): Float64Array {
  const found = new Float64Array(COUNT);
  kernelNetwork(quantized).run(DATA, { ...noiseOf(point, quantized), seed: 5, draw: 0 }, (outputs, first, images) => {
    for (let k = 0; k < images; k++) found[first + k] = outputs[k]! / 2 ** layer.fractionBits;
  });
  return found;
}

/** The output with `draws` Gaussians for each image, from which `sum` makes it. */
function explicit(draws: number, sum: (gaussians: Float64Array) => number): Float64Array {
  const source = gaussianSource(99);
  const gaussians = new Float64Array(draws);
  return Float64Array.from({ length: COUNT }, (_, n) => {
    source(gaussians, n, 1, 0);
    return sum(gaussians) + bias;
  });
}

const neuronSpec = parseSpec({ name: 'x', neurons: [{ name: 'msn', kind: 'analog', bits: 3 }] }, () => 0);
const neuron = ('spec' in neuronSpec ? neuronSpec.spec.neurons?.[0] : undefined) as AnalogNeuron;
const common = { fullScale: V_FS, noisePower: P, neuron: null };
const part = Math.sqrt(P) / V_FS;

describe.each([
  {
    name: 'weight: a draw for each weight of each product',
    sample: lumped({ ...common, model: 'weight' }),
    each: explicit(SYNAPSES, (g) => x.reduce((sum, value, k) => sum + value * (w[k]! + 3 * part * g[k]!), 0)),
    deviation: 3 * part * Math.sqrt(x.reduce((sum, value) => sum + value ** 2, 0)),
  },
  {
    name: 'per branch: a draw for each of the 7 unit branches of each weight, which make the largest weight together',
    sample: lumped({ ...common, model: 'per-branch' }),
    each: explicit(7 * SYNAPSES, (g) =>
      x.reduce((sum, value, k) => {
        let branches = 0;
        for (let b = 0; b < 7; b++) branches += g[7 * k + b]! / 7;
        return sum + value * (w[k]! + 3 * part * branches);
      }, 0),
    ),
    deviation: (3 * part * Math.sqrt(x.reduce((sum, value) => sum + value ** 2, 0))) / Math.sqrt(7),
  },
  {
    name: 'input-referred: a voltage at each input, on the largest weight, whatever input and weight are',
    sample: lumped({ ...common, model: 'input-referred' }),
    each: explicit(SYNAPSES, (g) => x.reduce((sum, value, k) => sum + value * w[k]! + 3 * 15 * part * g[k]!, 0)),
    deviation: 3 * 15 * part * Math.sqrt(SYNAPSES),
  },
  {
    name: "a neuron's: that of 40 neurons of one synapse on one output, by the noise of one",
    sample: lumped({ ...common, model: 'weight', noisePower: 0, neuron: neuronNoise(neuron, NETWORK) }),
    each: explicit(SYNAPSES, (g) =>
      x.reduce((sum, value, k) => sum + value * w[k]! + 3 * 15 * (Math.sqrt(alone()) / V_FS) * g[k]!, 0),
    ),
    deviation: 3 * 15 * (Math.sqrt(alone()) / V_FS) * Math.sqrt(SYNAPSES),
  },
])('$name', ({ sample, each, deviation }) => {
  const mean = (of: Float64Array): number => of.reduce((sum, value) => sum + value, 0) / COUNT;

  test('mean and variance', () => {
    for (const of of [sample, each]) {
      const center = mean(of);
      const variance = of.reduce((sum, value) => sum + (value - center) ** 2, 0) / (COUNT - 1);
      expect(Math.abs(center - exact)).toBeLessThan((4 * deviation) / Math.sqrt(COUNT));
      expect(Math.abs(variance / deviation ** 2 - 1)).toBeLessThan(4 * Math.sqrt(2 / COUNT));
    }
  });

  test('one distribution: two-sample Kolmogorov-Smirnov below the 1 % point', () => {
    const a = sample.slice().sort();
    const b = each.slice().sort();
    let distance = 0;
    for (let i = 0, j = 0; i < COUNT && j < COUNT; ) {
      if (a[i]! <= b[j]!) i++;
      else j++;
      distance = Math.max(distance, Math.abs(i - j) / COUNT);
    }
    expect(distance).toBeLessThan(1.628 * Math.sqrt(2 / COUNT));
  });
});

/** Noise power of the neuron with one synapse, at its input, V^2. */
function alone(): number {
  const one = networkOfParts({ channels: 1, height: 1, width: 1 }, [dense(1, 'none')]);
  return neuronNoise(neuron, one).powers[0]!;
}

test('a layer with more synapses has more noise, as much as it has more synapses', () => {
  const layers = networkOfParts(INPUT, [dense(160), dense(2, 'none')]);
  const [first, second] = neuronNoise(neuron, layers).powers;
  expect(second! / first!).toBeCloseTo(160 / SYNAPSES, 6);
});

test('a neuron that is no amplifier with so many synapses is refused with the reason', () => {
  const bad = { ...neuron, unitCurrent: 1e-5, supply: 0.3 };
  expect(() => neuronNoise(bad, NETWORK)).toThrow(
    /^msn has no noise by the closed form with the 40 synapses of layer0: ./,
  );
});
