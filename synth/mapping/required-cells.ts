/** Cells that a circuit needs of a library, sought before anything is mapped. */

import type { Netlist } from '../../gen/index.ts';
import { chooseRegister } from './chosen-register.ts';
import type { StandardCells } from './library.ts';
import { libraryDelays, operatingPoint } from './library-delays.ts';
import { surroundings } from './surroundings.ts';

/** Requirement that `library` has what `netlist` is made of. Throws `LibraryError` about what is missing. */
export function requireCells({ name, registers }: Netlist, library: StandardCells): void {
  surroundings(library, undefined);
  libraryDelays(library, 'cells', operatingPoint(library));
  if (registers.length > 0) chooseRegister(library, registers.length, name);
}
