/** Operators that change the shape of what flows, not its values: reshaping, transposition, zeros around maps. */

import { nth } from '../../numeric/index.ts';
import { type Sides, sidesOf } from '../network/geometry.ts';
import { wholesOf } from './constants.ts';
import { dimensionsOf, type Flow, flattened, flowText, mapFlow, sizeOfFlow, vectorFlow } from './flow.ts';
import type { Effect, Reading } from './reading.ts';

export const toVector = (flow: Flow): Effect => ({
  work: flow.kind === 'map' ? [{ kind: 'flatten' }] : [],
  flow: flattened(flow),
});

export function reshape({ node, flow, constants, isFirst }: Reading): Effect {
  const wanted = constants[1] ? wholesOf(constants[1], node, 'shape') : (node.ints('shape') ?? []);
  const size = sizeOfFlow(flow);
  const [, ...rest] = wanted;
  const product = rest.filter((length) => length !== -1).reduce((all, length) => all * length, 1);
  const full = rest.map((length, k) =>
    length === 0 ? (dimensionsOf(flow)[k] ?? 0) : length === -1 ? size / product : length,
  );
  if (full.reduce((all, length) => all * length, 1) !== size) node.fail(`must keep ${flowText(flow)}: [${wanted}]`);
  if (full.join() === dimensionsOf(flow).join()) return { work: [], flow };
  if (full.length === 1) return toVector(flow);
  const [channels = 0, height = 0, width = 0] = full;
  const isSame = height * width === 1 && (flow.kind === 'vector' || flow.height * flow.width === 1);
  if (full.length !== 3 || !(isSame || (isFirst && flow.kind === 'vector')))
    node.fail(`must make a vector of ${flowText(flow)}: [${wanted}]`);
  return { work: [], flow: mapFlow(channels, height, width) };
}

export function squeeze({ node, flow, constants }: Reading): Effect {
  const axes = constants[1] ? wholesOf(constants[1], node, 'axes') : node.ints('axes');
  const places = axes?.map((axis) => (axis + 4) % 4).sort((a, b) => a - b);
  if (
    flow.kind !== 'map' ||
    flow.height * flow.width !== 1 ||
    (places && places.join() !== (flow.channelsLast ? '1,2' : '2,3'))
  )
    return node.fail(`must leave out height and width of 1: ${flowText(flow)}, axes ${axes ?? 'of 1'}`);
  return { work: [{ kind: 'flatten' }], flow: vectorFlow(flow.channels) };
}

export function unsqueeze({ node, flow, constants }: Reading): Effect {
  const axes = constants[1] ? wholesOf(constants[1], node, 'axes') : (node.ints('axes') ?? []);
  const places = axes.map((axis) => (axis + 4) % 4).sort((a, b) => a - b);
  if (flow.kind !== 'vector' || places.join() !== '2,3') return node.fail(`must make a map of a vector: axes ${axes}`);
  return { work: [], flow: mapFlow(flow.length, 1, 1) };
}

/** Zeros around a map, which the windows behind it take in. */
export function pad({ node, flow, constants }: Reading): Effect {
  const pads = constants[1] ? wholesOf(constants[1], node, 'pads') : (node.ints('pads') ?? []);
  const mode = node.text('mode', 'constant');
  if (mode !== 'constant') node.fail(`mode must be constant: ${mode}`);
  const value = constants[2]?.values[0] ?? node.float('value', 0);
  if (value !== 0) node.fail(`must be with zeros: ${value}`);
  if (constants[3]) node.fail('must have no axes');
  if (pads.every((count) => count === 0)) return { work: [], flow };
  if (flow.kind !== 'map' || flow.channelsLast)
    return node.fail(`must read a map of channels first: ${flowText(flow)}`);
  const [before = [], after = []] = [pads.slice(0, 4), pads.slice(4)];
  const [top = -1, left = -1] = before.slice(2);
  const [bottom = -1, right = -1] = after.slice(2);
  const sides = [top, left, bottom, right] as const;
  const isSpatial = pads.length === 8 && [...before.slice(0, 2), ...after.slice(0, 2)].every((count) => count === 0);
  if (!isSpatial || sides.some((side) => !(side >= 0 && side <= 65_536)))
    return node.fail(`pads must be zeros for images and channels, and from 0 for height and width: ${pads}`);
  const zeros = sides.map((side, k) => side + nth(flow.zeros ?? sidesOf(0), k)) as unknown as Sides;
  return { work: [], flow: { ...flow, height: flow.height + top + bottom, width: flow.width + left + right, zeros } };
}

/** Channels moved behind height and width, or before them. */
export function transpose({ node, flow, isFirst }: Reading): Effect {
  const permutation = node.ints('perm') ?? [];
  const [batch, ...rest] = permutation.map((axis) => axis - 1);
  if (batch !== -1 || rest.length !== dimensionsOf(flow).length)
    return node.fail(`perm must leave the images first, of ${flowText(flow)}: ${permutation}`);
  if (rest.every((axis, k) => axis === k)) return { work: [], flow };
  if (flow.kind !== 'map') return node.fail(`must read a map of channels: ${flowText(flow)}`);
  const { channels, height, width, channelsLast } = flow;
  // Images come as the model's channels, wherever these stand.
  if (isFirst && !channelsLast && rest.join() === '2,0,1') return { work: [], flow: mapFlow(width, channels, height) };
  if (rest.join() === (channelsLast ? '2,0,1' : '1,2,0'))
    return { work: [], flow: { ...flow, channelsLast: !channelsLast } };
  return node.fail(`perm must move the channels of ${flowText(flow)} alone: ${permutation}`);
}
