/** Delays of our cells in a library, for constructions that regard the arrival of bits. */

import { CELL_KINDS, type CellDelays, type CellKind } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import { lookUp } from '../liberty/tables.ts';
import type { LibraryFunction, Match, StandardCells } from './library.ts';
import { LibraryError } from './library-error.ts';
import { type Implementation, implementations, type Recipe } from './recipes.ts';

/**
 * Slew and load at which delays are taken. They are those of a NAND2 (without one a NOR2) that drives three of its
 * kind.
 */
export interface SlewAndLoad {
  /** Input slew, that of the cell's own output, s. */
  readonly slew: number;
  /** Load, F. */
  readonly load: number;
}

const FANOUT = 3;
/** Number of steps for the slew to settle. It is within a thousandth well before. */
const SLEW_STEPS = 20;

/** Full and half adder as gates, the form that the logic optimizer gets for delay. */
const ADDER_GATES: Readonly<Record<'fullAdder' | 'halfAdder', Recipe>> = {
  fullAdder: {
    inputs: 3,
    steps: [
      { kind: 'xor', inputs: [0, 1] },
      { kind: 'xor', inputs: [3, 2] },
      { kind: 'nand', inputs: [0, 1] },
      { kind: 'oai21', inputs: [0, 1, 2] },
      { kind: 'nand', inputs: [5, 6] },
    ],
    outputs: [4, 7],
  },
  halfAdder: {
    inputs: 2,
    steps: [
      { kind: 'xor', inputs: [0, 1] },
      { kind: 'and', inputs: [0, 1] },
    ],
    outputs: [2, 3],
  },
};

/**
 * Model of the cells' delays. `cells`: from the library's cells, full and half adders included. `gates`: with adders as
 * gates. A number: in levels of NAND2, without a unit, of which an exclusive or has so many.
 */
export type DelayModel = 'cells' | 'gates' | number;

/** Slew and load at which the delays of `library` are taken. Throws `LibraryError` where it has neither gate. */
export function operatingPoint(library: StandardCells): SlewAndLoad {
  const nand = library.matches.get('nand') ?? library.matches.get('nor');
  if (!nand) throw new LibraryError(library, 'has neither NAND2 nor NOR2, whose load and slew delays are taken at');
  const pins = nand.cell.pins.filter(({ direction }) => direction === 'input');
  const load = FANOUT * Math.max(...pins.map(({ capacitance }) => Math.max(capacitance.rise, capacitance.fall)));
  let slew = 0;
  for (let k = 0; k < SLEW_STEPS; k++)
    slew = Math.max(
      ...pinFigures(nand, slew, load)
        .flat()
        .map((pin) => pin.slew),
    );
  return { slew, load };
}

/** Levels of NAND2 in each kind of cell, `xor` of them in an exclusive or. Optimizers take all gates apart. */
function gateLevels(xor: number): CellDelays {
  const plain = Object.fromEntries(CELL_KINDS.map((kind) => [kind, [[1, 1, 1, 1]]])) as Record<CellKind, number[][]>;
  const exclusive = [[xor, xor]];
  const late = (xor + 2) / 2;
  return {
    ...plain,
    not: [[0.5]],
    xor: exclusive,
    xnor: exclusive,
    mux: [[2, 2, 2]],
    halfAdder: [...exclusive, [1, 1]],
    fullAdder: [
      [2 * xor, 2 * xor, xor],
      [xor + 1, xor + 1, late],
    ],
  };
}

/**
 * Delays of every kind of cell from each input to each output, s. Each is the later of both edges at `point`. Throws
 * `LibraryError` where a kind cannot be made or a cell has no delay tables.
 */
export function libraryDelays(library: StandardCells, model: DelayModel, point: SlewAndLoad): CellDelays {
  if (typeof model === 'number') return gateLevels(model);
  const known = implementations(library);
  const delaysOf = (kind: LibraryFunction): readonly (readonly number[])[] => {
    const gates = model === 'gates' && (kind === 'fullAdder' || kind === 'halfAdder') ? ADDER_GATES[kind] : undefined;
    const way: Implementation | undefined = gates ? { kind: 'recipe', recipe: gates, cost: 0 } : known.get(kind);
    if (!way) throw new LibraryError(library, `has no cell for ${kind} and none that it can be made from`);
    switch (way.kind) {
      case 'cell': {
        const figures = pinFigures(way.match, point.slew, point.load);
        if (figures.flat().some(({ delay }) => !Number.isFinite(delay)))
          throw new LibraryError(library, `cell ${way.match.cell.name} has no delays from each input to each output`);
        return figures.map((pins) => pins.map(({ delay }) => delay));
      }
      case 'recipe':
        return recipeDelays(way.recipe, delaysOf);
    }
  };
  return Object.fromEntries(CELL_KINDS.map((kind) => [kind, delaysOf(kind)])) as Record<
    CellKind,
    readonly (readonly number[])[]
  >;
}

/** Longest way from each input to each output through the steps. */
function recipeDelays(
  { inputs, steps, outputs }: Recipe,
  delaysOf: (kind: LibraryFunction) => readonly (readonly number[])[],
): number[][] {
  return outputs.map((output) =>
    Array.from({ length: inputs }, (_, input) => {
      const times = Array.from({ length: inputs }, (__, k) => (k === input ? 0 : Number.NEGATIVE_INFINITY));
      for (const step of steps) {
        const [delays = []] = delaysOf(step.kind);
        times.push(Math.max(...step.inputs.map((wire, pin) => nth(times, wire) + nth(delays, pin))));
      }
      return Math.max(0, nth(times, output));
    }),
  );
}

/** Delay and slew from each input to each output of a cell: [output][input]. */
function pinFigures({ cell, inputs, outputs }: Match, slew: number, load: number) {
  return outputs.map((output) => {
    const arcs = cell.pins.find(({ name }) => name === output)?.arcs ?? [];
    return inputs.map((input) => {
      const tables = arcs.filter(({ from }) => from === input).map((arc) => arc.tables);
      const latest = (
        ...names: readonly ('cell_rise' | 'cell_fall' | 'rise_transition' | 'fall_transition')[]
      ): number =>
        Math.max(
          ...tables
            .flatMap((entry) => names.flatMap((name) => entry[name] ?? []))
            .map((table) => lookUp(table, slew, load)),
        );
      return { delay: latest('cell_rise', 'cell_fall'), slew: latest('rise_transition', 'fall_transition') };
    });
  });
}
