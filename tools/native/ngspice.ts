/**
 * ngspice as an installed program. It is the same tool as the embedded engine, with the card that the engine's package
 * holds.
 */

import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type { RunOptions } from '../run-options.ts';
import type { Ngspice } from '../wasm/ngspice.ts';
import { modelCard } from './model-card.ts';
import { nativeTool } from './process.ts';
import { PROGRAMS, requirePrograms } from './program.ts';

/** Longest time for one deck, s. */
const TIME_LIMIT = 120;

/** Options of an installed ngspice: signal and log of its runs, and how many run at once. */
export interface NativeNgspiceOptions extends RunOptions {
  readonly jobs?: number;
}

/**
 * Tool of the installed program with the arguments `-b NAME`. The file `card`, which decks include, is put beside every
 * deck. Throws `MissingToolError` where it is not installed.
 */
export function createNativeNgspice(
  card: string,
  { jobs = availableParallelism(), ...options }: NativeNgspiceOptions = {},
): Ngspice {
  requirePrograms(PROGRAMS.ngspice);
  const text = modelCard(card);
  const program = nativeTool(PROGRAMS.ngspice, { timeLimit: TIME_LIMIT, ...options });
  const limit = pLimit(jobs);
  const tool = (args: readonly string[], files: Parameters<typeof program>[1]) => {
    // In batch mode it ends well only when told to.
    const told = Object.entries(files).map(([name, content]) => [
      name,
      typeof content === 'string' ? content.replace('\n.endc', '\nquit 0\n.endc') : content,
    ]);
    return limit(() => program(args, { ...Object.fromEntries(told), [card]: text }));
  };
  return Object.assign(tool, { close: async () => undefined });
}
