/** Cells that the user does not want, by patterns of their names. */

import type { LibertyLibrary } from '../liberty/liberty.ts';
import { LibertyError } from '../liberty/liberty-error.ts';

/**
 * Library whose cells are not to be used where their names fit one of `patterns`. In a pattern `*` stands for any
 * characters, `?` for one, `[ab]` for one of these. Throws `LibertyError` about a pattern that fits no cell.
 */
export function barCells(liberty: LibertyLibrary, patterns: readonly string[]): LibertyLibrary {
  const tests = patterns.map((pattern) => ({ pattern, fits: matcher(pattern) }));
  for (const { pattern, fits } of tests)
    if (!liberty.cells.some(({ name }) => fits(name)))
      throw new LibertyError(liberty.file, `--dont-use ${pattern}`, 'no cell has such a name');
  return {
    ...liberty,
    cells: liberty.cells.map((cell) => {
      const barred = tests.find(({ fits }) => fits(cell.name));
      return barred ? { ...cell, dontUse: `--dont-use ${barred.pattern}` } : cell;
    }),
  };
}

function matcher(pattern: string): (name: string) => boolean {
  const source = pattern.replaceAll(/\[[^\]]+\]|[\s\S]/g, (piece) => {
    if (piece === '*') return '.*';
    if (piece === '?') return '.';
    if (piece.length > 1) return `[${piece.slice(1, -1).replaceAll(/[\\^]/g, '\\$&')}]`;
    return piece.replace(/[\\^$.|+()[\]{}]/, '\\$&');
  });
  const whole = new RegExp(`^${source}$`, 's');
  return (name) => whole.test(name);
}
