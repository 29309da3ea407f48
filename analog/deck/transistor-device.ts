/** Single transistors of the neuron as elements, with their deviations. */

import { CHANNELS, UNIT_SIZE } from '../device/card.ts';
import type { Design } from '../neuron/design.ts';
import type { Role, Transistor } from '../spice/circuit.ts';

/** Difference of a transistor from its model. */
export interface Deviation {
  /** Shift added to the size of its threshold, V. */
  readonly threshold: number;
  /** Relative error of its current factor, 1. */
  readonly beta: number;
}
/** Deviation of the transistor `name`, of `area` m^2 of gate. */
export type Deviations = (name: string, area: number) => Deviation;

/** Transistor of a neuron before it becomes an element. */
export interface Device {
  readonly role: Role;
  /** Name without the letter in front. */
  readonly name: string;
  readonly kind: 'n' | 'p';
  readonly drain: string;
  readonly gate: string;
  readonly source: string;
  /** Unit transistors side by side. */
  readonly count: number;
  /** Channel length, m; default: the shortest. */
  readonly length?: number;
  readonly deviations?: Deviations | undefined;
}

/**
 * Transistor `mNAME`: `count` unit transistors as one instance. A positive shift raises the threshold of an N, and
 * lowers that of a P, which is below 0.
 */
export function device(
  design: Design,
  { role, name, kind, drain, gate, source, count, length = UNIT_SIZE.length, deviations }: Device,
): Transistor {
  const width = kind === 'n' ? UNIT_SIZE.widthN : UNIT_SIZE.widthP;
  const own = deviations?.(name, width * length * count) ?? { threshold: 0, beta: 0 };
  const conditions = kind === 'n' ? design.conditionsN : design.conditionsP;
  const shift = conditions.thresholdShift + own.threshold;
  const { model, bulk, sign } = CHANNELS[kind];
  return {
    kind: 'transistor',
    ...{ role, name: `m${name}`, model, drain, gate, source, bulk },
    ...{ width: width * (1 + own.beta), length, count },
    ...(shift === 0 ? {} : { thresholdShift: sign * shift }),
  };
}
