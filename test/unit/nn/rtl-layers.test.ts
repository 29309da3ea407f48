import { expect, test } from 'vitest';
import { streamedImage, streamedLayers } from '../../../nn/evaluate/rtl-layers.ts';
import { quantize } from '../../../nn/quantized/quantize.ts';
import { convolution, dense, FLATTEN, networkOfParts } from './kernel-network.fixture.ts';

test('by hand: a 2 x 2 kernel with padding, then a dense layer', () => {
  const network = networkOfParts({ channels: 1, height: 1, width: 2 }, [
    convolution(2, 2, 1, 'relu'),
    FLATTEN,
    dense(1, 'none'),
  ]);
  const weights = [
    { weights: Float32Array.of(1, 0, 0, 1, 0, -1, 0, 0), bias: Float32Array.of(0, 0.5) },
    { weights: Float32Array.from({ length: 12 }, (_, k) => (k === 5 ? 1 : 0)), bias: Float32Array.of(0.25) },
  ];
  // Codes of 8 bits: 1 is 127; the pixels 255 and 51 are 127 and 25 (51 / 255 of 127 is 25.4).
  const quantized = quantize(network, weights, { bits: 8, clip: [1, 1], ranges: [1, 1] });
  const [first, second] = streamedImage(quantized, Uint8Array.of(255, 51));
  // Places of 2 rows and 3 columns; the row of pixels is below in the first row, above in the second.
  expect(Array.from(first!.operands)).toEqual([
    ...[0, 0, 0, 127],
    ...[0, 0, 127, 25],
    ...[0, 0, 25, 0],
    ...[0, 127, 0, 0],
    ...[127, 25, 0, 0],
    ...[25, 0, 0, 0],
  ]);
  const half = Math.round(0.5 * 127 * 127);
  const sums = [
    [127 * 127, 0],
    [25 * 127, 0],
    [0, 0],
    [0, -127 * 127],
    [127 * 127, -25 * 127],
    [25 * 127, 0],
  ];
  expect(Array.from(first!.accumulators)).toEqual(sums.flatMap(([a = 0, b = 0]) => [a, b + half]));
  // ReLU: codes of accumulator / 127, to nearest; half is 8064.5 -> 8065, 63.5 codes.
  const codes = [
    [127, 64],
    [25, 64],
    [0, 64],
    [0, 0],
    [127, 39],
    [25, 64],
  ];
  expect(Array.from(first!.results)).toEqual(codes.flat());
  // The dense layer reads channel by channel; its sixth input is the last place of the first channel.
  expect(Array.from(second!.operands)).toEqual([...codes.map(([a]) => a), ...codes.map(([, b]) => b)]);
  const last = 25 * 127 + Math.round(0.25 * 127 * 127);
  expect([Array.from(second!.accumulators), Array.from(second!.results)]).toEqual([[last], [last]]);
  expect(
    streamedLayers(quantized).map(({ synapses, outputs, height, width }) => [synapses, outputs, height, width]),
  ).toEqual([
    [4, 2, 2, 3],
    [12, 1, 1, 1],
  ]);
});
