/** Builder of netlists, which gives a net only together with the cell that drives it. */

import { nth } from '../../numeric/index.ts';
import { foldGate } from './fold-gate.ts';
import {
  type AdderGroup,
  type Bus,
  CELL_KINDS,
  type Cell,
  type CellKind,
  type ComplexKind,
  type GateKind,
  type Net,
  type Netlist,
  type Port,
  type Register,
  type Section,
} from './netlist.ts';

/**
 * Collector of cells. Every method returns the nets that the new cell drives; constants are folded, so no cell ever has
 * one as input.
 */
export interface Builder {
  /** New input port of `bits` wires. */
  input(name: string, bits: number): Bus;
  output(name: string, nets: Bus): void;
  /** Title of the cells that follow. */
  section(title: string): void;
  /** Meaning of `net` within its section, in letters, digits and `_`. The first that is given stays. */
  label(net: Net, text: string): void;
  /** Outputs of a cell added as it is, for copies of circuits. No constants. */
  cell(kind: CellKind, inputs: readonly Net[]): Bus;
  not(a: Net): Net;
  gate(kind: GateKind, a: Net, b: Net): Net;
  /** Output of a cell of three or four inputs, in the order of `CellKind`. No constants. */
  complex(kind: ComplexKind, ...inputs: readonly Net[]): Net;
  /** Multiplexer: `b` where `select` is 1, else `a`. */
  mux(select: Net, a: Net, b: Net): Net;
  /** Output of a new register. `drive` must be called for it once. */
  register(): Net;
  /** Input of the register with output `q`, taken at each clock. */
  drive(q: Net, d: Net): void;
  /**
   * Time when `net` has settled after the inputs, in the builder's unit of delay. Ports, registers and constants: 0.
   */
  arrival(net: Net): number;
  /** From here on `nets` are there as early as the inputs. */
  settled(nets: Bus): void;
  /** Adder made of the cells that `build` adds, an instance of `module`. */
  group(kind: AdderGroup['kind'], module: string, inputs: Bus, build: () => Bus): Bus;
  /** Half adder, [sum, carry] of two bits. */
  halfAdder(a: Net, b: Net): readonly [Net, Net];
  /** Full adder, [sum, carry] of three bits. */
  fullAdder(a: Net, b: Net, c: Net): readonly [Net, Net];
  finish(): Netlist;
}

/** Delay of each cell from every input to every output: [output][input], in one unit. */
export type CellDelays = Readonly<Record<CellKind, readonly (readonly number[])[]>>;

/** Delays of one unit a cell and two a full adder. */
export const UNIT_DELAYS = Object.fromEntries(
  CELL_KINDS.map((kind) => {
    const delay = kind === 'fullAdder' ? 2 : 1;
    return [kind, Array.from({ length: 2 }, () => Array.from({ length: 4 }, () => delay))];
  }),
) as unknown as CellDelays;

/** Builder of an empty circuit called `name`. `delays` are what `arrival` adds up. */
export function createBuilder(name: string, delays: CellDelays = UNIT_DELAYS): Builder {
  let netCount = 2;
  const arrivals: number[] = [0, 0];
  const ports: Port[] = [];
  const cells: Cell[] = [];
  const sections: Section[] = [];
  const groups: AdderGroup[] = [];
  const labels = new Map<Net, string>();
  const registers = new Map<Net, Net | undefined>();

  const add = (kind: CellKind, inputs: Bus): Net => {
    for (const net of inputs) if (net >= netCount) throw new RangeError(`net does not exist yet: ${net}`);
    const first = netCount;
    const outputs = kind === 'halfAdder' || kind === 'fullAdder' ? [first, first + 1] : [first];
    netCount += outputs.length;
    cells.push({ kind, inputs, outputs });
    outputs.forEach((net, output) => {
      const pins = nth(delays[kind], output);
      arrivals[net] = inputs.reduce((latest, input, pin) => Math.max(latest, arrival(input) + nth(pins, pin)), 0);
    });
    return first;
  };
  const arrival = (net: Net): number => arrivals[net] ?? 0;
  const addPort = (port: Port): void => {
    if (ports.some((other) => other.name === port.name)) throw new RangeError(`port exists already: ${port.name}`);
    ports.push(port);
  };
  const not = (a: Net): Net => (a <= 1 ? 1 - a : add('not', [a]));
  const gate = (kind: GateKind, a: Net, b: Net): Net => {
    if (a > 1 && b > 1) return add(kind, [a, b]);
    const [constant, other] = a <= 1 ? [a, b] : [b, a];
    return foldGate(kind, constant, other, not);
  };
  const halfAdder = (a: Net, b: Net): readonly [Net, Net] => {
    if (a <= 1 || b <= 1) return [gate('xor', a, b), gate('and', a, b)];
    const sum = add('halfAdder', [a, b]);
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
    label(net, text) {
      if (net > 1 && !labels.has(net)) labels.set(net, text);
    },
    cell(kind, inputs) {
      if (inputs.some((net) => net <= 1)) throw new RangeError(`${kind} takes no constants`);
      const first = add(kind, inputs);
      return kind === 'halfAdder' || kind === 'fullAdder' ? [first, first + 1] : [first];
    },
    not,
    gate,
    complex(kind, ...inputs) {
      const wanted = kind === 'oai22' || kind === 'aoi22' ? 4 : 3;
      if (inputs.length !== wanted) throw new RangeError(`${kind} must have ${wanted} inputs: ${inputs.length}`);
      if (inputs.some((net) => net <= 1)) throw new RangeError(`${kind} takes no constants`);
      return add(kind, inputs);
    },
    mux(select, a, b) {
      if (select <= 1) return select ? b : a;
      if (a === b) return a;
      if (a === 0) return gate('and', select, b);
      if (b === 1) return gate('or', select, a);
      if (b === 0) return gate('and', not(select), a);
      if (a === 1) return gate('or', not(select), b);
      return add('mux', [a, b, select]);
    },
    register() {
      const q = netCount++;
      registers.set(q, undefined);
      return q;
    },
    drive(q, d) {
      if (!registers.has(q)) throw new RangeError(`no register has the output ${q}`);
      if (registers.get(q) !== undefined) throw new RangeError(`register is driven already: ${q}`);
      if (d >= netCount) throw new RangeError(`net does not exist yet: ${d}`);
      registers.set(q, d);
    },
    arrival,
    settled(nets) {
      for (const net of nets) arrivals[net] = 0;
    },
    group(kind, module, inputs, build) {
      const start = cells.length;
      const outputs = build();
      groups.push({ kind, module, start, end: cells.length, inputs, outputs });
      return outputs;
    },
    halfAdder,
    fullAdder(a, b, c) {
      const variables = [a, b, c].filter((net) => net > 1);
      const [u, v, t] = variables;
      if (u !== undefined && v !== undefined && t !== undefined) {
        const sum = add('fullAdder', variables);
        return [sum, sum + 1];
      }
      const ones = [a, b, c].filter((net) => net === 1).length;
      if (u !== undefined && v !== undefined) return ones ? [gate('xnor', u, v), gate('or', u, v)] : halfAdder(u, v);
      const low = u ?? 0;
      return [ones % 2 ? not(low) : low, ones === 0 ? 0 : ones === 1 ? low : 1];
    },
    finish() {
      const driven = [...registers].map(([q, d]): Register => {
        if (d === undefined) throw new RangeError(`register is not driven: ${q}`);
        return { q, d };
      });
      return { name, netCount, ports, cells, registers: driven, groups, sections, labels };
    },
  };
}
