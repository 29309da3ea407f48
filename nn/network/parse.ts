/** A network from a user's JSON file. */

import { FormatError } from '../data/format-error.ts';
import {
  type Activation,
  type Layer,
  layerShapes,
  type Network,
  type PixelScale,
  type TensorChoice,
  tensorNames,
  weightLayers,
} from './network.ts';

const ACTIVATIONS: readonly Activation[] = ['tanh', 'sigmoid', 'relu', 'hard-tanh', 'none'];
const SCALES: readonly PixelScale[] = ['positive', 'centred'];
const LAYER_KEYS = {
  dense: ['name', 'inputs', 'outputs', 'activation'],
  convolution: ['name', 'inputs', 'outputs', 'kernel', 'padding', 'activation'],
  'max-pool': ['size'],
  'average-pool': ['size'],
  flatten: [],
} as const satisfies Record<Layer['kind'], readonly string[]>;
/** Keys that a layer of a kind may have. */
const OPTIONAL_KEYS = {
  dense: ['tensors', 'bias'],
  convolution: ['tensors', 'bias'],
  'max-pool': [],
  'average-pool': [],
  flatten: [],
} as const satisfies Record<Layer['kind'], readonly string[]>;
const KINDS = Object.keys(LAYER_KEYS) as readonly Layer['kind'][];
/** Pattern of a network's name, which becomes that of files. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;
/** Pattern of a layer's name, which becomes that of tensors: `fc1`, `0`, `features.0`. */
const LAYER_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/;

type JsonObject = Readonly<Record<string, unknown>>;

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
  const input = objectOf(top.input, 'input', ['channels', 'height', 'width'], fail);
  const { layers, pixels, prefix, ignore } = top;
  const scale = SCALES.find((entry) => entry === pixels);
  if (pixels !== undefined && !scale)
    return fail(`pixels must be one of ${SCALES.join(', ')}: ${JSON.stringify(pixels)}`);
  if (prefix !== undefined && !isText(prefix))
    return fail(`prefix must be text, such as "model.": ${JSON.stringify(prefix)}`);
  if (ignore !== undefined && !isTexts(ignore))
    return fail(`ignore must be a list of names of tensors, such as "bn1.*": ${JSON.stringify(ignore)}`);
  if (!Array.isArray(layers)) return fail(`layers must be a list: ${JSON.stringify(layers)}`);
  const network: Network = {
    name: networkNameOf(top, fail),
    input: numbersOf(input, ['channels', 'height', 'width'], 'input', fail),
    ...(scale && { pixels: scale }),
    ...(prefix !== undefined && { prefix }),
    ...(ignore !== undefined && { ignore }),
    layers: layers.map((layer, k) => parseLayer(layer, `layers[${k}]`, fail)),
  };
  const repeated = repeatedOf(weightLayers(network).map(({ name }) => name));
  if (repeated !== undefined) return fail(`names of layers must differ: ${repeated}`);
  const tensors = weightLayers(network).flatMap((layer) => Object.values(tensorNames(network, layer)));
  const shared = repeatedOf(tensors.filter((name) => name !== null));
  if (shared !== undefined) return fail(`a tensor must be of one layer: ${JSON.stringify(shared)}`);
  try {
    layerShapes(network);
  } catch (error) {
    return fail((error as Error).message);
  }
  return network;
}

type Fail = (problem: string) => never;

function parseLayer(value: unknown, place: string, fail: Fail): Layer {
  const { kind: told } = (value ?? {}) as JsonObject;
  const kind = KINDS.find((entry) => entry === told);
  if (!kind) return fail(`${place}.kind must be one of ${KINDS.join(', ')}: ${JSON.stringify(told)}`);
  const layer = objectOf(value, place, ['kind', ...LAYER_KEYS[kind]], fail, OPTIONAL_KEYS[kind]);
  const named = (): TensorChoice & { readonly name: string; readonly activation: Activation } => ({
    name: layerNameOf(layer, place, fail),
    activation: activationOf(layer, place, fail),
    ...tensorChoiceOf(layer, place, fail),
  });
  switch (kind) {
    case 'dense':
      return { kind, ...named(), ...numbersOf(layer, ['inputs', 'outputs'], place, fail) };
    case 'convolution':
      return { kind, ...named(), ...numbersOf(layer, ['inputs', 'outputs', 'kernel', 'padding'], place, fail) };
    case 'max-pool':
    case 'average-pool':
      return { kind, ...numbersOf(layer, ['size'], place, fail) };
    case 'flatten':
      return { kind };
  }
}

function activationOf({ activation }: JsonObject, place: string, fail: Fail): Activation {
  const found = ACTIVATIONS.find((entry) => entry === activation);
  return found ?? fail(`${place}.activation must be one of ${ACTIVATIONS.join(', ')}: ${JSON.stringify(activation)}`);
}

/** An object with these keys, the `optional` ones or not, and no others. */
function objectOf(
  value: unknown,
  place: string,
  keys: readonly string[],
  fail: Fail,
  optional: readonly string[] = [],
): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail(`${place} must be an object: ${JSON.stringify(value)}`);
  const other = Object.keys(value).find((key) => ![...keys, ...optional].includes(key));
  if (other !== undefined)
    return fail(`${place} must have the keys ${[...keys, ...optional].join(', ')} only: ${other}`);
  const missing = keys.find((key) => !(key in value));
  if (missing !== undefined) return fail(`${place} must have the key ${missing}`);
  return value as JsonObject;
}

function numbersOf<Key extends string>(
  from: JsonObject,
  keys: readonly Key[],
  place: string,
  fail: Fail,
): Readonly<Record<Key, number>> {
  const entries = keys.map((key) => {
    const value = from[key];
    return [
      key,
      typeof value === 'number' ? value : fail(`${place}.${key} must be a number: ${JSON.stringify(value)}`),
    ] as const;
  });
  return Object.fromEntries(entries) as Record<Key, number>;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);

const repeatedOf = (names: readonly string[]): string | undefined => names.find((name, k) => names.indexOf(name) !== k);

function tensorChoiceOf({ tensors, bias }: JsonObject, place: string, fail: Fail): TensorChoice {
  if (bias !== undefined && typeof bias !== 'boolean')
    return fail(`${place}.bias must be true or false: ${JSON.stringify(bias)}`);
  const without = bias === false ? { bias } : {};
  if (tensors === undefined) return without;
  const keys = bias === false ? ['weight'] : ['weight', 'bias'];
  const names = objectOf(tensors, `${place}.tensors`, [], fail, keys);
  for (const [key, name] of Object.entries(names))
    if (!isText(name)) return fail(`${place}.tensors.${key} must be the name of a tensor: ${JSON.stringify(name)}`);
  return { tensors: names, ...without };
}

function networkNameOf({ name }: JsonObject, fail: Fail): string {
  return typeof name === 'string' && NAME.test(name)
    ? name
    : fail(`name must be letters, digits, - and _ after a letter: ${JSON.stringify(name)}`);
}

function layerNameOf({ name }: JsonObject, place: string, fail: Fail): string {
  return typeof name === 'string' && LAYER_NAME.test(name)
    ? name
    : fail(`${place}.name must be letters, digits, -, _ and dots between them: ${JSON.stringify(name)}`);
}
