/** The weights that come with the package, against the data sets themselves. */

import { describe, expect, test } from 'vitest';
import { type DataSet, sliceOfDataSet } from '../../nn/data/data-set.ts';
import { prepare, wrongWithNoise } from '../../nn/evaluate/noisy-evaluate.ts';
import { dataSetOf } from '../../nn/files/labelled-files.ts';
import { parseWeightFiles } from '../../nn/files/weight-file.ts';
import { wrongInFloat } from '../../nn/float/evaluate.ts';
import { weightLayers } from '../../nn/network/network.ts';
import { networkOf } from '../../nn/network/networks.ts';
import { quantize } from '../../nn/quantized/quantize.ts';
import { readDataSet } from '../../tools/data/data.ts';
import { CIFAR10, type DataSource, MNIST } from '../../tools/data/sets.ts';
import { readWeightFiles } from '../../tools/data/weights.ts';

const WIDTHS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
const VALIDATED = 5000;

const dataOf = async (source: DataSource) => {
  const train = dataSetOf(await readDataSet(source, 'train'));
  return {
    test: dataSetOf(await readDataSet(source, 'test')),
    validation: sliceOfDataSet(train, train.images - VALIDATED, train.images),
  };
};
const loadedOf = async (name: string, file: string) => parseWeightFiles(name, await readWeightFiles(file));

/** Weights trained with rounding: their files, bits, most part of the test images that rounding costs, the command's end. */
interface Aware {
  readonly file: string;
  readonly bits: number;
  readonly activationBits?: number;
  readonly less: number;
  readonly options: string;
}

const aware3 = (name: string, less: number, options = ''): Aware => ({ file: `${name}-3bit`, bits: 3, less, options });

/** With the least part of the test images right in floating point. */
describe.each([
  ['mnist-fcn', MNIST, 0.982, [aware3('mnist-fcn', 0.005)]],
  ['mnist-cnn', MNIST, 0.993, [aware3('mnist-cnn', 0.003)]],
  [
    'cifar10-cnn',
    CIFAR10,
    0.78,
    [
      aware3('cifar10-cnn', 0.03, ' --epochs 20'),
      {
        file: 'cifar10-cnn-3bit-activations8bit',
        bits: 3,
        activationBits: 8,
        less: 0.03,
        options: ' --epochs 3',
      },
    ],
  ],
] as const)('%s', { timeout: 600_000 }, (name, source, least, awares: readonly Aware[]) => {
  const network = networkOf(name);
  const data = dataOf(source);
  const floating = loadedOf(name, name);
  const wrongAt = async (bits: number, clip: readonly number[], part: DataSet): Promise<number> =>
    wrongWithNoise(prepare(quantize(network, (await floating).weights, { bits, clip }), part), null) / part.images;

  test(`at least ${100 * least} % of the test images right, as the manifest says`, async () => {
    const { weights, manifest } = await floating;
    const { test: testSet, validation } = await data;
    expect(1 - wrongInFloat(network, weights, testSet) / testSet.images).toBe(manifest.accuracy.test);
    expect(1 - wrongInFloat(network, weights, validation) / VALIDATED).toBe(manifest.accuracy.validation);
    expect(manifest.accuracy.test).toBeGreaterThanOrEqual(least);
  });

  test.each(awares.map((aware) => [aware.file, aware] as const))(
    '%s: as near to floating point as it should be; integers give what the manifest says',
    async (file, { bits, activationBits, less, options }) => {
      const { weights, manifest } = await loadedOf(name, file);
      const { test: testSet, validation } = await data;
      const widths = activationBits === undefined ? { bits } : { bits, activationBits };
      const choice = { ...widths, clip: weightLayers(network).map(() => 1) };
      const wrong = (part: DataSet): number => wrongWithNoise(prepare(quantize(network, weights, choice), part), null);
      expect(1 - wrong(testSet) / testSet.images).toBe(manifest.accuracy.test);
      const validationError = wrong(validation) / VALIDATED;
      expect(1 - validationError).toBe(manifest.accuracy.validation);
      expect(manifest.quantization).toEqual([{ ...choice, validationError }]);
      expect(manifest.accuracy.test).toBeGreaterThanOrEqual((await floating).manifest.accuracy.test - less);
      expect(manifest.from).toBe(`${name}.safetensors (sha256 ${(await floating).manifest.sha256})`);
      const [begin, end] = [`somagen train ${name} --seed 1 --bits ${bits}`, ` --from weights/${name}.safetensors`];
      expect(manifest.command).toBe(
        activationBits === undefined
          ? `${begin}${end}${options}`
          : `${begin} --activation-bits ${activationBits}${end}${options}`,
      );
    },
  );

  test('the manifest says how they were made and what was chosen at every width', async () => {
    const { weights, manifest } = await floating;
    expect(manifest.command).toBe(`somagen train ${name} --seed ${manifest.training.seed}`);
    expect(manifest.data.validated).toBe(VALIDATED);
    expect(manifest.quantization.map((choice) => choice.bits)).toEqual(WIDTHS);
    expect(manifest.largestWeights).toEqual(
      weights.map((layer) => layer.weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0)),
    );
  });

  test('3, 8 and 16 bits: the stated validation error is that of the stated clip; 8 and 16 within 0.2 points, or a standard error, of float', async () => {
    const { manifest } = await floating;
    const { validation } = await data;
    for (const bits of [3, 8, 16]) {
      const choice = manifest.quantization.find((entry) => entry.bits === bits)!;
      expect(await wrongAt(bits, choice.clip, validation)).toBe(choice.validationError);
      // The clip is the smallest within a standard error of the best: 0.6 points of cifar10-cnn, less than 0.2 of the others.
      const float = 1 - manifest.accuracy.validation;
      const least = Math.max(0.002, Math.sqrt(float / VALIDATED));
      if (bits > 3) expect(choice.validationError).toBeLessThanOrEqual(float + least);
    }
  });

  test('3 bits: half as much full scale is worse by more than a standard error', async () => {
    const { manifest } = await floating;
    const { clip, validationError } = manifest.quantization.find((entry) => entry.bits === 3)!;
    const half = clip.map((part) => part / 2);
    const { validation } = await data;
    expect(await wrongAt(3, half, validation)).toBeGreaterThan(
      validationError + Math.sqrt(validationError / VALIDATED),
    );
  });
});
