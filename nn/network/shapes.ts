/** Shapes between the layers of a network, and the checks of what a layer gets. */

import { isUnpadded, type Padding, sidesOf, spanOf, windowCounts } from './geometry.ts';
import { type Layer, type Network, type Shape, shapeText, sizeOf, windowsOf } from './network.ts';

const vector = (channels: number): Shape => ({ channels, height: 1, width: 1 });

/**
 * Output shapes of all layers. Throws where a size is not a whole number above 0 or a layer does not fit what it gets:
 * the message names the layer and both shapes.
 */
export function layerShapes(network: Network): readonly Shape[] {
  if (network.layers.length === 0) throw new RangeError(`${network.name} must have layers`);
  checkSizes(`${network.name}: input`, { ...network.input }, 1);
  let shape = network.input;
  return network.layers.map((layer, k) => {
    shape = outputShape(layer, shape, layerName(network, k));
    if (layer.kind === 'max-pool' && !isUnpadded(layer.padding ?? 0) && !isPositive(network, k))
      throw new RangeError(
        `${layerName(network, k)} must have no padding unless its inputs come from relu, sigmoid or positive pixels: ${layer.padding}`,
      );
    return shape;
  });
}

/** Name of a layer for a person: its own where it has one, else its kind and place from 1. */
export function layerName(network: Network, index: number): string {
  const layer = network.layers[index];
  if (!layer) throw new RangeError(`layer must be 0 to ${network.layers.length - 1}: ${index}`);
  return 'name' in layer ? layer.name : `${layer.kind} (layer ${index + 1})`;
}

function outputShape(layer: Layer, input: Shape, name: string): Shape {
  switch (layer.kind) {
    case 'dense': {
      const { inputs, outputs } = layer;
      checkSizes(name, { inputs, outputs }, 1);
      if (inputs !== sizeOf(input)) throw new RangeError(`${name} must have inputs ${shapeText(input)}: ${inputs}`);
      return vector(outputs);
    }
    case 'convolution': {
      const { inputs, outputs, kernel, padding, stride = 1, dilation = 1, groups = 1 } = layer;
      checkSizes(name, { inputs, outputs, kernel, stride, dilation, groups }, 1);
      checkPadding(name, padding);
      if (inputs !== input.channels)
        throw new RangeError(
          `${name} must have inputs ${shapeText(input)}: ${shapeText({ ...input, channels: inputs })}`,
        );
      if (inputs % groups > 0 || outputs % groups > 0)
        throw new RangeError(`${name} must have groups that divide ${inputs} inputs and ${outputs} outputs: ${groups}`);
      const counts = windowCounts(windowsOf(layer), input);
      if (counts.height < 1 || counts.width < 1)
        throw new RangeError(
          `${name} must have a kernel within ${shapeText(input)} and padding ${padding}: ${spanOf(kernel, dilation)} x ${spanOf(kernel, dilation)}`,
        );
      return { channels: outputs, ...counts };
    }
    case 'max-pool':
    case 'average-pool': {
      const windows = windowsOf(layer);
      const { rows, columns, stride, sides } = windows;
      checkSizes(name, { size: rows, width: columns, stride }, 1);
      checkPadding(name, sides);
      if (sides.some((side, k) => side >= (k % 2 === 0 ? rows : columns)))
        throw new RangeError(`${name} must have padding below its window of ${rows} x ${columns}: ${sides}`);
      const counts = windowCounts(windows, input);
      if (counts.height < 1 || counts.width < 1)
        throw new RangeError(`${name} must have a window within ${shapeText(input)}: ${rows} x ${columns}`);
      return { channels: input.channels, ...counts };
    }
    case 'flatten':
      return vector(sizeOf(input));
  }
}

const checkPadding = (name: string, padding: Padding): void => {
  for (const side of sidesOf(padding)) checkSizes(name, { padding: side }, 0);
};

/** Values behind the first `count` layers, none of which is below zero; zeros around them are then no largest ones. */
export function isPositive({ layers, pixels = 'positive' }: Network, count: number): boolean {
  const maker = layers.slice(0, count).findLast((layer) => 'activation' in layer);
  return maker ? maker.activation === 'relu' || maker.activation === 'sigmoid' : pixels === 'positive';
}

function checkSizes(name: string, sizes: Readonly<Record<string, number>>, from: number): void {
  for (const [key, size] of Object.entries(sizes))
    if (!Number.isInteger(size) || size < from)
      throw new RangeError(`${name}: ${key} must be a whole number from ${from}: ${size}`);
}
