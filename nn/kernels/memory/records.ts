/** Weights and biases of a layer as the words that its kernel walks through. */

import { nth } from '../../../numeric/index.ts';
import { type ConvolutionLayer, windowsOf } from '../../network/network.ts';
import type { QuantizedLayer } from '../../quantized/quantize.ts';
import { frameWidth, type MapBuffer, planesOf, VECTOR, windowStart } from './layout.ts';
import { pairWord, splitWeight } from './weight-words.ts';

/** A pair of inputs: its place, and the weights of an output that it meets; -1: none. */
export interface Tap {
  /** Bytes from the first input of the output; null where inputs follow one another. */
  readonly offset: number | null;
  readonly first: number;
  readonly second: number;
}

/** Taps of a convolution that reads `map`, each of its outputs all channels. */
export function convolutionTaps(layer: ConvolutionLayer, map: MapBuffer): Tap[] {
  const { inputs, kernel } = layer;
  const windows = windowsOf(layer);
  const { dilation } = windows;
  const planes = planesOf(map);
  const start = windowStart(map, windows.sides);
  const tap = (plane: number, y: number, x: number, first: number, second: number): Tap => ({
    offset: ((start + dilation * (y * frameWidth(map) + x)) * planes + plane) * VECTOR,
    first,
    second,
  });
  const weight = (channel: number, y: number, x: number): number =>
    x < kernel && y < kernel ? (channel * kernel + y) * kernel + x : -1;
  const whole = Math.floor(inputs / 2);
  const last = inputs - 1;
  const sides = Array.from({ length: kernel }, (_, k) => k);
  const places = sides.flatMap((y) => sides.map((x) => [y, x] as const));
  const pairs = Array.from({ length: whole }, (_, k) => k).flatMap((k) =>
    places.map(([y, x]) => tap(k, y, x, weight(2 * k, y, x), weight(2 * k + 1, y, x))),
  );
  if (inputs % 2 === 0) return pairs;
  if (map.odd === 'alone') return [...pairs, ...places.map(([y, x]) => tap(whole, y, x, weight(last, y, x), -1))];
  const across = places
    .filter(([, x]) => x % 2 === 0 && x + 1 < kernel)
    .map(([y, x]) => tap(whole, y, x, weight(last, y, x), weight(last, y, x + 1)));
  const right = kernel - 1;
  const down =
    kernel % 2 === 0
      ? []
      : sides
          .filter((y) => y % 2 === 0)
          .map((y) => tap(whole + 1, y, right, weight(last, y, right), weight(last, y + 1, right)));
  return [...pairs, ...across, ...down];
}

/**
 * Taps of a dense layer in their own order, or in that of a map. The latter is [row, column, pair of channels] of the
 * map before it.
 */
export function denseTaps(
  inputs: number,
  map: { readonly channels: number; readonly height: number; readonly width: number } | null,
): Tap[] {
  if (!map)
    return Array.from({ length: Math.ceil(inputs / 2) }, (_, k) => ({
      offset: null,
      first: 2 * k,
      second: 2 * k + 1 < inputs ? 2 * k + 1 : -1,
    }));
  const { channels, height, width } = map;
  const pairs = Math.ceil(channels / 2);
  return Array.from({ length: height * width * pairs }, (_, k) => {
    const place = Math.floor(k / pairs);
    const channel = 2 * (k % pairs);
    const index = (at: number): number => (at < channels ? at * height * width + place : -1);
    return { offset: null, first: index(channel), second: index(channel + 1) };
  });
}

/** Layer with a weight of each output for every channel, zeros for other groups. */
export function joinGroups(layer: QuantizedLayer, groups: number): QuantizedLayer {
  if (groups === 1) return layer;
  const { inputs, outputs } = layer;
  const weights = new Int32Array(outputs * inputs * groups);
  for (let output = 0; output < outputs; output++) {
    const group = Math.floor((output * groups) / outputs);
    weights.set(layer.weights.subarray(output * inputs, (output + 1) * inputs), (output * groups + group) * inputs);
  }
  return { ...layer, inputs: inputs * groups, weights };
}

/**
 * Taps that the groups of `together` outputs from `output` on read, out of all `taps`. All outputs
 * have `count` taps: what is left is filled up with the first, whose weights are zeros there.
 */
function groupTaps(
  layer: QuantizedLayer,
  groups: number,
  taps: readonly Tap[],
  output: number,
  together: number,
): Tap[] {
  const inputs = layer.inputs / groups;
  const groupOf = (of: number): number => Math.floor((of * groups) / layer.outputs);
  const [from, to] = [groupOf(output), groupOf(Math.min(layer.outputs, output + together) - 1)];
  const isRead = (index: number): boolean => index >= from * inputs && index < (to + 1) * inputs;
  return taps.filter(({ first, second }) => isRead(first) || isRead(second));
}

/** Taps for every two outputs, or for each one where the layer is shifted. */
export function tapsByOutput(layer: QuantizedLayer, groups: number, taps: readonly Tap[]): readonly (readonly Tap[])[] {
  const together = layer.shift > 0 ? 1 : 2;
  const lists = Array.from({ length: Math.ceil(layer.outputs / together) }, (_, k) =>
    groupTaps(layer, groups, taps, k * together, together),
  );
  const most = Math.max(...lists.map((list) => list.length));
  const none: Tap = { offset: taps[0]?.offset ?? null, first: -1, second: -1 };
  return lists.map((list) => [...list, ...Array<Tap>(most - list.length).fill(none)]);
}

/**
 * Header and records of every two outputs; of every output where the layer is shifted. `taps` are those of all outputs
 * unless `lists` has them apart, as `tapsByOutput` makes them.
 */
export function recordWords(
  layer: QuantizedLayer,
  taps: readonly Tap[],
  lists: readonly (readonly Tap[])[] | null = null,
): Int32Array {
  const { outputs, inputs, weights, bias, shift } = layer;
  const weight = (output: number, index: number): number =>
    index < 0 || output >= outputs ? 0 : nth(weights, output * inputs + index);
  const word = (output: number, { first, second }: Tap): number =>
    pairWord(weight(output, first), weight(output, second));
  const part = (output: number, { first, second }: Tap, key: 'high' | 'low'): number =>
    pairWord(splitWeight(weight(output, first), shift)[key], splitWeight(weight(output, second), shift)[key]);
  const words: number[] = [];
  const together = shift > 0 ? 1 : 2;
  for (let output = 0; output < outputs; output += together) {
    const [own = 0, next = 0] = [bias[output], bias[output + 1]];
    const high = Math.floor(own / 2 ** shift);
    if (shift > 0) words.push(high, own - high * 2 ** shift, 0, 0);
    else words.push(own, output + 1 < outputs ? next : 0, output + 1 < outputs ? -1 : 0xffff, 0);
    for (const tap of lists ? nth(lists, output / together) : taps) {
      if (tap.offset !== null) words.push(tap.offset);
      if (shift > 0) words.push(part(output, tap, 'high'), part(output, tap, 'low'));
      else words.push(word(output, tap), word(output + 1, tap));
    }
  }
  return Int32Array.from(words);
}

/**
 * Check of a layer's words. Throws where the kernels cannot hold them: weights beyond 16 bits, or both fraction bits
 * and a shift.
 */
export function checkWords(name: string, layer: QuantizedLayer): void {
  const largest = layer.weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest > 32_767) throw new RangeError(`weights of ${name} must be within 16 bits: ${largest}`);
  if (layer.shift > 0 && layer.fractionBits > 0)
    throw new RangeError(`${name} must have accumulators within 2^30 at ${layer.fractionBits} fraction bits`);
}
