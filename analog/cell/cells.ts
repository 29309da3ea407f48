/** Digital cells at transistor level, as data: static complementary CMOS, every transistor of one size per type. */

import type { CellKind } from '../../gen/index.ts';
import { CHANNELS } from '../device/card.ts';
import type { Transistor } from '../spice/circuit.ts';

/** Transistor of a digital cell, by the names of its nodes. */
export interface CellTransistor {
  readonly type: 'n' | 'p';
  readonly drain: string;
  readonly gate: string;
  readonly source: string;
}

/** Digital cell as transistors, with its logic. */
export interface CellCircuit {
  /** Node names, in the order of the cell's nets. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Transistors between `vdd` and `0`; bulks are tied to them. */
  readonly transistors: readonly CellTransistor[];
  /** Logic of the cell: outputs by inputs, 0 or 1. */
  readonly logic: (inputs: readonly number[]) => readonly number[];
}

/** Channel widths and length of every transistor, m. */
export const CELL_SIZE = { widthN: 120e-9, widthP: 240e-9, length: 65e-9 } as const;

/**
 * Transistors of a cell. A full adder has 28: N. Weste, D. Harris, "CMOS VLSI Design", 4th ed., 11.2.1 (mirror adder).
 */
export function cellCircuit(kind: CellKind): CellCircuit {
  switch (kind) {
    case 'not':
      return { inputs: ['a'], outputs: ['y'], transistors: inverter('a', 'y'), logic: ([a = 0]) => [1 - a] };
    case 'nand':
      return gate(nand('a', 'b', 'y'), (a, b) => 1 - (a & b));
    case 'nor':
      return gate(nor('a', 'b', 'y'), (a, b) => 1 - (a | b));
    case 'and':
      return gate([...nand('a', 'b', 'yn'), ...inverter('yn', 'y')], (a, b) => a & b);
    case 'or':
      return gate([...nor('a', 'b', 'yn'), ...inverter('yn', 'y')], (a, b) => a | b);
    case 'xor':
      return gate(xor('a', 'b', 'y'), (a, b) => a ^ b);
    case 'xnor':
      return gate(xnor('a', 'b', 'y'), (a, b) => 1 - (a ^ b));
    case 'nand3':
      return complex(
        ['a', 'b', 'c'],
        [
          n('y', 'a', 'n0'),
          n('n0', 'b', 'n1'),
          n('n1', 'c', '0'),
          p('y', 'a', 'vdd'),
          p('y', 'b', 'vdd'),
          p('y', 'c', 'vdd'),
        ],
        ([a = 0, b = 0, c = 0]) => 1 - (a & b & c),
      );
    case 'nor3':
      return complex(
        ['a', 'b', 'c'],
        [
          p('y', 'a', 'p0'),
          p('p0', 'b', 'p1'),
          p('p1', 'c', 'vdd'),
          n('y', 'a', '0'),
          n('y', 'b', '0'),
          n('y', 'c', '0'),
        ],
        ([a = 0, b = 0, c = 0]) => 1 - (a | b | c),
      );
    case 'oai21':
      return complex(
        ['a', 'b', 'c'],
        [
          n('y', 'c', 'n0'),
          n('n0', 'a', '0'),
          n('n0', 'b', '0'),
          p('y', 'c', 'vdd'),
          ...branch(p, ['a', 'b'], 'p0', 'y', 'vdd'),
        ],
        ([a = 0, b = 0, c = 0]) => 1 - ((a | b) & c),
      );
    case 'aoi21':
      return complex(
        ['a', 'b', 'c'],
        [
          p('y', 'a', 'p0'),
          p('y', 'b', 'p0'),
          p('p0', 'c', 'vdd'),
          n('y', 'c', '0'),
          ...branch(n, ['a', 'b'], 'n0', 'y', '0'),
        ],
        ([a = 0, b = 0, c = 0]) => 1 - ((a & b) | c),
      );
    case 'oai22':
      return complex(
        ['a', 'b', 'c', 'd'],
        [
          ...[n('y', 'a', 'n0'), n('y', 'b', 'n0'), n('n0', 'c', '0'), n('n0', 'd', '0')],
          ...branch(p, ['a', 'b'], 'p0', 'y', 'vdd'),
          ...branch(p, ['c', 'd'], 'p1', 'y', 'vdd'),
        ],
        ([a = 0, b = 0, c = 0, d = 0]) => 1 - ((a | b) & (c | d)),
      );
    case 'aoi22':
      return complex(
        ['a', 'b', 'c', 'd'],
        andOrInvert(['a', 'b', 'c', 'd'], 'y'),
        ([a = 0, b = 0, c = 0, d = 0]) => 1 - ((a & b) | (c & d)),
      );
    case 'mux':
      return complex(
        ['a', 'b', 'c'],
        [...inverter('c', 'cn'), ...andOrInvert(['a', 'cn', 'b', 'c'], 'yn'), ...inverter('yn', 'y')],
        ([a = 0, b = 0, c = 0]) => (c ? b : a),
      );
    case 'halfAdder':
      return {
        inputs: ['a', 'b'],
        outputs: ['s', 'co'],
        transistors: [...xor('a', 'b', 's'), ...nand('a', 'b', 'con'), ...inverter('con', 'co')],
        logic: ([a = 0, b = 0]) => [a ^ b, a & b],
      };
    case 'fullAdder':
      return {
        inputs: ['a', 'b', 'c'],
        outputs: ['s', 'co'],
        transistors: mirrorAdder(),
        logic: ([a = 0, b = 0, c = 0]) => [a ^ b ^ c, (a & b) | (c & (a | b))],
      };
  }
}

