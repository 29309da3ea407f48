/** A network from a user's JSON file. */

import { FormatError } from '../data/format-error.ts';
import { type Fail, isText, isTexts, type JsonObject, numbersOf, objectOf, repeatedOf } from './fields.ts';
import { type Layer, type Network, type Shape, tensorNames, weightLayers } from './network.ts';
import { inputScale, normalizationOf } from './normalization.ts';
import { parseLayer } from './parse-layer.ts';
import { rangeChoiceText } from './range-choice.ts';
import { layerShapes } from './shapes.ts';
import { needsRange } from './unbounded.ts';

const SCALES = ['positive', 'centred'] as const;
/** Pattern of a network's name, which becomes that of files. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;

/**
 * Network in a JSON `text`. Throws `FormatError` naming the file and the place where it is not JSON, lacks a key, has
 * another, or a value is none that is allowed; and where shapes do not fit, naming the layer and both shapes.
 */
export function parseNetwork(text: string, file: string): Network {
  const fail = (problem: string): never => {
    throw new FormatError(file, problem);
  };
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    return fail(`is not JSON (${(error as Error).message})`);
  }
  const top = objectOf(found, 'the network', ['name', 'input', 'layers'], fail, ['pixels', 'prefix', 'ignore']);
  const { layers, prefix, ignore } = top;
  const shape = objectOf(top.input, 'input', ['channels', 'height', 'width'], fail);
  if (prefix !== undefined && !isText(prefix))
    return fail(`prefix must be text, such as "model.": ${JSON.stringify(prefix)}`);
  if (ignore !== undefined && !isTexts(ignore))
    return fail(`ignore must be a list of names of tensors, such as "bn1.*": ${JSON.stringify(ignore)}`);
  const name = networkNameOf(top, fail);
  const input = numbersOf(shape, ['channels', 'height', 'width'], 'input', fail);
  const pixels = pixelsOf(top, input, fail);
  if (!Array.isArray(layers)) return fail(`layers must be a list: ${JSON.stringify(layers)}`);
  const done: Layer[] = [];
  const shapesOf = (network: Network): readonly Shape[] => {
    try {
      return layerShapes(network);
    } catch (error) {
      return fail((error as Error).message);
    }
  };
  // Padding of a maximum is checked once all is known.
  const before = (): Shape => (done.length === 0 ? input : (shapesOf({ name, input, layers: done }).at(-1) ?? input));
  for (const [k, layer] of layers.entries()) done.push(parseLayer(layer, `layers[${k}]`, fail, before));
  const network: Network = {
    name,
    input,
    ...(typeof pixels === 'object'
      ? { normalization: pixels, pixels: inputScale(done, pixels) }
      : pixels && { pixels }),
    ...(prefix !== undefined && { prefix }),
    ...(ignore !== undefined && { ignore }),
    layers: done,
  };
  const repeated = repeatedOf(weightLayers(network).map((layer) => layer.name));
  if (repeated !== undefined) return fail(`names of layers must differ: ${repeated}`);
  const shared = repeatedOf(weightLayers(network).flatMap((layer) => tensorNames(network, layer).all));
  if (shared !== undefined) return fail(`a tensor must be of one layer: ${JSON.stringify(shared)}`);
  checkRanges(network, fail);
  shapesOf(network);
  return network;
}

/** Scale of the pixels by name, or their normalization. */
function pixelsOf({ pixels }: JsonObject, { channels }: Shape, fail: Fail) {
  if (pixels === undefined) return undefined;
  if (typeof pixels === 'object' && pixels !== null && !Array.isArray(pixels))
    return normalizationOf(objectOf(pixels, 'pixels', ['mean', 'std'], fail), channels, 'pixels', fail);
  const scale = SCALES.find((entry) => entry === pixels);
  return scale ?? fail(`pixels must be one of ${SCALES.join(', ')} or {mean, std}: ${JSON.stringify(pixels)}`);
}

/** Refusal of a range where outputs end, or are compared as they are. */
function checkRanges(network: Network, fail: Fail): void {
  const needs = needsRange(network);
  weightLayers(network).forEach(({ name, activation, range }, k) => {
    if (range === undefined || needs[k]) return;
    const reason = activation === 'none' ? 'the last sums are compared as they are' : `${activation} ends at 1`;
    fail(`range of ${name} must be left out, as ${reason}: ${rangeChoiceText(range)}`);
  });
}

function networkNameOf({ name }: JsonObject, fail: Fail): string {
  return typeof name === 'string' && NAME.test(name)
    ? name
    : fail(`name must be letters, digits, - and _ after a letter: ${JSON.stringify(name)}`);
}
