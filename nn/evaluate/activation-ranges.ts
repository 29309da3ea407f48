/** Ranges of unbounded activations as results state them. */

import { nth } from '../../numeric/index.ts';
import { type Network, weightLayers } from '../network/network.ts';
import { needsRange } from '../network/unbounded.ts';
import type { QuantizationChoice } from '../quantized/quantize.ts';

/** Outputs that the largest codes stand for, where activations are unbounded. */
export interface ActivationRanges {
  readonly layers: readonly { readonly name: string; readonly range: number }[];
  /** Way in which they were found. */
  readonly found: string;
}

/** Ranges of a network; null where all its activations are bounded. */
export function statedRanges(
  network: Network,
  { ranges }: Pick<QuantizationChoice, 'ranges'>,
  found: string | undefined,
): ActivationRanges | null {
  if (ranges === undefined || found === undefined) return null;
  const needs = needsRange(network);
  const layers = weightLayers(network).flatMap(({ name }, k) => (needs[k] ? [{ name, range: nth(ranges, k) }] : []));
  return { layers, found };
}

/** The ranges in words: `fc1 10.3, fc2 4 by max of ...`. */
export function rangesText({ layers, found }: ActivationRanges): string {
  return `${layers.map(({ name, range }) => `${name} ${Number(range.toPrecision(4))}`).join(', ')} ${found}`;
}
