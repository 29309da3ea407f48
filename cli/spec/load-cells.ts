/** Transistors per cell from the file of `--cells`. */

import { CellTableError, parseCellTable, type TransistorTable } from '../../synth/index.ts';
import { InputError } from '../session/input-error.ts';
import { MOST_TEXT, readNamed } from '../session/input-file.ts';

/** Checked table in `file`. Throws `InputError`. */
export async function loadCells(file: string): Promise<TransistorTable> {
  const bytes = await readNamed(file, { what: 'a table of cells', most: MOST_TEXT });
  try {
    return parseCellTable(bytes.toString('utf8'), file);
  } catch (error) {
    if (error instanceof CellTableError) throw new InputError(error.message);
    throw error;
  }
}
