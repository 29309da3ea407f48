/** Memory layout of kernels: maps of four images, vectors of sixteen, and addresses given out in order. */

import type { Sides } from '../../network/geometry.ts';
import type { I32, I32Local } from '../../wasm/code.ts';
import { i32 } from '../../wasm/integer.ts';

/** Images of a vector: one in each lane. */
export const MAP_LANES = 4;
/** Groups of four images that pass the dense layers together. */
export const GROUPS = 4;
export const BATCH = MAP_LANES * GROUPS;
/** Bytes of a vector. */
export const VECTOR = 16;

/**
 * A map [height, width, planes] of four images within a frame of zeros; a vector of `planes` holds two values of 16 bits of each
 * image. Plane k is the channels 2 k and 2 k + 1. Where `odd` is 'neighbours' the last channel has two planes: each pixel with
 * its right neighbour, and each with its lower one; where it is 'alone' the other half is zero.
 */
export interface MapBuffer {
  readonly address: number;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  /** Rows and columns of zeros on every side. */
  readonly padding: number;
  readonly odd: 'neighbours' | 'alone';
}

/** Rows of a map with its frame, and pixels of such a row. */
export const frameHeight = ({ height, padding }: MapBuffer): number => height + 2 * padding;
export const frameWidth = ({ width, padding }: MapBuffer): number => width + 2 * padding;

/** Pixels from a map's frame to the first value of its reader's first window. */
export const windowStart = (map: MapBuffer, [top, left]: Sides): number =>
  (map.padding - top) * frameWidth(map) + map.padding - left;

export function planesOf({ channels, odd }: Pick<MapBuffer, 'channels' | 'odd'>): number {
  return Math.floor(channels / 2) + (channels % 2 === 0 ? 0 : odd === 'neighbours' ? 2 : 1);
}

/**
 * Destination of a layer's outputs: bytes from one pair of channels, column and row to the next, and from group to
 * group.
 */
export interface Destination {
  /** Address of the first pair at the first pixel, group 0. */
  readonly address: number;
  readonly pair: number;
  readonly column: number;
  readonly row: number;
  readonly group: number;
}

/** Destination of pixels within the frame of a map. */
export function mapDestination(map: MapBuffer): Destination {
  const column = planesOf(map) * VECTOR;
  const row = frameWidth(map) * column;
  return { address: map.address + map.padding * (row + column), pair: VECTOR, column, row, group: 0 };
}

/** Destination [row, column, pair of channels] of sixteen images: 64 bytes for two values of each. */
export function vectorDestination(address: number, channels: number, width: number): Destination {
  const pair = GROUPS * VECTOR;
  const column = Math.ceil(channels / 2) * pair;
  return { address, pair, column, row: width * column, group: VECTOR };
}

/** Allocator of addresses, 64 bytes aligned. */
export interface Allocator {
  readonly take: (bytes: number) => number;
  /** Bytes given out so far. */
  readonly used: () => number;
}

export function allocator(start: number): Allocator {
  let next = start;
  return {
    take: (bytes) => {
      const address = Math.ceil(next / 64) * 64;
      next = address + bytes;
      return address;
    },
    used: () => next,
  };
}

/** Address by `base` and a sum of locals times constants. */
export function address(base: I32, ...terms: readonly (readonly [I32Local, number])[]): I32 {
  return terms.reduce((sum: I32, [local, factor]) => (factor === 0 ? sum : i32.add(sum, i32.mul(local, factor))), base);
}
