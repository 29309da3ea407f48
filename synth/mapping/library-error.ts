/** A library that lacks what a circuit needs. */

import { skippedLines } from '../liberty/liberty.ts';
import type { StandardCells } from './library.ts';

/** A library that lacks what a circuit needs. The message names file, circuit, function and the cells left out. */
export class LibraryError extends Error {
  constructor({ liberty }: StandardCells, problem: string) {
    super([`${liberty.file}: ${problem}`, ...skippedLines(liberty)].join('\n'));
    this.name = 'LibraryError';
  }
}
