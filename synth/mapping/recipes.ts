/** Recipes: cells that a library does not have, made from its others. */

import { CELL_KINDS, type CellKind } from '../../gen/index.ts';
import type { LibraryFunction, Match, StandardCells } from './library.ts';

/** A cell of a recipe. Its inputs are numbered: those of the recipe first, then the outputs of the steps before. */
export interface RecipeStep {
  readonly kind: LibraryFunction;
  readonly inputs: readonly number[];
}

export interface Recipe {
  readonly inputs: number;
  readonly steps: readonly RecipeStep[];
  /** Outputs of the recipe, numbered likewise. */
  readonly outputs: readonly number[];
}

/** Implementation of a kind of cell as one library cell or as several. */
export type Implementation =
  | { readonly kind: 'cell'; readonly match: Match; readonly cost: number }
  | { readonly kind: 'recipe'; readonly recipe: Recipe; readonly cost: number };

const step = (kind: LibraryFunction, ...inputs: readonly number[]): RecipeStep => ({ kind, inputs });
/** Recipe of steps whose last output is the result. */
const chain = (inputs: number, ...steps: readonly RecipeStep[]): Recipe => ({
  inputs,
  steps,
  outputs: [inputs + steps.length - 1],
});

const RECIPES: Readonly<Record<CellKind, readonly Recipe[]>> = {
  not: [chain(1, step('nand', 0, 0)), chain(1, step('nor', 0, 0))],
  and: [chain(2, step('nand', 0, 1), step('not', 2)), chain(2, step('not', 0), step('not', 1), step('nor', 2, 3))],
  or: [chain(2, step('nor', 0, 1), step('not', 2)), chain(2, step('not', 0), step('not', 1), step('nand', 2, 3))],
  nand: [
    chain(2, step('and', 0, 1), step('not', 2)),
    chain(2, step('or', 0, 1), step('not', 0), step('not', 1), step('or', 3, 4)),
  ],
  nor: [chain(2, step('or', 0, 1), step('not', 2)), chain(2, step('not', 0), step('not', 1), step('and', 2, 3))],
  xor: [
    chain(2, step('xnor', 0, 1), step('not', 2)),
    chain(2, step('nor', 0, 1), step('aoi21', 0, 1, 2)),
    chain(2, step('nand', 0, 1), step('nand', 0, 2), step('nand', 1, 2), step('nand', 3, 4)),
  ],
  xnor: [
    chain(2, step('xor', 0, 1), step('not', 2)),
    chain(2, step('nand', 0, 1), step('oai21', 0, 1, 2)),
    chain(2, step('nor', 0, 1), step('nor', 0, 2), step('nor', 1, 2), step('nor', 3, 4)),
  ],
  nand3: [chain(3, step('and', 0, 1), step('nand', 3, 2))],
  nor3: [chain(3, step('or', 0, 1), step('nor', 3, 2))],
  oai21: [chain(3, step('or', 0, 1), step('nand', 3, 2))],
  aoi21: [chain(3, step('and', 0, 1), step('nor', 3, 2))],
  oai22: [chain(4, step('or', 0, 1), step('or', 2, 3), step('nand', 4, 5))],
  aoi22: [chain(4, step('and', 0, 1), step('and', 2, 3), step('nor', 4, 5))],
  mux: [
    chain(3, step('invertedMux', 0, 1, 2), step('not', 3)),
    chain(3, step('not', 2), step('nand', 0, 3), step('nand', 1, 2), step('nand', 4, 5)),
  ],
  halfAdder: [{ inputs: 2, steps: [step('xor', 0, 1), step('and', 0, 1)], outputs: [2, 3] }],
  fullAdder: [
    {
      inputs: 3,
      steps: [step('xor', 0, 1), step('xor', 3, 2), step('nand', 0, 1), step('nand', 3, 2), step('nand', 5, 6)],
      outputs: [4, 7],
    },
  ],
};

/**
 * Implementations of every kind of cell in `library`. Each is its own cell where there is one, else the recipe with the
 * fewest transistors (or the least area where those are not known). Kinds that cannot be made are missing.
 */
export function implementations(library: StandardCells): ReadonlyMap<LibraryFunction, Implementation> {
  const known = new Map<LibraryFunction, Implementation>();
  for (const [kind, match] of library.matches) known.set(kind, { kind: 'cell', match, cost: costOf(library, match) });
  for (let changed = true; changed; ) {
    changed = false;
    for (const kind of CELL_KINDS) {
      const best = known.get(kind);
      if (best?.kind === 'cell') continue;
      for (const recipe of RECIPES[kind]) {
        const cost = recipe.steps.reduce((sum, entry) => sum + (known.get(entry.kind)?.cost ?? Number.NaN), 0);
        if (cost < (known.get(kind)?.cost ?? Number.POSITIVE_INFINITY)) {
          known.set(kind, { kind: 'recipe', recipe, cost });
          changed = true;
        }
      }
    }
  }
  return known;
}

const costOf = (library: StandardCells, { cell }: Match): number => library.transistors(cell.name) ?? cell.area;
