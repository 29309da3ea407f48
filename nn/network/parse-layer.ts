/** Layers of a network file. */

import { type Fail, givenNumbersOf, isText, type JsonObject, numbersOf, objectOf } from './fields.ts';
import { type Padding, type Sides, samePadding, simplest, spanOf } from './geometry.ts';
import type { Activation, BatchNorm, Layer, RangeOfLayer, Shape, TensorChoice } from './network.ts';
import { RANGE_RULE, rangeChoiceOf } from './range-choice.ts';

const ACTIVATIONS: readonly Activation[] = ['tanh', 'sigmoid', 'relu', 'hard-tanh', 'none'];

type Kind = Layer['kind'] | 'global-average-pool';

/** Keys that a layer of a kind must have, and those that it may have. */
const KEYS: Readonly<Record<Kind, { readonly must: readonly string[]; readonly may: readonly string[] }>> = {
  dense: { must: ['name', 'inputs', 'outputs', 'activation'], may: ['tensors', 'bias', 'batchNorm', 'range'] },
  convolution: {
    must: ['name', 'inputs', 'outputs', 'kernel', 'padding', 'activation'],
    may: ['stride', 'dilation', 'groups', 'tensors', 'bias', 'batchNorm', 'range'],
  },
  'max-pool': { must: ['size'], may: ['stride', 'padding'] },
  'average-pool': { must: ['size'], may: ['stride', 'padding'] },
  'global-average-pool': { must: [], may: [] },
  flatten: { must: [], may: [] },
};
const KINDS = Object.keys(KEYS) as readonly Kind[];
/** Pattern of a layer's name, which becomes that of tensors: `fc1`, `0`, `features.0`. */
const LAYER_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/;

/** A layer; `before` gives the shape of its input, which padding `same` and a global pooling need. */
export function parseLayer(value: unknown, place: string, fail: Fail, before: () => Shape): Layer {
  const { kind: told } = (value ?? {}) as JsonObject;
  const kind = KINDS.find((entry) => entry === told);
  if (!kind) return fail(`${place}.kind must be one of ${KINDS.join(', ')}: ${JSON.stringify(told)}`);
  const layer = objectOf(value, place, ['kind', ...KEYS[kind].must], fail, KEYS[kind].may);
  const named = (): TensorChoice & RangeOfLayer & { readonly name: string; readonly activation: Activation } => ({
    name: layerNameOf(layer, place, fail),
    activation: activationOf(layer, place, fail),
    ...tensorChoiceOf(layer, place, fail),
    ...rangeOf(layer, place, fail),
  });
  switch (kind) {
    case 'dense':
      return { kind, ...named(), ...numbersOf(layer, ['inputs', 'outputs'], place, fail) };
    case 'convolution': {
      const sizes = numbersOf(layer, ['inputs', 'outputs', 'kernel'], place, fail);
      const geometry = givenNumbersOf(layer, ['stride', 'dilation', 'groups'], place, fail);
      const { stride = 1, dilation = 1 } = geometry;
      const padding = paddingOf(layer, place, fail, { side: spanOf(sizes.kernel, dilation), stride, before });
      return { kind, ...named(), ...sizes, padding, ...geometry };
    }
    case 'max-pool':
    case 'average-pool': {
      const { size } = numbersOf(layer, ['size'], place, fail);
      const geometry = givenNumbersOf(layer, ['stride'], place, fail);
      if (layer.padding === undefined) return { kind, size, ...geometry };
      const padding = paddingOf(layer, place, fail, { side: size, stride: geometry.stride ?? size, before });
      return { kind, size, ...geometry, padding };
    }
    case 'global-average-pool': {
      const { height, width } = before();
      return { kind: 'average-pool', size: height === width ? height : [height, width] };
    }
    case 'flatten':
      return { kind };
  }
}

/** Padding: zeros on every side, or for each, or as many as keep the size at stride 1. */
function paddingOf(
  { padding }: JsonObject,
  place: string,
  fail: Fail,
  window: { readonly side: number; readonly stride: number; readonly before: () => Shape },
): Padding {
  if (typeof padding === 'number') return padding;
  if (padding === 'same') return sameSides(window.before(), window.side, window.stride);
  if (Array.isArray(padding) && padding.length === 4 && padding.every((side) => typeof side === 'number'))
    return simplest(padding as unknown as Sides);
  return fail(
    `${place}.padding must be a number, "same" or [top, left, bottom, right]: ${JSON.stringify(padding) ?? 'undefined'}`,
  );
}

/** Sides of padding `same` of windows of `side` pixels, from the first to the last. */
function sameSides({ height, width }: Shape, side: number, stride: number): Padding {
  const [top, bottom] = samePadding(height, side, stride);
  const [left, right] = samePadding(width, side, stride);
  return simplest([top, left, bottom, right]);
}

function activationOf({ activation }: JsonObject, place: string, fail: Fail): Activation {
  const found = ACTIVATIONS.find((entry) => entry === activation);
  return found ?? fail(`${place}.activation must be one of ${ACTIVATIONS.join(', ')}: ${JSON.stringify(activation)}`);
}

function tensorChoiceOf({ tensors, bias, batchNorm }: JsonObject, place: string, fail: Fail): TensorChoice {
  if (bias !== undefined && typeof bias !== 'boolean')
    return fail(`${place}.bias must be true or false: ${JSON.stringify(bias)}`);
  const rest = {
    ...(bias === false ? { bias } : {}),
    ...(batchNorm === undefined ? {} : { batchNorm: batchNormOf(batchNorm, `${place}.batchNorm`, fail) }),
  };
  if (tensors === undefined) return rest;
  const keys = bias === false ? ['weight'] : ['weight', 'bias'];
  const names = objectOf(tensors, `${place}.tensors`, [], fail, keys);
  for (const [key, name] of Object.entries(names))
    if (!isText(name)) return fail(`${place}.tensors.${key} must be the name of a tensor: ${JSON.stringify(name)}`);
  return { tensors: names, ...rest };
}

/** Batch norm by its name alone, or with its epsilon. */
function batchNormOf(value: unknown, place: string, fail: Fail): BatchNorm {
  if (isText(value)) return { name: value };
  if (typeof value !== 'object' || value === null)
    return fail(`${place} must be the name of a batch norm or {name, epsilon}: ${JSON.stringify(value)}`);
  const found = objectOf(value, place, ['name'], fail, ['epsilon']);
  const { name } = found;
  if (!isText(name)) return fail(`${place}.name must be the name of a batch norm: ${JSON.stringify(name)}`);
  const { epsilon } = givenNumbersOf(found, ['epsilon'], place, fail);
  if (epsilon === undefined) return { name };
  return epsilon >= 0 && epsilon <= 1 ? { name, epsilon } : fail(`${place}.epsilon must be 0 to 1: ${epsilon}`);
}

function rangeOf({ range }: JsonObject, place: string, fail: Fail): RangeOfLayer {
  if (range === undefined) return {};
  return { range: rangeChoiceOf(range) ?? fail(`${place}.range must be ${RANGE_RULE}: ${JSON.stringify(range)}`) };
}

function layerNameOf({ name }: JsonObject, place: string, fail: Fail): string {
  return typeof name === 'string' && LAYER_NAME.test(name)
    ? name
    : fail(`${place}.name must be letters, digits, -, _ and dots between them: ${JSON.stringify(name)}`);
}
