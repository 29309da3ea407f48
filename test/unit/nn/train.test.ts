import { describe, expect, test } from 'vitest';
import { writeWeights } from '../../../nn/files/weight-file.ts';
import { wrongInFloat } from '../../../nn/float/evaluate.ts';
import { initialWeights } from '../../../nn/float/layer-weights.ts';
import { placeImage } from '../../../nn/float/place-image.ts';
import { planFloat } from '../../../nn/float/plan.ts';
import { type LayerWeights, type Network, weightLayers } from '../../../nn/network/network.ts';
import { readCheckpoint, writeCheckpoint } from '../../../nn/train/checkpoint.ts';
import type { TrainOptions } from '../../../nn/train/options.ts';
import { epochOrder, movementOf } from '../../../nn/train/order.ts';
import { type TrainHooks, type TrainProgress, type TrainState, train } from '../../../nn/train/train.ts';
import { oracleOutputs } from './float-oracle.ts';
import { quarters, SMALL } from './network.fixture.ts';

const OPTIONS: TrainOptions = {
  seed: 1,
  epochs: 3,
  batch: 8,
  optimizer: { kind: 'momentum', momentum: 0.9 },
  learningRate: 0.1,
  schedule: 'linear',
  weightDecay: 1e-4,
  shift: 0,
  flip: false,
};
const DATA = { training: quarters(400, 1), validation: quarters(200, 2), test: quarters(50, 3) };

const bytesOf = (weights: readonly LayerWeights[], network: Network = SMALL): Buffer =>
  Buffer.from(writeWeights(network, weights));

/** Gradient of the mean cross-entropy over a data set's images, by differences in double precision. */
function oracleGradient(weights: readonly LayerWeights[], data: typeof DATA.training): number[][] {
  const double = weights.map((layer) => [Float64Array.from(layer.weights), Float64Array.from(layer.bias)] as const);
  const loss = (): number => {
    let sum = 0;
    for (let image = 0; image < data.images; image++) {
      const input = Array.from(data.values.subarray(36 * image, 36 * image + 36), (value) => value / 255);
      const layers = double.map(([w, bias]) => ({ weights: w, bias })) as unknown as LayerWeights[];
      const z = oracleOutputs(SMALL, layers, input).at(-1)!;
      sum += Math.log(z.reduce((total, value) => total + Math.exp(value), 0)) - z[data.labels[image]!]!;
    }
    return sum / data.images;
  };
  const step = 1e-5;
  return double.flat().map((values) =>
    Array.from(values, (value, k) => {
      values[k] = value + step;
      const above = loss();
      values[k] = value - step;
      const below = loss();
      values[k] = value;
      return (above - below) / (2 * step);
    }),
  );
}

const parts = (weights: readonly LayerWeights[]): Float32Array[] =>
  weights.flatMap((layer) => [layer.weights, layer.bias]);

/** Checkpoint with another text in its header. */
function withHeader(bytes: Uint8Array, from: RegExp, to: string): Uint8Array {
  const end = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const header = new TextEncoder().encode(new TextDecoder().decode(bytes.subarray(4, end)).replace(from, to));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, header.length, true);
  return Uint8Array.of(...length, ...header, ...bytes.subarray(end));
}

