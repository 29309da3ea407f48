/** A node as its operator sees it: what flows into it, the constants beside that, and what comes of it. */

import { type Flow, flowText, type MapFlow } from './flow.ts';
import type { GraphNode } from './node.ts';
import type { Work } from './steps.ts';
import type { Constant } from './tensor.ts';

/** Change of a flow by an operator. */
export interface Effect {
  readonly work: readonly Work[];
  readonly flow: Flow;
  /** True where the order of the outputs is all that is left: a softmax. */
  readonly ends?: true;
}

/** A node with what it reads. */
export interface Reading {
  readonly node: GraphNode;
  readonly flow: Flow;
  /** Place of the flow among the inputs. */
  readonly place: number;
  /** Constants by their place; the names of those of the model. */
  readonly constants: readonly (Constant | undefined)[];
  /** True where no work was done before, so that the shape is the input's. */
  readonly isFirst: boolean;
}

/** The map that a node reads, its channels first. */
export function mapOf({ node, flow }: Reading): MapFlow {
  if (flow.kind !== 'map') return node.fail(`must read a map of channels: ${flowText(flow)}`);
  if (flow.channelsLast) return node.fail(`must read channels first: ${flowText(flow)}`);
  return flow;
}
