/** The weights that come with the package, against the data sets themselves. */

import { describe, expect, test } from 'vitest';
import { type DataSet, sliceOfDataSet } from '../../src/nn/data-set.ts';
import { wrongInFloat } from '../../src/nn/float-evaluate.ts';
import { dataSetOf } from '../../src/nn/labelled-files.ts';
import { weightLayers } from '../../src/nn/network.ts';
import { networkOf } from '../../src/nn/networks.ts';
import { prepare, wrongWithNoise } from '../../src/nn/noisy-evaluate.ts';
import { quantize } from '../../src/nn/quantize.ts';
import { parseWeightFiles } from '../../src/nn/weight-file.ts';
import { readDataSet } from '../../src/tools/data.ts';
import { CIFAR10, type DataSource, MNIST } from '../../src/tools/data-sets.ts';
import { readWeightFiles } from '../../src/tools/data-weights.ts';

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

/** Least parts of the test images right: in floating point, and how much less with 3 bits that training knew of. */
describe.each([
  ['mnist-fcn', MNIST, 0.982, 0.005],
  ['mnist-cnn', MNIST, 0.993, 0.003],
] as const)('%s', { timeout: 600_000 }, (name, source, least, less) => {
  const network = networkOf(name);
  const data = dataOf(source);
  const floating = loadedOf(name, name);
  const aware = loadedOf(name, `${name}-3bit`);
  const wrongAt = async (bits: number, clip: readonly number[], part: DataSet): Promise<number> =>
    wrongWithNoise(prepare(quantize(network, (await floating).weights, { bits, clip }), part), null) / part.images;

  test(`at least ${100 * least} % of the test images right, as the manifest says`, async () => {
    const { weights, manifest } = await floating;
    const { test: testSet, validation } = await data;
    expect(1 - wrongInFloat(network, weights, testSet) / testSet.images).toBe(manifest.accuracy.test);
    expect(1 - wrongInFloat(network, weights, validation) / VALIDATED).toBe(manifest.accuracy.validation);
    expect(manifest.accuracy.test).toBeGreaterThanOrEqual(least);
  });

  test(`3 bits that training knew of: within ${100 * less} points, integers give what the manifest says`, async () => {
    const { weights, manifest } = await aware;
    const { test: testSet, validation } = await data;
    const choice = { bits: 3, clip: weightLayers(network).map(() => 1) };
    const wrong = (part: DataSet): number => wrongWithNoise(prepare(quantize(network, weights, choice), part), null);
    expect(1 - wrong(testSet) / testSet.images).toBe(manifest.accuracy.test);
    const validationError = wrong(validation) / VALIDATED;
    expect(1 - validationError).toBe(manifest.accuracy.validation);
    expect(manifest.quantization).toEqual([{ ...choice, validationError }]);
    expect(manifest.accuracy.test).toBeGreaterThanOrEqual((await floating).manifest.accuracy.test - less);
    expect(manifest.from).toBe(`${name}.safetensors (sha256 ${(await floating).manifest.sha256})`);
  });

  test('the manifest says how they were made and what was chosen at every width', async () => {
    const { weights, manifest } = await floating;
    expect(manifest.command).toBe(`somagen train ${name} --seed ${manifest.training.seed}`);
    expect(manifest.data.validated).toBe(VALIDATED);
    expect(manifest.quantization.map((choice) => choice.bits)).toEqual(WIDTHS);
    expect(manifest.largestWeights).toEqual(
      weights.map((layer) => layer.weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0)),
    );
    expect((await aware).manifest.command).toBe(
      `somagen train ${name} --seed 1 --bits 3 --from weights/${name}.safetensors`,
    );
  });

  test('3, 8 and 16 bits: the stated validation error is that of the stated clip; 8 and 16 within 0.2 points of float', async () => {
    const { manifest } = await floating;
    const { validation } = await data;
    for (const bits of [3, 8, 16]) {
      const choice = manifest.quantization.find((entry) => entry.bits === bits)!;
      expect(await wrongAt(bits, choice.clip, validation)).toBe(choice.validationError);
      if (bits > 3) expect(choice.validationError).toBeLessThan(1 - manifest.accuracy.validation + 0.002);
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

test('CIFAR-10 comes in its own format', () => {
  expect(CIFAR10.format).toBe('cifar10');
});
