/** The weights that come with the package, against MNIST itself. */

import { beforeAll, describe, expect, test } from 'vitest';
import { type DataSet, dataSetOfIdx, sliceOfDataSet } from '../../src/nn/data-set.ts';
import { wrongInFloat } from '../../src/nn/float-evaluate.ts';
import { networkOf } from '../../src/nn/networks.ts';
import { prepare, wrongWithNoise } from '../../src/nn/noisy-evaluate.ts';
import { quantize } from '../../src/nn/quantize.ts';
import { type LoadedWeights, parseWeightFiles } from '../../src/nn/weight-file.ts';
import { readDataSet } from '../../src/tools/data.ts';
import { MNIST } from '../../src/tools/data-sets.ts';
import { readWeightFiles } from '../../src/tools/data-weights.ts';

const NETWORK = networkOf('mnist-fcn');

describe('mnist-fcn', () => {
  let loaded: LoadedWeights;
  let testSet: DataSet;
  let validation: DataSet;
  const load = async (part: 'train' | 'test'): Promise<DataSet> => {
    const { images, labels, classes, source } = await readDataSet(MNIST, part);
    return dataSetOfIdx(images, labels, classes, source);
  };
  beforeAll(async () => {
    loaded = parseWeightFiles('mnist-fcn', await readWeightFiles('mnist-fcn'));
    testSet = await load('test');
    validation = sliceOfDataSet(await load('train'), 55_000, 60_000);
  }, 300_000);

  test('at least 98.0 % of the test images right, as the manifest says', () => {
    const { accuracy } = loaded.manifest;
    expect(1 - wrongInFloat(NETWORK, loaded.weights, testSet) / 10_000).toBe(accuracy.test);
    expect(1 - wrongInFloat(NETWORK, loaded.weights, validation) / 5000).toBe(accuracy.validation);
    expect(accuracy.test).toBeGreaterThanOrEqual(0.98);
  });

  test('the manifest says how they were made and what was chosen at every width', () => {
    const { command, training, data, quantization, largestWeights } = loaded.manifest;
    expect(command).toBe(`somagen train mnist-fcn --seed ${training.seed}`);
    expect([data.trained, data.validated]).toEqual([55_000, 5000]);
    expect(quantization.map((choice) => choice.bits)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
    expect(largestWeights).toEqual(
      loaded.weights.map(({ weights }) => weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0)),
    );
  });

  const errorAt = (bits: number, part: number): number =>
    wrongWithNoise(prepare(quantize(NETWORK, loaded.weights, { bits, clip: [part, part] }), validation), null) / 5000;
  const chosenFor = (bits: number) => loaded.manifest.quantization.find((choice) => choice.bits === bits)!;

  test.each([3, 8, 16])('%s bits: the stated validation error is that of the stated clip', (bits) => {
    expect(errorAt(bits, chosenFor(bits).clip[0]!)).toBe(chosenFor(bits).validationError);
  });

  test('8 and 16 bits: within 0.2 points of float on the validation images', () => {
    for (const bits of [8, 16])
      expect(chosenFor(bits).validationError).toBeLessThan(1 - loaded.manifest.accuracy.validation + 0.002);
  });

  test('3 bits: no clipping and half as much full scale are worse by more than a standard error', () => {
    const { clip, validationError } = chosenFor(3);
    for (const part of [1, clip[0]! / 2])
      expect(errorAt(3, part)).toBeGreaterThan(validationError + Math.sqrt(validationError / 5000));
  });
});
