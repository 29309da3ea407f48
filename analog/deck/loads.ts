/** Loads of the neuron's outputs: diode-connected transistors and capacitance. */

import type { Design } from '../neuron/design.ts';
import type { Element } from '../spice/circuit.ts';
import { capacitor } from '../spice/elements.ts';
import { type Deviations, device } from './transistor-device.ts';

/** Diode-connected loads of both outputs. */
export function diodeLoads(design: Design, deviations?: Deviations): readonly Element[] {
  const common = { role: 'load', kind: 'p', source: 'vdd', count: design.loads, deviations } as const;
  return [
    device(design, { ...common, name: 'lp', drain: 'outp', gate: 'outp' }),
    device(design, { ...common, name: 'ln', drain: 'outn', gate: 'outn' }),
    ...loadCapacitance(design, 'outp'),
    ...loadCapacitance(design, 'outn'),
  ];
}

/** Capacitance that an output drives, if any. */
export const loadCapacitance = (design: Design, node: string): readonly Element[] =>
  design.loadCapacitance > 0 ? [capacitor(`c${node}`, node, '0', design.loadCapacitance)] : [];
