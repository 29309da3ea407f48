/** Networks of random geometry: strides, dilations, groups, sides of padding, pooling and scales of pixels. */

import type { Sides } from '../../../nn/network/geometry.ts';
import { type Layer, type Network, type PixelScale, type Shape, sizeOf } from '../../../nn/network/network.ts';
import { layerShapes } from '../../../nn/network/shapes.ts';
import { networkOfParts, type Part, SHAPE } from './kernel-network.fixture.ts';
import { words } from './network.fixture.ts';

/** Whole numbers of 0 to below their argument, by a key. */
function drawer(key: number): (below: number) => number {
  const random = words(400, key);
  let at = 0;
  return (below) => (random[at++] ?? 0) % below;
}

/** A network of random geometry: convolutions and pooling of one to three steps, then dense layers. */
export function randomNetwork(key: number): Network {
  const draw = drawer(key);
  const pick = <T>(...values: readonly [T, ...T[]]): T => values[draw(values.length)] ?? values[0];
  const channels = pick(1, 2, 3, 4, 6);
  const input = SHAPE(channels, 5 + draw(9), 5 + draw(9));
  const pixels = pick<PixelScale>('positive', 'centred', {
    means: Array.from({ length: channels }, () => draw(101) / 100),
  });
  let parts: Part[] = [];
  const tries = 1 + draw(3);
  for (let k = 0; k < tries; k++) {
    const before = shapeOf(input, parts);
    const groups = pick(1, 1, ...[2, 3, before.channels].filter((count) => before.channels % count === 0));
    const sides = pick<number | Sides>(0, 1, 2, [draw(3), draw(3), draw(3), draw(3)]);
    const part: Part =
      draw(4) === 0
        ? ({
            kind: pick('max-pool', 'average-pool'),
            size: pick<number | [number, number]>(2, 3, [2, 3]),
            stride: pick(1, 2, 3),
            padding: pick<number | Sides>(0, 1, [0, 1, 1, 0]),
          } as Layer)
        : ({
            kind: 'convolution',
            outputs: groups * (1 + draw(3)),
            kernel: pick(1, 2, 3, 3, 5),
            padding: sides,
            stride: pick(1, 1, 2, 3),
            dilation: pick(1, 1, 2, 3),
            groups,
            activation: pick('tanh', 'relu', 'sigmoid', 'none'),
          } as unknown as Part);
    if (fits(input, [...parts, part], pixels)) parts = [...parts, part];
  }
  const { height, width } = shapeOf(input, parts);
  if (draw(3) === 0) parts.push({ kind: 'average-pool', size: [height, width] });
  parts.push({ kind: 'dense', outputs: 1 + draw(9), activation: 'none' });
  // Where a dense layer is the first, means are in its weights.
  const isDense = parts.every(({ kind }) => kind === 'dense');
  return { ...networkOfParts(input, parts), pixels: isDense ? 'positive' : pixels };
}

const shapeOf = (input: Shape, parts: readonly Part[]): Shape =>
  parts.length === 0 ? input : (layerShapes(networkOfParts(input, parts)).at(-1) ?? input);

function fits(input: Shape, parts: readonly Part[], pixels: PixelScale): boolean {
  try {
    return sizeOf(layerShapes({ ...networkOfParts(input, parts), pixels }).at(-1) ?? input) > 0;
  } catch {
    return false;
  }
}
