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
/** Cells of two inputs and one output. */
export type GateKind = Exclude<CellKind, 'not' | 'halfAdder' | 'fullAdder'>;

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

/** Where a part of the circuit begins, for people who read the text. */
export interface Section {
  readonly title: string;
  /** Index of its first cell. */
  readonly start: number;
}

export interface Netlist {
  readonly name: string;
  /** Number of nets, the two constants included. */
  readonly netCount: number;
  readonly ports: readonly Port[];
  readonly cells: readonly Cell[];
  readonly sections: readonly Section[];
}

/**
 * Collects cells; every method returns the nets that the new cell drives.
 * Constants are folded, so no cell ever has one as input.
 */
export interface Builder {
  /** A new input port of `bits` wires. */
  input(name: string, bits: number): Bus;
  output(name: string, nets: Bus): void;
  /** The cells that follow belong together. */
  section(title: string): void;
  not(a: Net): Net;
  gate(kind: GateKind, a: Net, b: Net): Net;
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
  const sections: Section[] = [];

  const drive = (kind: CellKind, inputs: Bus): Net => {
    for (const net of inputs) if (net >= netCount) throw new RangeError(`net does not exist yet: ${net}`);
    const first = netCount;
    const outputs = kind === 'halfAdder' || kind === 'fullAdder' ? [first, first + 1] : [first];
    netCount += outputs.length;
    cells.push({ kind, inputs, outputs });
    return first;
  };
  const addPort = (port: Port): void => {
    if (ports.some((other) => other.name === port.name)) throw new RangeError(`port exists already: ${port.name}`);
    ports.push(port);
  };
  const not = (a: Net): Net => (a <= 1 ? 1 - a : drive('not', [a]));
  const gate = (kind: GateKind, a: Net, b: Net): Net => {
    if (a > 1 && b > 1) return drive(kind, [a, b]);
    const [constant, other] = a <= 1 ? [a, b] : [b, a];
    return foldGate(kind, constant, other, not);
  };
  const halfAdder = (a: Net, b: Net): readonly [Net, Net] => {
    if (a <= 1 || b <= 1) return [gate('xor', a, b), gate('and', a, b)];
    const sum = drive('halfAdder', [a, b]);
    return [sum, sum + 1];
  };

  return {
    input(portName, bits) {
      const nets = Array.from({ length: bits }, () => netCount++);
      addPort({ name: portName, direction: 'input', nets });
      return nets;
    },
    output(portName, nets) {
      addPort({ name: portName, direction: 'output', nets });
    },
    section(title) {
      sections.push({ title, start: cells.length });
    },
    not,
    gate,
    halfAdder,
    fullAdder(a, b, c) {
      const variables = [a, b, c].filter((net) => net > 1);
      const [u, v, t] = variables;
      if (u !== undefined && v !== undefined && t !== undefined) {
        const sum = drive('fullAdder', variables);
        return [sum, sum + 1];
      }
      const ones = [a, b, c].filter((net) => net === 1).length;
      if (u !== undefined && v !== undefined) return ones ? [gate('xnor', u, v), gate('or', u, v)] : halfAdder(u, v);
      const low = u ?? 0;
      return [ones % 2 ? not(low) : low, ones === 0 ? 0 : ones === 1 ? low : 1];
    },
    finish: () => ({ name, netCount, ports, cells, sections }),
  };
}

/** A gate with one constant input. */
function foldGate(kind: GateKind, constant: Net, other: Net, not: (a: Net) => Net): Net {
  switch (kind) {
    case 'and':
      return constant ? other : 0;
    case 'nand':
      return constant ? not(other) : 1;
    case 'or':
      return constant ? 1 : other;
    case 'nor':
      return constant ? 0 : not(other);
    case 'xor':
      return constant ? not(other) : other;
    case 'xnor':
      return constant ? other : not(other);
  }
}
