/** Variability of one neuron: chips that differ by mismatch, corners of its conditions, effective bits. */

import type { AnalogNeuron } from '../../gen/index.ts';
import type { Tool } from '../../tools/tool.ts';
import { type Corner, simulateCorners } from '../analysis/corners.ts';
import { designOf } from '../neuron/sizing.ts';
import { outputErrors } from './effective-bits.ts';
import type { Draw } from './monte-carlo.ts';
import { type MismatchFigures, mismatchFigures } from './monte-carlo-figures.ts';
import { modelledChips } from './monte-carlo-formula.ts';
import { simulatedChips } from './monte-carlo-transistors.ts';
import type { OutputErrors } from './output-errors.ts';

/** Variability of a neuron as plain data that survives JSON. */
export interface Variability {
  readonly seed: number;
  /**
   * Figures of simulated chips. Null where the neuron is no amplifier without mismatch: the first corner's flags say
   * why.
   */
  readonly simulated: MismatchFigures | null;
  /** Figures of the same chips by the closed form; null where it does not hold. */
  readonly modelled: MismatchFigures | null;
  /** Corners, the spec's own conditions first. */
  readonly corners: readonly Corner[];
  /** Errors at the output; null where the neuron has no noise at its unit current. */
  readonly errors: OutputErrors | null;
}

/** Errors at the output over simulated chips; null where the neuron has no noise figure. */
export async function simulatedErrors(neuron: AnalogNeuron, draw: Draw, ngspice: Tool): Promise<OutputErrors | null> {
  const chips = mismatchFigures(designOf(neuron), neuron.fullScale, await simulatedChips(neuron, draw, ngspice));
  return outputErrors(neuron, chips, ngspice);
}

/**
 * Variability of a neuron by `samples` chips (at least 2) of `seed` and 45 corners. An 8-bit neuron of ideal tails and
 * switches takes about 10 ms of ngspice a chip, with mirrored tails and real switches five times as long.
 */
export async function studyVariability(
  neuron: AnalogNeuron,
  draw: { readonly seed: number; readonly samples: number },
  ngspice: Tool,
): Promise<Variability> {
  const design = designOf(neuron);
  const corners = await simulateCorners(neuron, ngspice);
  if (corners[0]?.figures.power === null)
    return { seed: draw.seed, simulated: null, modelled: null, corners, errors: null };
  const simulated = mismatchFigures(design, neuron.fullScale, await simulatedChips(neuron, draw, ngspice));
  const modelled = modelledChips(neuron, draw);
  return {
    seed: draw.seed,
    simulated,
    modelled: modelled ? mismatchFigures(design, neuron.fullScale, modelled) : null,
    corners,
    errors: await outputErrors(neuron, simulated, ngspice),
  };
}
