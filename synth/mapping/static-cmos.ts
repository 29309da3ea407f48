/**
 * Transistors of a cell whose netlist is not known, by its function: series and parallel switches, in static CMOS. Source:
 * N. H. E. Weste, D. M. Harris, "CMOS VLSI Design", 4th ed., 2011.
 */

import { nth } from '../../numeric/index.ts';
import { type BooleanFunction, pinsOf } from '../liberty/boolean-function.ts';

/** Most pins of a function that is counted. */
const MOST_PINS = 8;

/** Product of literals: the pins that stand in it as they are, and those that are inverted, a bit each. */
interface Cube {
  readonly plain: number;
  readonly inverted: number;
}

/** Truth table as a number: bit k is the value where pin j has bit j of k. */
type Table = bigint;

/**
 * Transistors of the cheapest of: one complementary gate (two transistors a literal of its factored form) with inverters
 * for the pins that it needs inverted, the same with an inverter behind it, and an exclusive or of a pin and the rest.
 * Undefined for a constant and for more than 8 pins.
 */
export function staticCmosTransistors(value: BooleanFunction): number | undefined {
  const pins = pinsOf(value);
  if (pins.length > MOST_PINS) return undefined;
  const space = tablesOf(pins.length);
  const table = space.table(value, pins);
  const cost = table === 0n || table === space.ones ? undefined : transistorsOf(table, space);
  return cost === 0 ? undefined : cost;
}

/** Transistors of an exclusive or: two products of two literals, and the inverters of both pins. */
const XOR = 12;
const INVERTER = 2;

/** Truth tables over so many pins. */
interface Space {
  readonly pins: number;
  readonly ones: Table;
  /** Rows in which each pin is 1. */
  readonly columns: readonly Table[];
  readonly table: (value: BooleanFunction, pins: readonly string[]) => Table;
  /** Table with a pin set to 0 or 1. */
  readonly half: (table: Table, pin: number, value: 0 | 1) => Table;
}

function tablesOf(pins: number): Space {
  const ones = (1n << BigInt(2 ** pins)) - 1n;
  const columns = Array.from({ length: pins }, (_, pin) => {
    let column = 0n;
    for (let row = 0; row < 2 ** pins; row++) if ((row >> pin) & 1) column |= 1n << BigInt(row);
    return column;
  });
  const table = (value: BooleanFunction, names: readonly string[]): Table => {
    switch (value.kind) {
      case 'constant':
        return value.value ? ones : 0n;
      case 'pin':
        return nth(columns, names.indexOf(value.name));
      case 'not':
        return ones ^ table(value.a, names);
      case 'and':
        return table(value.a, names) & table(value.b, names);
      case 'or':
        return table(value.a, names) | table(value.b, names);
      case 'xor':
        return table(value.a, names) ^ table(value.b, names);
    }
  };
  const half: Space['half'] = (whole, pin, value) => {
    const column = nth(columns, pin);
    const step = BigInt(2 ** pin);
    const kept = value === 1 ? whole & column : whole & (ones ^ column);
    return kept | (value === 1 ? kept >> step : kept << step);
  };
  return { pins, ones, columns, table, half };
}

function transistorsOf(table: Table, space: Space): number {
  const complement = space.ones ^ table;
  const on = cover(table, table, space.pins - 1, space);
  const off = cover(complement, complement, space.pins - 1, space);
  const gate = (cubes: readonly Cube[], inverted: number): number => 2 * literals(cubes) + INVERTER * bits(inverted);
  const union = (cubes: readonly Cube[], kind: keyof Cube): number => cubes.reduce((all, cube) => all | cube[kind], 0);
  // The switches to ground conduct where the gate is 0; those to the supply are their dual.
  const single = Math.min(gate(off, union(off, 'inverted')), gate(on, union(on, 'plain')));
  const behind = INVERTER + Math.min(gate(on, union(on, 'inverted')), gate(off, union(off, 'plain')));
  let best = Math.min(single, behind);
  for (let pin = 0; pin < space.pins; pin++) {
    const rest = space.half(table, pin, 0);
    if (rest === 0n || rest === space.ones || space.half(table, pin, 1) !== (space.ones ^ rest)) continue;
    const pinsOfRest = space.columns.filter((_, k) => space.half(rest, k, 0) !== space.half(rest, k, 1)).length;
    best = Math.min(best, XOR + (pinsOfRest === 1 ? 0 : transistorsOf(rest, space)));
  }
  return best;
}

/**
 * Irredundant cubes that cover every row of `lower` and none outside of `upper`. Source: S. Minato, "Fast
 * Generation of Irredundant Sum-of-Products Forms from Binary Decision Diagrams", SASIMI 1992.
 */
function cover(lower: Table, upper: Table, pin: number, space: Space): Cube[] {
  if (lower === 0n) return [];
  if (upper === space.ones) return [{ plain: 0, inverted: 0 }];
  const [lower0, lower1] = [space.half(lower, pin, 0), space.half(lower, pin, 1)];
  const [upper0, upper1] = [space.half(upper, pin, 0), space.half(upper, pin, 1)];
  if (lower0 === lower1 && upper0 === upper1) return cover(lower, upper, pin - 1, space);
  const without = cover(lower0 & (space.ones ^ upper1), upper0, pin - 1, space);
  const within = cover(lower1 & (space.ones ^ upper0), upper1, pin - 1, space);
  const left = (lower0 & (space.ones ^ rows(without, space))) | (lower1 & (space.ones ^ rows(within, space)));
  const both = cover(left, upper0 & upper1, pin - 1, space);
  const bit = 1 << pin;
  return [
    ...without.map((cube) => ({ ...cube, inverted: cube.inverted | bit })),
    ...within.map((cube) => ({ ...cube, plain: cube.plain | bit })),
    ...both,
  ];
}

/** Rows that cubes cover. */
function rows(cubes: readonly Cube[], { columns, ones }: Space): Table {
  return cubes.reduce(
    (all, { plain, inverted }) =>
      all |
      columns.reduce(
        (row, column, pin) => ((plain >> pin) & 1 ? row & column : (inverted >> pin) & 1 ? row & (ones ^ column) : row),
        ones,
      ),
    0n,
  );
}

/** Literals of a factored form: the literal that stands in most cubes is taken out, again and again. */
function literals(cubes: readonly Cube[]): number {
  let best: { kind: keyof Cube; bit: number; count: number } | undefined;
  for (const kind of ['plain', 'inverted'] as const)
    for (let bit = 1; bit < 2 ** MOST_PINS; bit *= 2) {
      const count = cubes.filter((cube) => cube[kind] & bit).length;
      if (count > (best?.count ?? 1)) best = { kind, bit, count };
    }
  if (!best) return cubes.reduce((sum, { plain, inverted }) => sum + bits(plain) + bits(inverted), 0);
  const { kind, bit } = best;
  const taken = cubes.filter((cube) => cube[kind] & bit).map((cube) => ({ ...cube, [kind]: cube[kind] & ~bit }));
  return 1 + literals(taken) + literals(cubes.filter((cube) => !(cube[kind] & bit)));
}

function bits(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}