describe('training', () => {
  const one = { ...DATA, training: quarters(8, 3) };
  const start = initialWeights(SMALL, 1);
  const gradient = oracleGradient(start, one.training);
  const oneStep = { ...OPTIONS, epochs: 1, learningRate: 0.5, weightDecay: 0.01 };

  test('one step of momentum is -rate (g + decay w), biases without decay', async () => {
    const { weights } = await train(SMALL, one, oneStep);
    parts(weights).forEach((values, k) => {
      const decay = k % 2 === 0 ? 0.01 : 0;
      values.forEach((value, i) => {
        const before = parts(start)[k]![i]!;
        expect(value).toBeCloseTo(before - 0.5 * (gradient[k]![i]! + decay * before), 6);
      });
    });
  });

  test('one step of Adam is -rate (g / (|g| + epsilon) + decay w)', async () => {
    const optimizer = { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-2 } as const;
    const { weights } = await train(SMALL, one, { ...oneStep, optimizer });
    parts(weights).forEach((values, k) => {
      const decay = k % 2 === 0 ? 0.01 : 0;
      values.forEach((value, i) => {
        const before = parts(start)[k]![i]!;
        const g = gradient[k]![i]!;
        // 1 - 0.999 in single precision is off by 5e-5.
        expect(value).toBeCloseTo(before - 0.5 * (g / (Math.abs(g) + 1e-2) + decay * before), 4);
      });
    });
  });

  test('the second step of Adam has means over both, without the bias of their start', async () => {
    const optimizer = { kind: 'adam', beta1: 0.5, beta2: 0.75, epsilon: 1e-2 } as const;
    const options = { ...oneStep, weightDecay: 0, epochs: 2, learningRate: 0.25, optimizer };
    const states: TrainState[] = [];
    const { weights } = await train(SMALL, one, options, { onProgress: (_, state) => void states.push(state()) });
    const second = oracleGradient(states[0]!.weights, one.training);
    parts(weights).forEach((values, k) => {
      values.forEach((value, i) => {
        const [g1, g2] = [gradient[k]![i]!, second[k]![i]!];
        const mean = (0.25 * g1 + 0.5 * g2) / 0.75;
        const square = (0.1875 * g1 ** 2 + 0.25 * g2 ** 2) / 0.4375;
        // Half of the learning rate is left after half of the steps.
        const expected = parts(states[0]!.weights)[k]![i]! - (0.125 * mean) / (Math.sqrt(square) + 1e-2);
        expect(value).toBeCloseTo(expected, 4);
      });
    });
  });

  test('a cosine schedule: half of the rate is left half way, and 1/2 + 1/sqrt(8) after a quarter', async () => {
    const rates = async (schedule: 'linear' | 'cosine'): Promise<number[]> => {
      const states: TrainState[] = [];
      const options = { ...oneStep, epochs: 4, learningRate: 1e-4, weightDecay: 0, schedule };
      await train(
        SMALL,
        one,
        { ...options, optimizer: { kind: 'momentum', momentum: 0 } },
        {
          onProgress: (_, state) => void states.push(state()),
        },
      );
      const sizes = gradient[3]!.map(Math.abs);
      const steepest = sizes.indexOf(Math.max(...sizes));
      const at = (k: number): number => (k < 0 ? start : states[k]!.weights)[1]!.bias[steepest]!;
      return states.map((_, k) => (at(k) - at(k - 1)) / (at(0) - at(-1)));
    };
    // At so small a rate the gradient hardly changes.
    const [linear, cosine] = [await rates('linear'), await rates('cosine')];
    [1, 0.75, 0.5, 0.25].forEach((part, k) => {
      expect(linear[k]).toBeCloseTo(part, 2);
    });
    [1, 0.854, 0.5, 0.146].forEach((part, k) => {
      expect(cosine[k]).toBeCloseTo(part, 2);
    });
  });

  test('the same seed gives the same bytes, another seed others', async () => {
    const run = async (seed: number) => bytesOf((await train(SMALL, DATA, { ...OPTIONS, seed })).weights);
    const first = await run(1);
    expect((await run(1)).equals(first)).toBe(true);
    expect((await run(2)).equals(first)).toBe(false);
  });

  test('it learns: from three in four wrong to less than one in ten, with progress each epoch', async () => {
    const progress: TrainProgress[] = [];
    const result = await train(
      SMALL,
      DATA,
      { ...OPTIONS, epochs: 6 },
      { onProgress: (entry) => void progress.push(entry) },
    );
    expect(result.validationError).toBeLessThan(0.1);
    expect(result.validationError).toBe(wrongInFloat(SMALL, result.weights, DATA.validation) / 200);
    expect(result.testError).toBe(wrongInFloat(SMALL, result.weights, DATA.test) / 50);
    expect(progress.map((entry) => entry.epoch)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(progress.at(-1)?.validationError).toBe(result.validationError);
    expect(progress.at(-1)!.loss).toBeLessThan(progress[0]!.loss);
    expect(progress.at(-1)!.trainingError).toBeLessThan(progress[0]!.trainingError);
  });

  test('a layer without bias stays without, the others learn theirs', async () => {
    const [first, last] = SMALL.layers;
    const { weights } = await train({ ...SMALL, layers: [{ ...first, bias: false }, last] }, DATA, OPTIONS);
    expect(weights[0]?.bias).toEqual(new Float32Array(9));
    expect(weights[1]?.bias.every((value) => value !== 0)).toBe(true);
  });

  test('first weights are uniform within sqrt(6 / (in + out))', () => {
    const [first] = initialWeights(SMALL, 1);
    const bound = Math.sqrt(6 / (36 + 9));
    expect(Math.max(...first!.weights)).toBeLessThan(bound);
    expect(Math.max(...first!.weights)).toBeGreaterThan(0.95 * bound);
    expect(weightLayers(SMALL).length).toBe(2);
  });

  test.each([['momentum'], ['adam']] as const)(
    '%s: a run that goes on from a checkpoint ends with the same bytes',
    async (kind) => {
      const optimizer =
        kind === 'adam'
          ? ({ kind, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const)
          : ({ kind, momentum: 0.9 } as const);
      const options = {
        ...OPTIONS,
        optimizer,
        learningRate: 0.01,
        quantization: { bits: 3, activationBits: 4, clip: [0.5, 0.5] },
      };
      let saved = new Uint8Array();
      const whole = await train(SMALL, DATA, options, {
        onProgress: ({ epoch }, state) => {
          if (epoch === 2) saved = new Uint8Array(writeCheckpoint('a run', state()));
        },
      });
      const resume = readCheckpoint(SMALL, 'a run', saved, 'c');
      const epochs: number[] = [];
      const rest = await train(SMALL, DATA, options, { resume, onProgress: ({ epoch }) => void epochs.push(epoch) });
      expect(epochs).toEqual([3]);
      expect(bytesOf(rest.weights).equals(bytesOf(whole.weights))).toBe(true);
      expect(() => readCheckpoint(SMALL, 'other', saved, 'c')).toThrow('c: is of another run');
      expect(() => readCheckpoint(SMALL, 'a run', saved.subarray(0, -4), 'c')).toThrow('c: is truncated or too long');
      expect(() => readCheckpoint(SMALL, 'a run', saved.subarray(0, 9), 'c')).toThrow('c: is not a checkpoint');
      const nan = saved.slice();
      new DataView(nan.buffer).setFloat32(nan.length - 4, Number.NaN, true);
      expect(() => readCheckpoint(SMALL, 'a run', nan, 'c')).toThrow(`c: holds NaN at byte ${nan.length - 4}`);
      for (const [from, to, message] of [
        [/"epoch":2/, '"epoch":-', 'c: is not a checkpoint'],
        [/"epoch":2/, '"epoch":9e99', 'c: epoch must be a whole number from 0'],
        [/"momenta":\d/, '"momenta":-1', 'c: momenta must be a whole number to 2: -1'],
        [/"momenta":\d/, '"momenta":1e9', 'c: momenta must be a whole number to 2: 1000000000'],
        [/"limits":\[[^,\]]*/, '"limits":[-1', 'c: limits must be numbers from 0'],
        [/"limits":\[[^\]]*/, '"limits":[1', 'c: limits must be'],
      ] as const)
        expect(() => readCheckpoint(SMALL, 'a run', withHeader(saved, from, to), 'c')).toThrow(message);
    },
  );

  test('a callback that rejects ends the training', async () => {
    let epochs = 0;
    const hooks: TrainHooks = {
      onProgress: () => {
        epochs++;
        return Promise.reject(new Error('interrupted'));
      },
    };
    await expect(train(SMALL, DATA, OPTIONS, hooks)).rejects.toThrow('interrupted');
    expect(epochs).toBe(1);
  });

  test.each([
    [{ seed: -1 }, 'seed must be a whole number from 0 to 4294967295: -1'],
    [{ epochs: 0 }, 'epochs must be a whole number from 1: 0'],
    [{ batch: 1.5 }, 'batch must be a whole number from 1: 1.5'],
    [{ learningRate: 0 }, 'learningRate must be above 0: 0'],
    [{ optimizer: { kind: 'momentum', momentum: 1 } }, 'momentum must be from 0 to below 1: 1'],
    [{ optimizer: { kind: 'adam', beta1: 0.9, beta2: 2, epsilon: 1 } }, 'beta2 must be from 0 to below 1: 2'],
    [{ weightDecay: -1 }, 'weightDecay must be at least 0: -1'],
    [{ shift: 0.5 }, 'shift must be a whole number from 0: 0.5'],
    [{ noise: -1 }, 'noise must be at least 0: -1'],
    [{ mismatch: { deviation: Number.NaN, chip: 1 } }, 'deviation must be at least 0: NaN'],
    [{ quantization: { bits: 1, activationBits: 3, clip: [1, 1] } }, 'bits must be a whole number from 2 to 16: 1'],
    [{ quantization: { bits: 3, activationBits: 3, clip: [1] } }, 'clip must hold a number for each of 2 layers: 1'],
    [{ quantization: { bits: 3, activationBits: 3, clip: [1, 2] } }, 'clip must be above 0 and at most 1: 2'],
  ] as [Partial<TrainOptions>, string][])('%o is refused', async (change, message) => {
    await expect(train(SMALL, DATA, { ...OPTIONS, ...change })).rejects.toThrow(message);
  });
});

describe('order and movement of the images', () => {
  test('each epoch sees each image once, in another order', () => {
    const orders = [1, 2].map((epoch) => epochOrder(1000, 1, epoch));
    for (const order of orders) expect(Array.from(order).sort((a, b) => a - b)).toEqual([...Array(1000).keys()]);
    expect(orders[0]).not.toEqual(orders[1]);
    expect(epochOrder(1000, 1, 1)).toEqual(orders[0]);
  });

  test('every place is as likely for the first image: chi squared below its 0.1 % point', () => {
    const counts = new Float64Array(10);
    for (let epoch = 0; epoch < 10_000; epoch++) counts[epochOrder(10, 3, epoch).indexOf(0)]! += 1;
    // 27.88: chi squared with 9 degrees of freedom at 99.9 %.
    expect(counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(27.88);
  });

  test.each([
    ['positive', (pixel: number) => pixel / 255],
    ['centred', (pixel: number) => (2 * pixel - 255) / 255],
  ] as const)(
    'a %s image is moved by up to two pixels, every way, mirrored every other time, zeros from outside',
    (scale, meaning) => {
      const data = quarters(1, 9);
      const plan = planFloat(SMALL, { threads: 1, sets: 0, separateWeights: false, codes: false, noise: false });
      const floats = new Float32Array(plan.bytes / 4);
      const at = (y: number, x: number): number =>
        y >= 0 && y < 6 && x >= 0 && x < 6 ? meaning(data.values[6 * y + x]!) : 0;
      const seen = new Map<string, number>();
      for (let epoch = 0; epoch < 400; epoch++) {
        const movement = movementOf(0, epoch, { seed: 1, shift: 2, flip: true });
        placeImage(data, 0, movement, floats, 0, plan.input, 5, scale);
        const out = Array.from({ length: 36 }, (_, k) => floats[plan.input.start / 4 + 16 * k + 5]!);
        const moves = [-2, -1, 0, 1, 2].flatMap((down) =>
          [-2, -1, 0, 1, 2].flatMap((right) => [false, true].map((mirrored) => ({ down, right, mirrored }))),
        );
        const found = moves.filter(({ down, right, mirrored }) =>
          out.every((value, k) => {
            const [y, x] = [Math.floor(k / 6) - down, (k % 6) - right];
            return value === Math.fround(at(y, mirrored ? 5 - x : x));
          }),
        );
        expect(found).toEqual([movement]);
        const key = `${movement.down},${movement.right},${movement.mirrored}`;
        seen.set(key, (seen.get(key) ?? 0) + 1);
      }
      expect(seen.size).toBe(50);
    },
  );
});
