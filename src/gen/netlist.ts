/**
 * The circuit as data: nets are integers, cells a flat list in topological order by construction,
 * since a builder hands out a net only together with the cell that drives it.
 */

/** A wire. 0 and 1 are the constants; others count up. */
export type Net = number;
/** Wires of a number, least significant bit first. */
export type Bus = readonly Net[];
/** Column k holds wires of weight 2^k. */
export type BitHeap = readonly (readonly Net[])[];

export const CELL_KINDS = ['not', 'and', 'or', 'xor', 'nand', 'nor', 'xnor', 'halfAdder', 'fullAdder'] as const;
/** Combinational cells. Half and full adders have the outputs [sum, carry]. */
export type CellKind = (typeof CELL_KINDS)[number];

export interface Cell {
  readonly kind: CellKind;
  readonly inputs: Bus;
  readonly outputs: Bus;
}

export interface Port {
  readonly name: string;
  readonly direction: 'input' | 'output';
  readonly nets: Bus;
}

export interface Netlist {
  readonly name: string;
  /** Number of nets, the two constants included. */
  readonly netCount: number;
  readonly ports: readonly Port[];
  readonly cells: readonly Cell[];
}

/** Collects cells; every method returns the nets that the new cell drives. */
export interface Builder {
  /** A new input port of `bits` wires. */
  input(name: string, bits: number): Bus;
  output(name: string, nets: Bus): void;
  not(a: Net): Net;
  gate(kind: 'and' | 'or' | 'xor' | 'nand' | 'nor' | 'xnor', a: Net, b: Net): Net;
  /** [sum, carry] of two bits. */
  halfAdder(a: Net, b: Net): readonly [Net, Net];
  /** [sum, carry] of three bits. */
  fullAdder(a: Net, b: Net, c: Net): readonly [Net, Net];
  finish(): Netlist;
}

/** An empty circuit called `name`. */
export function createBuilder(name: string): Builder {
  let netCount = 2;
  const ports: Port[] = [];
  const cells: Cell[] = [];
  const known = (nets: Bus): void => {
    for (const net of nets) if (net < 0 || net >= netCount) throw new RangeError(`net does not exist yet: ${net}`);
  };
  const drive = (kind: CellKind, inputs: Bus, count: number): number[] => {
    known(inputs);
    const outputs = Array.from({ length: count }, () => netCount++);
    cells.push({ kind, inputs, outputs });
    return outputs;
  };
  const one = (kind: CellKind, inputs: Bus): Net => drive(kind, inputs, 1)[0] as Net;
  const port = (entry: Port): void => {
    if (ports.some((other) => other.name === entry.name)) throw new RangeError(`port exists already: ${entry.name}`);
    ports.push(entry);
  };
  return {
    input(portName, bits) {
      const nets = Array.from({ length: bits }, () => netCount++);
      port({ name: portName, direction: 'input', nets });
      return nets;
    },
    output(portName, nets) {
      known(nets);
      port({ name: portName, direction: 'output', nets });
    },
    not: (a) => one('not', [a]),
    gate: (kind, a, b) => one(kind, [a, b]),
    halfAdder: (a, b) => drive('halfAdder', [a, b], 2) as [Net, Net],
    fullAdder: (a, b, c) => drive('fullAdder', [a, b, c], 2) as [Net, Net],
    finish: () => ({ name, netCount, ports, cells }),
  };
}
