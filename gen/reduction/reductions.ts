/** Compressor trees by name, and the matrices of bits that they reduce. */

import type { MULTIPLIERS } from '../spec/constructions.ts';
import { carrySaveArray } from './carry-save-array.ts';
import { dadda } from './dadda.ts';
import type { Reduce } from './dots.ts';
import { reducedArea } from './reduced-area.ts';
import { timingDriven } from './timing-driven.ts';
import { wallace } from './wallace.ts';
import { wallaceColumn } from './wallace-column.ts';

export const REDUCTIONS: Readonly<Record<(typeof MULTIPLIERS)[number], Reduce>> = {
  wallace,
  'wallace-column': wallaceColumn,
  dadda,
  'reduced-area': reducedArea,
  array: carrySaveArray,
  'timing-driven': timingDriven,
};
