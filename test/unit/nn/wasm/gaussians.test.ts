import { expect, test } from 'vitest';
import { gaussianSource } from '../../../../nn/noise/gaussian.ts';
import { GAUSSIANS, GAUSSIANS_OF_TWO, writeGaussianState } from '../../../../nn/wasm/gaussians.ts';
import { instantiate, moduleBytes, PAGE } from '../../../../nn/wasm/module.ts';

const { functions, memory } = instantiate(moduleBytes([GAUSSIANS, GAUSSIANS_OF_TWO], 5));

test.each([
  { seed: 0, draw: 0, layer: 0, image: 0, block: 0 },
  { seed: 0xffffffff, draw: 9, layer: 4, image: 9996, block: 1000 },
  { seed: 12345, draw: 0xffffffff, layer: 1, image: 4, block: 0 },
])('%o: the vectors hold the numbers of the scalar source, bit for bit', ({ seed, draw, layer, image, block }) => {
  const pairs = 1000;
  writeGaussianState(memory, seed, draw);
  functions.gaussians!(PAGE, layer, block, pairs, image);
  const found = new Float32Array(memory, PAGE, 32 * pairs);
  const source = gaussianSource(seed);
  for (let lane = 0; lane < 4; lane++) {
    const all = new Float64Array(4 * block + 8 * pairs);
    source(all, draw, image + lane, layer);
    const wanted = Float32Array.from(all.subarray(4 * block));
    expect(found.filter((_, k) => k % 4 === lane)).toEqual(wanted);
  }
});

test('blocks of two places in turn, each with the numbers of its own place', () => {
  const [layer, block, count, image, apart] = [2, 7, 61, 8, 144];
  writeGaussianState(memory, 99, 3);
  functions.gaussiansOfTwo!(PAGE, layer, block, count, image, apart);
  const found = new Float32Array(memory, PAGE, 32 * count);
  for (let lane = 0; lane < 4; lane++) {
    const all = new Float64Array(4 * (block + apart + count));
    gaussianSource(99)(all, 3, image + lane, layer);
    const wanted = Array.from({ length: count }, (_, k) => [block + k, block + apart + k])
      .flat()
      .flatMap((of) => Array.from(all.subarray(4 * of, 4 * of + 4)));
    expect(Array.from(found.filter((_, k) => k % 4 === lane))).toEqual(wanted);
  }
});
