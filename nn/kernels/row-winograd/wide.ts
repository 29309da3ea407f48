/**
 * Convolutions of 5 x 5 on words wider than 8 bits, upper parts along rows. They take three quarters of the operations
 * of high and low parts: the sum T modulo 2^32 tap by tap, in one product, and its upper part H from the upper parts of
 * inputs and weights, by `row-winograd.ts`. Derivation: docs/kernels.md, "Wide words along rows".
 */

import { nth } from '../../../numeric/index.ts';
import type { QuantizedLayer } from '../../quantized/quantize.ts';
import type { Code, V128Local } from '../../wasm/code.ts';
import { set } from '../../wasm/control.ts';
import type { KernelFunction } from '../../wasm/function.ts';
import { i32x4, v128 } from '../../wasm/vector.ts';
import { sumTaps } from '../convolution/convolve.ts';
import { address, frameWidth, planesOf, VECTOR } from '../memory/layout.ts';
import { recordWords, type Tap } from '../memory/records.ts';
import { splitWeight } from '../memory/weight-words.ts';
import { type ConvolutionKernel, HEADER, type LayerNoise, RECORD } from '../tile/tile.ts';
import { alongRows, loadWindow } from './row-winograd.ts';
import { exactSum, type RowWinogradBuffers } from './transforms.ts';
import { KERNEL, suitsRowWinograd, transformedWords } from './weights.ts';

/** Bits of a lower part; of the weights' it is signed, of the inputs' not. */
const LOW_BITS = 8;
/** Bytes of the biases' lower parts. */
const LOWS = 16;

/** Layer of the weights' upper parts. */
const upperLayer = (layer: QuantizedLayer): QuantizedLayer => ({
  ...layer,
  weights: layer.weights.map((weight) => splitWeight(weight, LOW_BITS).high),
  shift: 0,
});

/**
 * Check that a shifted layer's upper parts suit Winograd's products. What they leave of a sum is certain to fit 32
 * bits.
 */
export function suitsWideRowWinograd(layer: QuantizedLayer, channels: number, kernel: number, limit: number): boolean {
  const { inputs, weights, shift } = layer;
  if (kernel !== KERNEL || shift === 0 || shift > 2 * LOW_BITS) return false;
  if (!suitsRowWinograd(upperLayer(layer), channels, kernel, Math.ceil(limit / 2 ** LOW_BITS))) return false;
  const largestInput = 2 ** LOW_BITS * Math.ceil(limit / 2 ** LOW_BITS);
  let most = 0;
  for (let start = 0; start < weights.length; start += inputs) {
    // x w - 2^16 X W = x' w + 2^8 X w'.
    let left = 2 ** shift;
    for (const weight of weights.subarray(start, start + inputs)) {
      const { low } = splitWeight(weight, LOW_BITS);
      left += (2 ** LOW_BITS - 1) * Math.abs(weight) + largestInput * Math.abs(low);
    }
    most = Math.max(most, left);
  }
  return most < 2 ** 31;
}

/**
 * Words of every two outputs: records as of a layer that is not shifted, the biases' lower parts, transformed upper
 * parts.
 */
export function wideRowWinogradWords(layer: QuantizedLayer, channels: number, taps: readonly Tap[]): Int32Array {
  const { outputs, bias, shift } = layer;
  const high = bias.map((value) => Math.floor(value / 2 ** shift));
  const records = recordWords({ ...layer, bias: high, shift: 0 }, taps);
  const size = (HEADER + taps.length * RECORD) / 4;
  const upper = upperLayer(layer);
  const low = (output: number): number => (output < outputs ? nth(bias, output) - nth(high, output) * 2 ** shift : 0);
  const words: number[] = [];
  for (let output = 0; output < outputs; output += 2) {
    words.push(...records.subarray((output / 2) * size, (output / 2 + 1) * size));
    words.push(low(output), low(output + 1), 0, 0);
    words.push(...transformedWords(upper, channels, output));
  }
  return Int32Array.from(words);
}

/**
 * Kernel of a convolution on wide words: name(group, image), as `convolve`, with `kernel.records` of
 * `wideRowWinogradWords`.
 */
export function wideRowWinograd(
  name: string,
  kernel: ConvolutionKernel,
  buffers: RowWinogradBuffers,
  noise: LayerNoise | null,
): KernelFunction {
  const { input, shift, taps } = kernel;
  const stride = planesOf(input) * VECTOR;
  const lows = HEADER + taps * RECORD;
  // The sums come without their lowest bits, in two channels at once.
  const whole = { ...kernel, shift: 0 };
  return alongRows(name, whole, buffers, noise, {
    unread: LOW_BITS,
    words: lows + LOWS,
    sumWindow: (scope, tile, from) => {
      const { sums, header, tileRow, tileColumn } = tile;
      const [source, record] = scope.i32s(2);
      const uppers = sums.map((of) => of.map(() => scope.v128()));
      return [
        sums.map((of, k) => of.map((sum) => set(sum, v128.load32Splat(header, lows + 4 * k)))),
        set(source, address(input.address, [tileRow, 2 * frameWidth(input) * stride], [tileColumn, 2 * stride])),
        sumTaps(scope, whole, tile, source, record),
        loadWindow(uppers, from, buffers),
        sums.map((of, k) => of.map((sum, p) => joinParts(sum, nth(nth(uppers, k), p), shift))),
      ];
    },
  });
}

/** Shifted sum (2^16 upper + (sum - 2^16 upper) modulo 2^32) / 2^shift. The upper part comes as a multiple. */
function joinParts(sum: V128Local, upper: V128Local, shift: number): Code {
  const left = i32x4.sub(sum, i32x4.shl(upper, 2 * LOW_BITS));
  return [exactSum(upper), set(sum, i32x4.add(i32x4.shl(upper, 2 * LOW_BITS - shift), i32x4.shrS(left, shift)))];
}
