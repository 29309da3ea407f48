/** The flip-flop that a circuit's registers are made of. */

import { isLess, type StandardCells } from './library.ts';
import { LibraryError } from './library-error.ts';
import type { RegisterMatch } from './registers.ts';

/**
 * Flip-flop of the least cost for so many registers. An inverter for each counts where it inverts, and one for all where
 * it takes the falling edge. Throws `LibraryError` with the reason of every flip-flop that does not do.
 */
export function chooseRegister(library: StandardCells, count: number, name: string): RegisterMatch {
  const inverter = library.matches.get('not')?.cell;
  const total = ({ cell, inverts, falls }: RegisterMatch): readonly number[] => {
    const inverters = (inverts ? count : 0) + (falls ? 1 : 0);
    const one = inverter ? library.cost(inverter) : [];
    return library.cost(cell).map((cost, k) => count * cost + (inverters > 0 ? inverters * (one[k] ?? 0) : 0));
  };
  const [first, ...others] = library.registers;
  if (!first) throw new LibraryError(library, refusal(library, name));
  return others.reduce((best, next) => (isLess(total(next), total(best)) ? next : best), first);
}

function refusal({ refused }: StandardCells, name: string): string {
  const listed = refused.map(({ cell, reason }) => `\n  ${cell}: ${reason}`).join('');
  return `has no flip-flop for the registers of ${name}${refused.length > 0 ? `; those that it has:${listed}` : ''}`;
}
