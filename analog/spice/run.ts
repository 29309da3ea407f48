/** Analyses of a circuit, with as many results as there are runs. */

import type { Tool } from '../../tools/tool.ts';
import type { Circuit } from './circuit.ts';
import { printCircuit } from './print.ts';
import { simulate, type WantedAnalysis, type Waves } from './spice.ts';

/** Waves of each of `runs` of `circuit`, in one deck. */
export async function runAll<const R extends readonly WantedAnalysis[]>(
  ngspice: Tool,
  circuit: Circuit,
  runs: R,
): Promise<{ readonly [K in keyof R]: Waves }> {
  const waves = await simulate(ngspice, { circuit: printCircuit(circuit), runs });
  if (waves.length !== runs.length) throw new RangeError(`${waves.length} results of ${runs.length} runs`);
  return waves as { readonly [K in keyof R]: Waves };
}

/** Waves of a single run of `circuit`. */
export async function runOne(ngspice: Tool, circuit: Circuit, run: WantedAnalysis): Promise<Waves> {
  const [waves] = await runAll(ngspice, circuit, [run]);
  return waves;
}
