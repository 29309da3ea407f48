/** Sigmoid and tanh as Verilog, mirrored about zero. Half a table is a function, or pieces are wires. */

import { type Curve, curveFormat, halfCurve } from '../gen/index.ts';
import { nth } from '../numeric/index.ts';

/** Fewest bits that `v` must have. */
export const leastCurveBits = (curve: Curve, bits: number): number => curveFormat(curve, bits).magnitude + 2;

/** Lines from `v` to `y` of `bits` bits. The highest index of `v` is `top`, and `below` one less. */
export function curveLines(curve: Curve, bits: number, top: SumWidth, below: SumWidth): string[] {
  const { magnitude } = curveFormat(curve, bits);
  const distance = [
    '  // Steps from zero: -1 - v below it.',
    `  wire negative = v[${top}];`,
    `  wire [${below}:0] distance = v[${below}:0] ^ {${top}{negative}};`,
    `  wire [${magnitude - 1}:0] step = distance[${magnitude - 1}:0] | {${magnitude}{|distance[${below}:${magnitude}]}};`,
  ];
  switch (curve) {
    case 'sigmoid-pwl':
      return bits < PIECES_OF_WIRES
        ? [...distance, ...mirroredTable(curve, bits)]
        : [...distance, ...pieces(bits), `  assign y = half ^ {${bits}{negative}};`];
    case 'sigmoid-lut':
      return [...distance, ...mirroredTable(curve, bits)];
    case 'tanh-lut':
      return [
        ...distance,
        ...tableFunction(curve, bits),
        `  wire [${bits - 1}:0] half = {1'b0, rise(step)};`,
        `  assign y = (half ^ {${bits}{negative}}) + {{${bits - 1}{1'b0}}, negative};`,
      ];
  }
}

/** Table of a sigmoid. The upper half of its codes begins with a 1; the lower half is its complement. */
function mirroredTable(curve: Curve, bits: number): string[] {
  return [...tableFunction(curve, bits), `  assign y = {1'b1, rise(step)} ^ {${bits}{negative}};`];
}

/** Lower bits of the half curve. Steps that give the last value are left to the default. */
function tableFunction(curve: Curve, bits: number): string[] {
  const format = curveFormat(curve, bits);
  const width = bits - 1;
  const entries = Array.from({ length: 2 ** format.magnitude }, (_, u) => halfCurve(curve, format, u) % 2 ** width);
  const last = nth(entries, entries.length - 1);
  const steps = new Map<number, string[]>();
  entries.forEach((entry, u) => {
    if (entry !== last) steps.set(entry, [...(steps.get(entry) ?? []), `${format.magnitude}'d${u}`]);
  });
  return [
    `  function [${width - 1}:0] rise;`,
    `    input [${format.magnitude - 1}:0] entry;`,
    '    case (entry)',
    ...[...steps].map(([entry, labels]) => `      ${labels.join(', ')}: rise = ${width}'d${entry};`),
    `      default: rise = ${width}'d${last};`,
    '    endcase',
    '  endfunction',
  ];
}

/** Fewest bits of `y` with which the constants of PLAN are whole steps. */
const PIECES_OF_WIRES = 5;

/** Pieces of PLAN, which begin at 0, 1, 2.375 and 5. */
function pieces(bits: number): string[] {
  const fraction = bits - 2;
  const steps = (from: number): string => `step < ${bits + 1}'d${from * 2 ** fraction}`;
  const slice = (low: number): string[] => (fraction > low ? [`step[${fraction - 1}:${low}]`] : []);
  const [half, one, two] = [`step[${fraction}]`, `step[${fraction + 1}]`, `step[${fraction + 2}]`];
  return [
    '  // 1/2 + x/4, 5/8 + x/8, 27/32 + x/32, 1',
    `  wire [${bits - 1}:0] half =`,
    `    ${steps(1)} ? {${["2'b10", ...slice(0)].join(', ')}} :`,
    `    ${steps(2.375)} ? {${["2'b11", one, ...slice(1)].join(', ')}} :`,
    `    ${steps(5)} ? {${["3'b111", `${half} | ${two}`, `~${half}`, ...slice(3)].join(', ')}} :`,
    `    {${bits}{1'b1}};`,
  ];
}

/** Width of `sum`, or the parameter that holds it. */
export type SumWidth = number | string;
