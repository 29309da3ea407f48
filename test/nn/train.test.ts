import { describe, expect, test } from 'vitest';
import { forwardDense } from '../../src/nn/float-dense.kernel.ts';
import { wrongInFloat } from '../../src/nn/float-evaluate.ts';
import { initialLayer } from '../../src/nn/layer-weights.ts';
import { type TrainOptions, type TrainProgress, train, trainImage } from '../../src/nn/train.ts';
import { copyInput, epochOrder } from '../../src/nn/training-order.ts';
import { writeWeights } from '../../src/nn/weight-file.ts';
import { quarters, SMALL } from './network.fixture.ts';

const OPTIONS: TrainOptions = {
  seed: 1,
  epochs: 3,
  batch: 8,
  learningRate: 0.1,
  momentum: 0.9,
  weightDecay: 1e-4,
  shift: 0,
};
const DATA = { training: quarters(400, 1), validation: quarters(200, 2) };

describe('training', () => {
  test('the gradient is the slope of the loss, for every weight and bias', () => {
    const layers = SMALL.layers.map((layer, index) => initialLayer(layer, index, 5));
    for (const { bias } of layers) bias.set(bias.map((_, j) => Math.sin(j)));
    const input = new Float64Array(36);
    copyInput(DATA.training, 3, { seed: 1, epoch: 1, shift: 0 }, input);
    const label = DATA.training.labels[3] ?? 0;
    const outputs = layers.map((layer) => new Float64Array(layer.outputs));
    const deltas = layers.map((layer) => new Float64Array(layer.outputs));
    trainImage(layers, { input, outputs, deltas }, label);
    /** -ln softmax, by Math. */
    const loss = (): number => {
      layers.forEach((layer, k) => {
        forwardDense(layer, outputs[k - 1] ?? input, outputs[k]!);
      });
      const z = Array.from(outputs.at(-1)!);
      return Math.log(z.reduce((sum, value) => sum + Math.exp(value), 0)) - z[label]!;
    };
    const step = 1e-5;
    for (const layer of layers)
      for (const [values, gradient] of [
        [layer.weights, layer.weightGradient],
        [layer.bias, layer.biasGradient],
      ] as const)
        values.forEach((value, k) => {
          values[k] = value + step;
          const above = loss();
          values[k] = value - step;
          const below = loss();
          values[k] = value;
          expect(gradient[k]).toBeCloseTo((above - below) / (2 * step), 8);
        });
  });

  test('the same seed gives the same bytes, another seed others', async () => {
    const bytes = async (seed: number) =>
      Buffer.from(writeWeights(SMALL, await train(SMALL, DATA, { ...OPTIONS, seed })));
    const first = await bytes(1);
    expect((await bytes(1)).equals(first)).toBe(true);
    expect((await bytes(2)).equals(first)).toBe(false);
  });

  test('it learns: from three in four wrong to less than one in ten, with progress each epoch', async () => {
    const progress: TrainProgress[] = [];
    const weights = await train(SMALL, DATA, { ...OPTIONS, epochs: 6 }, (entry) => void progress.push(entry));
    expect(wrongInFloat(SMALL, weights, DATA.validation) / 200).toBeLessThan(0.1);
    expect(progress.map((entry) => entry.epoch)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(progress.at(-1)?.validationError).toBe(wrongInFloat(SMALL, weights, DATA.validation) / 200);
    expect(progress.at(-1)!.loss).toBeLessThan(progress[0]!.loss);
    const [first] = SMALL.layers.map((layer, index) => initialLayer(layer, index, 1));
    const bound = Math.sqrt(6 / (36 + 9));
    expect(Math.max(...first!.weights)).toBeLessThan(bound);
    expect(Math.max(...first!.weights)).toBeGreaterThan(0.95 * bound);
  });

  test('one step is v = -rate (g / batch + decay w), w + v', async () => {
    const one = { training: quarters(8, 3), validation: quarters(8, 4) };
    const options = { ...OPTIONS, epochs: 1, batch: 8, learningRate: 0.5, weightDecay: 0.01 };
    const [, trained] = await train(SMALL, one, options);
    const layers = SMALL.layers.map((layer, index) => initialLayer(layer, index, 1));
    const input = new Float64Array(36);
    const outputs = layers.map((layer) => new Float64Array(layer.outputs));
    const deltas = layers.map((layer) => new Float64Array(layer.outputs));
    for (let image = 0; image < 8; image++) {
      copyInput(one.training, image, { seed: 1, epoch: 1, shift: 0 }, input);
      trainImage(layers, { input, outputs, deltas }, one.training.labels[image]!);
    }
    const { weights, weightGradient } = layers[1]!;
    weights.forEach((weight, k) => {
      const [i, j] = [Math.floor(k / 4), k % 4];
      expect(trained!.weights[j * 9 + i]).toBeCloseTo(weight - 0.5 * (weightGradient[k]! / 8 + 0.01 * weight), 6);
    });
  });

  test('a callback that rejects ends the training', async () => {
    let epochs = 0;
    const stopped = train(SMALL, DATA, OPTIONS, () => {
      epochs++;
      return Promise.reject(new Error('interrupted'));
    });
    await expect(stopped).rejects.toThrow('interrupted');
    expect(epochs).toBe(1);
  });

  test.each([
    [{ seed: -1 }, 'seed must be a whole number from 0 to 4294967295: -1'],
    [{ epochs: 0 }, 'epochs must be a whole number from 1: 0'],
    [{ batch: 1.5 }, 'batch must be a whole number from 1: 1.5'],
    [{ learningRate: 0 }, 'learningRate must be above 0: 0'],
    [{ momentum: 1 }, 'momentum must be from 0 to below 1: 1'],
    [{ weightDecay: -1 }, 'weightDecay must be at least 0: -1'],
    [{ shift: 0.5 }, 'shift must be a whole number from 0: 0.5'],
  ])('%o is refused', async (change, message) => {
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

  test('an image is moved by up to two pixels, every way, zeros from outside', () => {
    const data = quarters(1, 9);
    const at = (values: ArrayLike<number>, y: number, x: number): number =>
      y >= 0 && y < 6 && x >= 0 && x < 6 ? values[6 * y + x]! : 0;
    const seen = new Set<string>();
    for (let epoch = 0; epoch < 400; epoch++) {
      const out = new Float64Array(36);
      copyInput(data, 0, { seed: 1, epoch, shift: 2 }, out);
      const moves = [-2, -1, 0, 1, 2].flatMap((down) => [-2, -1, 0, 1, 2].map((right) => ({ down, right })));
      const found = moves.filter(({ down, right }) =>
        Array.from(out).every((value, k) => {
          const [y, x] = [Math.floor(k / 6), k % 6];
          return value === at(data.values, y - down, x - right) / 255;
        }),
      );
      expect(found).toHaveLength(1);
      seen.add(`${found[0]!.down},${found[0]!.right}`);
    }
    expect(seen.size).toBe(25);
  });
});
