/**
 * Reduced ordered binary decision diagrams, which make multiplexers of a table. All output bits share one diagram, the
 * most significant input at the top. R. E. Bryant, "Graph-Based Algorithms for Boolean Function Manipulation", IEEE
 * Trans. Computers C-35, 1986. A function and its complement share a node: K. S. Brace, R. L. Rudell, R. E. Bryant,
 * "Efficient Implementation of a BDD Package", DAC 1990.
 */

import { nth } from '../../numeric/index.ts';
import type { Builder } from './builder.ts';
import type { Bus, Net } from './netlist.ts';

/** Function as twice the number of its node, plus 1 for the complement. Node 0 is the constant 0. */
type Edge = number;

interface Node {
  readonly level: number;
  /** Function where the input of this level is 0; never a complement. */
  readonly low: Edge;
  readonly high: Edge;
}

/**
 * Circuit of a table: `entries[k]` on `bits` wires for the number k on `inputs`. There must be an entry for every
 * number.
 */
export function tableCircuit(builder: Builder, inputs: Bus, entries: readonly number[], bits: number): Bus {
  if (entries.length !== 2 ** inputs.length)
    throw new RangeError(
      `a table of ${inputs.length} inputs must have ${2 ** inputs.length} entries: ${entries.length}`,
    );
  const { nodes, add } = createDiagram();
  const outputs = Array.from({ length: bits }, (_, bit) => {
    let row: readonly Edge[] = entries.map((entry) => Math.floor(entry / 2 ** bit) % 2);
    for (let level = 0; level < inputs.length; level++)
      row = Array.from({ length: row.length / 2 }, (__, k) => add(level, nth(row, 2 * k), nth(row, 2 * k + 1)));
    return nth(row, 0);
  });

  const nets: Net[] = [0];
  const inverted = new Map<Net, Net>();
  const not = (net: Net): Net => {
    const known = inverted.get(net) ?? builder.not(net);
    inverted.set(net, known);
    return known;
  };
  const netOf = (edge: Edge): Net => (edge % 2 ? not(nth(nets, (edge - 1) / 2)) : nth(nets, edge / 2));
  nodes.slice(1).forEach(({ level, low, high }) => {
    const select = nth(inputs, level);
    nets.push(
      high === 0
        ? builder.gate('and', not(select), netOf(low))
        : high === low + 1
          ? builder.gate('xor', select, netOf(low))
          : builder.mux(select, netOf(low), netOf(high)),
    );
  });
  return outputs.map(netOf);
}

/** Diagram under construction. Each node stands behind those that it needs. */
function createDiagram(): { readonly nodes: readonly Node[]; add(level: number, low: Edge, high: Edge): Edge } {
  const nodes: Node[] = [{ level: -1, low: 0, high: 0 }];
  const known = new Map<string, Edge>();
  const add = (level: number, low: Edge, high: Edge): Edge => {
    if (low === high) return low;
    if (low % 2) return complement(add(level, complement(low), complement(high)));
    const key = `${level} ${low} ${high}`;
    const found = known.get(key) ?? 2 * (nodes.push({ level, low, high }) - 1);
    known.set(key, found);
    return found;
  };
  return { nodes, add };
}

const complement = (edge: Edge): Edge => (edge % 2 ? edge - 1 : edge + 1);
