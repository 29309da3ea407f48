/** Networks in double precision by the definitions, one number at a time. */

import { sidesOf } from '../../../nn/network/geometry.ts';
import {
  type Activation,
  type LayerWeights,
  type Network,
  type Shape,
  windowsOf,
} from '../../../nn/network/network.ts';
import { layerShapes } from '../../../nn/network/shapes.ts';

const ACTIVATIONS: Record<Activation, (x: number) => number> = {
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  relu: (x) => Math.max(0, x),
  'hard-tanh': (x) => Math.max(-1, Math.min(1, x)),
  none: (x) => x,
};

/** The output of every layer for one image, [layer][channels, height, width]. */
export function oracleOutputs(
  network: Network,
  weights: readonly LayerWeights[],
  image: readonly number[],
): number[][] {
  const shapes = layerShapes(network);
  const outputs: number[][] = [];
  let index = 0;
  network.layers.forEach((layer, k) => {
    const x = outputs[k - 1] ?? image;
    const from: Shape = shapes[k - 1] ?? network.input;
    const to = shapes[k]!;
    const at = (c: number, y: number, column: number): number =>
      y >= 0 && y < from.height && column >= 0 && column < from.width
        ? x[(c * from.height + y) * from.width + column]!
        : 0;
    const each = (value: (c: number, y: number, column: number) => number): number[] =>
      Array.from({ length: to.channels * to.height * to.width }, (_, n) =>
        value(Math.floor(n / (to.width * to.height)), Math.floor(n / to.width) % to.height, n % to.width),
      );
    switch (layer.kind) {
      case 'flatten':
        outputs.push([...x]);
        return;
      case 'max-pool':
      case 'average-pool': {
        const { rows, columns, stride, sides } = windowsOf(layer);
        const window = [...Array(rows * columns).keys()];
        outputs.push(
          each((c, y, column) => {
            const values = window.map((n) =>
              at(c, y * stride + Math.floor(n / columns) - sides[0], column * stride + (n % columns) - sides[1]),
            );
            return layer.kind === 'max-pool' ? Math.max(...values) : values.reduce((a, b) => a + b) / values.length;
          }),
        );
        return;
      }
      case 'dense': {
        const { weights: w, bias } = weights[index++]!;
        outputs.push(
          each((o) => {
            const sum = x.reduce((total, value, i) => total + value * w[o * layer.inputs + i]!, bias[o]!);
            return ACTIVATIONS[layer.activation](sum);
          }),
        );
        return;
      }
      case 'convolution': {
        const { weights: w, bias } = weights[index++]!;
        const { kernel, stride = 1, dilation = 1, groups = 1, outputs: all } = layer;
        const inputs = layer.inputs / groups;
        const [top, left] = sidesOf(layer.padding);
        outputs.push(
          each((o, y, column) => {
            let sum = bias[o]!;
            for (let c = 0; c < inputs; c++)
              for (let down = 0; down < kernel; down++)
                for (let right = 0; right < kernel; right++)
                  sum +=
                    w[((o * inputs + c) * kernel + down) * kernel + right]! *
                    at(
                      c + Math.floor((o * groups) / all) * inputs,
                      y * stride + down * dilation - top,
                      column * stride + right * dilation - left,
                    );
            return ACTIVATIONS[layer.activation](sum);
          }),
        );
      }
    }
  });
  return outputs;
}
