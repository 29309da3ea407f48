/** Wire loads: statistical capacitance and resistance of a net by its fanout. */

import { nth } from '../../numeric/index.ts';
import type { LibertyGroup } from './syntax.ts';
import type { Fail } from './tables.ts';
import { attribute, numberOf, prefixed } from './values.ts';

/** Tree that the wires of a net form: all resistance before the loads, a branch a load, or none. */
export type WireTree = 'worst_case_tree' | 'balanced_tree' | 'best_case_tree';

/** A `wire_load` group, the library's default. */
export interface WireLoad {
  readonly name: string;
  /** Capacitance of a unit of length, F. */
  readonly capacitance: number;
  /** Resistance of a unit of length, ohm. */
  readonly resistance: number;
  /** Length that each load more adds beyond the last point. */
  readonly slope: number;
  /** Lengths by fanout, ascending. */
  readonly lengths: readonly { readonly fanout: number; readonly length: number }[];
  readonly tree: WireTree;
}

const TREES: readonly WireTree[] = ['worst_case_tree', 'balanced_tree', 'best_case_tree'];

/**
 * Wire load that `default_wire_load` names, with the tree of the default operating conditions; undefined where there is
 * none. Selection by area is not regarded, as OpenSTA does not. `farads` is the library's unit of capacitance.
 */
export function readWireLoad(library: LibertyGroup, farads: number, fail: Fail): WireLoad | undefined {
  const named = attribute(library, 'default_wire_load');
  const name = named?.values[0];
  const group = library.groups.find((entry) => entry.name === 'wire_load' && entry.args[0] === name);
  if (!named || name === undefined) return undefined;
  if (!group) return fail(named.line, `default_wire_load must be a wire_load of the library: ${name}`);
  const lengths = group.attributes
    .filter((entry) => entry.name === 'fanout_length')
    .map(({ values, line }) => {
      const [fanout = Number.NaN, length = Number.NaN] = values.map(Number);
      if (!(fanout >= 0 && length >= 0 && Number.isFinite(fanout + length)))
        return fail(line, `fanout_length must be two numbers of 0 or more: ${values.join(', ')}`);
      return { fanout, length };
    });
  const ohms = prefixed(attribute(library, 'pulling_resistance_unit'), 'ohm', fail) ?? 1e3;
  return {
    name,
    capacitance: (numberOf(group, 'capacitance', fail) ?? 0) * farads,
    resistance: (numberOf(group, 'resistance', fail) ?? 0) * ohms,
    slope: numberOf(group, 'slope', fail) ?? 0,
    lengths: lengths.toSorted((a, b) => a.fanout - b.fanout),
    tree: treeOf(library),
  };
}

function treeOf(library: LibertyGroup): WireTree {
  const name = attribute(library, 'default_operating_conditions')?.values[0];
  const conditions = library.groups.find((entry) => entry.name === 'operating_conditions' && entry.args[0] === name);
  const text = conditions && attribute(conditions, 'tree_type')?.values[0];
  return TREES.find((tree) => tree === text) ?? 'balanced_tree';
}

/** Length of a net of so many loads, in the units of the wire load. Between the points it is linear. */
export function wireLength({ lengths, slope }: WireLoad, fanout: number): number {
  const [first] = lengths;
  const last = lengths.at(-1);
  if (!first || !last) return fanout * slope;
  if (fanout <= first.fanout) return Math.max(0, first.length - (first.fanout - fanout) * slope);
  if (fanout >= last.fanout) return last.length + (fanout - last.fanout) * slope;
  const upper = lengths.findIndex((point) => point.fanout > fanout);
  const [low, high] = [nth(lengths, upper - 1), nth(lengths, upper)];
  return low.length + ((high.length - low.length) * (fanout - low.fanout)) / (high.fanout - low.fanout);
}
