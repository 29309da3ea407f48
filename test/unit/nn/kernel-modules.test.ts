/** The bytes of every module that is emitted: their hashes against the golden ones. */

import { expect, test } from 'vitest';
import { parseWeightFiles } from '../../../nn/files/weight-file.ts';
import { FLOAT_KERNELS } from '../../../nn/float/kernels/kernels.ts';
import { kernelPlan } from '../../../nn/kernels/plan.ts';
import { networkOf } from '../../../nn/network/networks.ts';
import { type QuantizedNetwork, quantize } from '../../../nn/quantized/quantize.ts';
import { type ModuleMemory, moduleBytes, PAGE } from '../../../nn/wasm/module.ts';
import { readWeightFiles, sha256 } from '../../../tools/data/weights.ts';
import {
  chosen,
  convolution,
  dense,
  FLATTEN,
  maxPool,
  networkOfParts,
  ODD_KERNELS,
  ODD_SHAPES,
  type Part,
  SHAPE,
} from './kernel-network.fixture.ts';
import { someWeights } from './network.fixture.ts';

const BITS = [3, 8, 16];

/** The hash of the module of a network's kernels, without and with noise. */
function hashOf(quantized: QuantizedNetwork): string {
  const { functions, bytes } = kernelPlan(quantized);
  return sha256(moduleBytes(functions, Math.ceil(bytes / PAGE)));
}

async function shippedHashes(): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const name of ['mnist-fcn', 'mnist-cnn', 'cifar10-cnn']) {
    const { weights, manifest } = parseWeightFiles(name, await readWeightFiles(name));
    for (const { bits, clip } of manifest.quantization.filter((choice) => BITS.includes(choice.bits)))
      hashes[`${name}, ${bits} bits`] = hashOf(quantize(networkOf(name), weights, { bits, clip }));
  }
  return hashes;
}

/** Networks on images of one channel. Their sums on wide words have a coarse one beside them. */
const ONE_CHANNEL: readonly Part[][] = [
  [convolution(5, 5), maxPool(2), dense(4, 'none')],
  [convolution(3, 5, 2), dense(4, 'none')],
  [convolution(3, 4), convolution(2, 7), FLATTEN, dense(3, 'none')],
];

function partHashes(): Record<string, string> {
  const hashes: Record<string, string> = {};
  for (const bits of BITS) {
    for (const [name, input, parts] of [...ODD_SHAPES, ...ODD_KERNELS])
      hashes[`${name}, ${bits} bits`] = hashOf(chosen(networkOfParts(input, parts), bits));
    ONE_CHANNEL.forEach((parts, k) => {
      const centred = { ...networkOfParts(SHAPE(1, 13, 11), parts), pixels: 'centred' } as const;
      hashes[`one channel, centred pixels (${k}), ${bits} bits`] = hashOf(chosen(centred, bits));
    });
  }
  const parts = [convolution(9, 3, 1), maxPool(2), convolution(6, 3), FLATTEN, dense(9), dense(4, 'none')];
  const network = networkOfParts(SHAPE(3, 10, 11), parts);
  const weights = someWeights(network, 5);
  const clip = weights.map(() => 0.8);
  for (const bits of [2, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15])
    hashes[`widths, ${bits} bits`] = hashOf(quantize(network, weights, { bits, clip }));
  for (const [bits, activationBits, resolution] of [
    [3, 8, 8],
    [16, 4, 4],
    [4, 16, 12],
    [8, 8, 1],
  ] as const)
    hashes[`widths, ${bits} bits, activations ${activationBits}, converters ${resolution}`] = hashOf(
      quantize(network, weights, { bits, activationBits, resolution, clip }),
    );
  return hashes;
}

const floatHashes = (): Record<string, string> =>
  Object.fromEntries(
    (['own', 'given', 'shared'] satisfies ModuleMemory[]).map((memory) => [
      `float kernels, ${memory} memory`,
      sha256(moduleBytes(FLOAT_KERNELS, 1, memory)),
    ]),
  );

test('modules of the shipped networks, of odd shapes and of the float kernels: the same bytes', async () => {
  const hashes = { ...(await shippedHashes()), ...partHashes(), ...floatHashes() };
  await expect(`${JSON.stringify(hashes, null, 2)}\n`).toMatchFileSnapshot('../../golden/kernel-modules.json');
});
