/** Windows of Conv and pooling nodes: kernel_shape, strides, dilations, pads and auto_pad. */

import { nth } from '../../numeric/index.ts';
import {
  isUnpadded,
  type Padding,
  type Sides,
  samePadding,
  sidesOf,
  simplest,
  spanOf,
  type Windows,
  windowCounts,
} from '../network/geometry.ts';
import type { MapFlow } from './flow.ts';
import type { GraphNode } from './node.ts';

/** Windows of a node over a map, one down and across for each output. */
export interface NodeWindows {
  readonly windows: Windows;
  /** Zeros that the node itself puts around the map, and all of them. */
  readonly pads: Sides;
  readonly padding: Padding;
  readonly counts: { readonly height: number; readonly width: number };
}

/** Windows of `node`; `size` is that of the kernel where its weights say it. */
export function windowsOfNode(node: GraphNode, flow: MapFlow, size?: readonly [number, number]): NodeWindows {
  const [rows, columns] = pairOf(node, 'kernel_shape', size);
  if (size && (rows !== size[0] || columns !== size[1]))
    node.fail(`kernel_shape must be that of the weights, ${size.join(' x ')}: ${rows} x ${columns}`);
  const strides = pairOf(node, 'strides', [1, 1]);
  const dilation = equal(node, 'dilations', pairOf(node, 'dilations', [1, 1]));
  const sides = sidesOfNode(node, flow, [spanOf(rows, dilation), spanOf(columns, dilation)], strides);
  const counts = (stride: number): NodeWindows['counts'] =>
    windowCounts({ rows, columns, stride, dilation, sides }, flow);
  // Where there is one window in a direction, its stride does not matter.
  const [down, across] = strides;
  const stride =
    counts(down).height === 1 ? across : counts(across).width === 1 ? down : equal(node, 'strides', strides);
  const windows = { rows, columns, stride, dilation, sides };
  const found = counts(stride);
  if (found.height < 1 || found.width < 1)
    node.fail(`kernel_shape must fit into ${flow.height} x ${flow.width}: ${rows} x ${columns}`);
  if (node.int('ceil_mode', 0) !== 0) checkCeiling(node, windows, flow, found);
  const zeros = flow.zeros ?? sidesOf(0);
  const all = sides.map((side, k) => side + nth(zeros, k)) as unknown as Sides;
  return { windows: { ...windows, sides: all }, pads: sides, padding: simplest(all), counts: found };
}

/** Refusal of windows that reach beyond the map and its padding. */
function checkCeiling(
  node: GraphNode,
  windows: Windows,
  { height, width }: MapFlow,
  counts: NodeWindows['counts'],
): void {
  const { stride } = windows;
  const more = windowCounts(windows, { height: height + stride - 1, width: width + stride - 1 });
  if (more.height !== counts.height || more.width !== counts.width)
    node.fail('ceil_mode must be 0 where windows would reach beyond the map');
}

function pairOf(node: GraphNode, name: string, otherwise?: readonly [number, number]): readonly [number, number] {
  const [first, second, ...more] = node.ints(name) ?? otherwise ?? [];
  if (first === undefined || second === undefined || more.length > 0)
    return node.fail(`${name} must hold two numbers, for images`);
  if (![first, second].every((value) => Number.isInteger(value) && value >= 1 && value <= 65_536))
    return node.fail(`${name} must be above 0: ${first} x ${second}`);
  return [first, second];
}

const equal = (node: GraphNode, name: string, [down, across]: readonly [number, number]): number =>
  down === across ? down : node.fail(`${name} must be equal down and across: ${down} x ${across}`);

function sidesOfNode(
  node: GraphNode,
  { height, width }: MapFlow,
  spans: readonly [number, number],
  strides: readonly [number, number],
): Sides {
  const auto = node.text('auto_pad', 'NOTSET');
  switch (auto) {
    case 'NOTSET': {
      const pads = node.ints('pads') ?? [0, 0, 0, 0];
      if (pads.length !== 4 || pads.some((pad) => !Number.isInteger(pad) || pad < 0 || pad > 65_536))
        return node.fail(`pads must hold four numbers from 0: ${pads}`);
      return [nth(pads, 0), nth(pads, 1), nth(pads, 2), nth(pads, 3)];
    }
    case 'VALID':
      return sidesOf(0) as Sides;
    case 'SAME_UPPER':
    case 'SAME_LOWER': {
      const [top, bottom] = samePadding(height, spans[0], strides[0]);
      const [left, right] = samePadding(width, spans[1], strides[1]);
      return auto === 'SAME_UPPER' ? [top, left, bottom, right] : [bottom, right, top, left];
    }
    default:
      return node.fail(`auto_pad must be NOTSET, VALID, SAME_UPPER or SAME_LOWER: ${auto}`);
  }
}

/** Refusal of means that leave out the zeros around the map. */
export function checkMean(node: GraphNode, padding: Padding): void {
  if (!isUnpadded(padding) && node.int('count_include_pad', 0) === 0)
    node.fail('count_include_pad must be 1 where there are pads');
}
