/** Transistors per cell from the file of `--cells`. */

import { readFile } from 'node:fs/promises';
import { CellTableError, parseCellTable, type TransistorTable } from '../../synth/index.ts';
import { InputError } from '../session/input-error.ts';

/** Checked table in `file`. Throws `InputError`. */
export async function loadCells(file: string): Promise<TransistorTable> {
  try {
    return parseCellTable(await readFile(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof CellTableError) throw new InputError(error.message);
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new InputError(`${file}: no such file`);
    if (code === 'EISDIR') throw new InputError(`${file}: is a folder, not a table of cells`);
    if (code === 'EACCES') throw new InputError(`${file}: permission denied`);
    throw error;
  }
}