/**
 * Elements of the transistors, on the card's models. A `thresholdShift` (V) is added to the size of every threshold: it
 * raises that of an N, and lowers a P's, which is below 0.
 */
export function transistorElements(transistors: readonly CellTransistor[], thresholdShift = 0): readonly Transistor[] {
  const { widthN, widthP, length } = CELL_SIZE;
  return transistors.map(({ type, drain, gate: on, source }, index) => {
    const { model, bulk, sign } = CHANNELS[type];
    return {
      kind: 'transistor',
      ...{ role: 'logic', name: `m${index}`, model, drain, gate: on, source, bulk },
      ...{ width: type === 'n' ? widthN : widthP, length },
      ...(thresholdShift === 0 ? {} : { thresholdShift: sign * thresholdShift }),
    };
  });
}

function gate(transistors: readonly CellTransistor[], logic: (a: number, b: number) => number): CellCircuit {
  return { inputs: ['a', 'b'], outputs: ['y'], transistors, logic: ([a = 0, b = 0]) => [logic(a, b)] };
}

function complex(
  inputs: readonly string[],
  transistors: readonly CellTransistor[],
  logic: (inputs: readonly number[]) => number,
): CellCircuit {
  return { inputs, outputs: ['y'], transistors, logic: (values) => [logic(values)] };
}

const n = (drain: string, on: string, source: string): CellTransistor => ({ type: 'n', drain, gate: on, source });
const p = (drain: string, on: string, source: string): CellTransistor => ({ type: 'p', drain, gate: on, source });

const inverter = (a: string, y: string): CellTransistor[] => [n(y, a, '0'), p(y, a, 'vdd')];

/** Gate of not(a b + c d), each product a branch of its own. The inputs of the first product are next to the output. */
const andOrInvert = ([a, b, c, d]: readonly [string, string, string, string], y: string): CellTransistor[] => [
  ...branch(n, [a, b], `${y}_n0`, y, '0'),
  ...branch(n, [c, d], `${y}_n1`, y, '0'),
  ...[p(y, a, `${y}_p0`), p(y, b, `${y}_p0`), p(`${y}_p0`, c, 'vdd'), p(`${y}_p0`, d, 'vdd')],
];

/** NAND gate with the input `a` next to the output. */
const nand = (a: string, b: string, y: string): CellTransistor[] => [
  n(y, a, `${y}_n`),
  n(`${y}_n`, b, '0'),
  p(y, a, 'vdd'),
  p(y, b, 'vdd'),
];

/** NOR gate with the input `a` next to the output. */
const nor = (a: string, b: string, y: string): CellTransistor[] => [
  n(y, a, '0'),
  n(y, b, '0'),
  p(y, a, `${y}_p`),
  p(`${y}_p`, b, 'vdd'),
];

/**
 * XOR gate of 12 transistors: both complements, then the complement of a b + an bn, each product a branch of its own.
 */
const xor = (a: string, b: string, y: string): CellTransistor[] => [
  ...inverter(a, 'an'),
  ...inverter(b, 'bn'),
  ...branch(n, [a, b], `${y}_n0`, y, '0'),
  ...branch(n, ['an', 'bn'], `${y}_n1`, y, '0'),
  ...branch(p, [a, 'bn'], `${y}_p0`, y, 'vdd'),
  ...branch(p, ['an', b], `${y}_p1`, y, 'vdd'),
];

/** XNOR gate of 12 transistors: `xor` with one complement for the other. */
const xnor = (a: string, b: string, y: string): CellTransistor[] => [
  ...inverter(a, 'an'),
  ...inverter(b, 'bn'),
  ...branch(n, [a, 'bn'], `${y}_n0`, y, '0'),
  ...branch(n, ['an', b], `${y}_n1`, y, '0'),
  ...branch(p, [a, b], `${y}_p0`, y, 'vdd'),
  ...branch(p, ['an', 'bn'], `${y}_p1`, y, 'vdd'),
];

/** Two transistors in series from `y` to `rail` through `middle`, the first at `y`. */
function branch(
  kind: typeof n,
  [first, second]: readonly [string, string],
  middle: string,
  y: string,
  rail: string,
): CellTransistor[] {
  return [kind(y, first, middle), kind(middle, second, rail)];
}

/** Carry stage (10), sum stage (14) and an inverter at each output; pull-up and pull-down are mirror images. */
function mirrorAdder(): CellTransistor[] {
  const half = (kind: typeof n, tag: string, rail: string): CellTransistor[] => [
    kind(`ab_${tag}`, 'a', rail),
    kind(`ab_${tag}`, 'b', rail),
    kind('con', 'c', `ab_${tag}`),
    kind(`a_${tag}`, 'a', rail),
    kind('con', 'b', `a_${tag}`),
    kind(`abc_${tag}`, 'a', rail),
    kind(`abc_${tag}`, 'b', rail),
    kind(`abc_${tag}`, 'c', rail),
    kind('sn', 'con', `abc_${tag}`),
    kind(`s0_${tag}`, 'a', rail),
    kind(`s1_${tag}`, 'b', `s0_${tag}`),
    kind('sn', 'c', `s1_${tag}`),
  ];
  return [...half(n, 'n', '0'), ...half(p, 'p', 'vdd'), ...inverter('con', 'co'), ...inverter('sn', 's')];
}
