/** Values that flow through a graph from its input to its output: their shape without that of the images. */

import type { Sides } from '../network/geometry.ts';
import type { Constant } from './tensor.ts';

/** A map of channels; behind a transposition its channels are the last dimension. */
export interface MapFlow {
  readonly kind: 'map';
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly channelsLast: boolean;
  /** Zeros around the map that a Pad has put there; height and width have them. */
  readonly zeros?: Sides;
}

/** A vector; `order` says which value of [channels, height, width] each is, where they are not in this order. */
export interface VectorFlow {
  readonly kind: 'vector';
  readonly length: number;
  readonly order: Int32Array | null;
}

export type Flow = MapFlow | VectorFlow;

/** Meaning of a name in a graph. */
export type Value = Flow | ({ readonly kind: 'constant' } & Constant);

export const vectorFlow = (length: number): VectorFlow => ({ kind: 'vector', length, order: null });

export const mapFlow = (channels: number, height: number, width: number): MapFlow => ({
  kind: 'map',
  channels,
  height,
  width,
  channelsLast: false,
});

/** Dimensions behind that of the images. */
export function dimensionsOf(flow: Flow): readonly number[] {
  if (flow.kind === 'vector') return [flow.length];
  const { channels, height, width, channelsLast } = flow;
  return channelsLast ? [height, width, channels] : [channels, height, width];
}

export const sizeOfFlow = (flow: Flow): number => dimensionsOf(flow).reduce((product, length) => product * length, 1);

/** A shape for a person: `images x 3 x 32 x 32`. */
export const flowText = (flow: Flow): string => ['images', ...dimensionsOf(flow)].join(' x ');

/** The values of a map one after the other, as its dimensions stand. */
export function flattened(flow: Flow): VectorFlow {
  if (flow.kind === 'vector') return flow;
  const { channels, height, width, channelsLast } = flow;
  const length = sizeOfFlow(flow);
  if (!channelsLast || channels === 1 || height * width === 1) return vectorFlow(length);
  const order = Int32Array.from({ length }, (_, k) => (k % channels) * height * width + Math.floor(k / channels));
  return { kind: 'vector', length, order };
}
