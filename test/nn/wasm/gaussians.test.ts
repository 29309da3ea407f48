import { expect, test } from 'vitest';
import { gaussianSource } from '../../../src/nn/gaussian.ts';
import { GAUSSIANS, writeGaussianState } from '../../../src/nn/wasm/gaussians.ts';
import { instantiate, moduleBytes, PAGE } from '../../../src/nn/wasm/module.ts';

const { functions, memory } = instantiate(moduleBytes([GAUSSIANS], 5));

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
