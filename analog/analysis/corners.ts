/**
 * Corners of a neuron's conditions in ngspice: supply, temperature and process. The neuron stays the design of its
 * nominal conditions: unit current, loads and common mode of the inputs do not follow.
 */

import type { AnalogNeuron } from '../../gen/index.ts';
import type { Tool } from '../../tools/tool.ts';
import type { Design } from '../neuron/design.ts';
import type { AnalogFigures } from '../neuron/figures.ts';
import { designOf } from '../neuron/sizing.ts';
import { analyseDesign } from './analyse.ts';

/** Conditions of a corner. */
export interface CornerConditions {
  /** V */
  readonly supply: number;
  /** K */
  readonly temperature: number;
  readonly process: AnalogNeuron['corner'];
}

/** Corner of a neuron with its figures. */
export interface Corner extends CornerConditions {
  /** Figures of the transistors; flagged, and some missing, where the neuron does not work. */
  readonly figures: AnalogFigures;
}

/** Supplies, parts of the nominal one. */
const SUPPLIES = [0.9, 1, 1.1] as const;
/** Temperatures, K: -40, 27 and 125 C. */
const TEMPERATURES = [233.15, 300.15, 398.15] as const;
const PROCESSES = ['typical', 'slow', 'fast', 'slow-n-fast-p', 'fast-n-slow-p'] as const;

/** Every combination of supply, temperature and process, the spec's own first. */
export function cornersOf(neuron: AnalogNeuron): readonly CornerConditions[] {
  const { temperature, corner } = neuron;
  const own = { supply: neuron.supply, temperature, process: corner };
  const all = SUPPLIES.flatMap((part) =>
    TEMPERATURES.flatMap((at) =>
      PROCESSES.map((process) => ({ supply: Number((neuron.supply * part).toPrecision(6)), temperature: at, process })),
    ),
  );
  const same = (a: CornerConditions): boolean =>
    a.supply === own.supply && a.temperature === own.temperature && a.process === own.process;
  return [own, ...all.filter((corner) => !same(corner))];
}

/** The design of `neuron` under other conditions. */
export function designAt(neuron: AnalogNeuron, { supply, temperature, process }: CornerConditions): Design {
  const { commonMode, loads } = designOf(neuron);
  return designOf({ ...neuron, supply, temperature, corner: process, commonMode, loads });
}

/** Figures at every corner of `cornersOf`, two decks each. */
export function simulateCorners(neuron: AnalogNeuron, ngspice: Tool): Promise<readonly Corner[]> {
  return Promise.all(
    cornersOf(neuron).map(async (corner) => ({
      ...corner,
      figures: await analyseDesign(designAt(neuron, corner), ngspice),
    })),
  );
}
