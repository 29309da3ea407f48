/** Surroundings of the neuron's transistors: card, supplies, inputs and the reference of the tails. */

import { ZERO_CELSIUS } from '../../numeric/index.ts';
import { cardStatements } from '../device/card.ts';
import type { Design } from '../neuron/design.ts';
import { MIRROR_LENGTH } from '../neuron/resting-point.ts';
import type { Circuit, Element } from '../spice/circuit.ts';
import { source, voltageCopy } from '../spice/elements.ts';
import { device } from './transistor-device.ts';

/** Statements of card and temperature. */
export const conditions = (design: Design): Circuit =>
  cardStatements(Math.round((design.conditionsN.temperature - ZERO_CELSIUS) * 1e6) / 1e6);

/** Supply `vdd` and common mode `cm` of the inputs. */
export const supplies = (design: Pick<Design, 'supply' | 'commonMode'>): readonly Element[] => [
  source('vdd', 'vdd', '0', { dc: design.supply }),
  source('vcm', 'cm', '0', { dc: design.commonMode }),
];

/**
 * Halves of the voltage at the node `input` on either side of the common mode. Their sources are `expTAG` and `exnTAG`.
 */
export const balanced = (p: string, n: string, input = 'in', tag = ''): readonly Element[] => [
  voltageCopy(`exp${tag}`, [p, 'cm'], [input, '0'], 0.5),
  voltageCopy(`exn${tag}`, [n, 'cm'], [input, '0'], -0.5),
];

/** Small-signal source at the differential input. */
export const SMALL_SIGNAL: Element = source('vin', 'in', '0', { dc: 0, ac: 1 });

/** Reference of the mirror: a diode at the unit current, whose gate voltage a buffer hands to the tails. */
export function mirror(design: Design): readonly Element[] {
  if (design.tails === 'ideal') return [];
  return [
    source('iref', 'vdd', 'ref', { dc: design.unitCurrent }),
    device(design, {
      ...{ role: 'mirror', name: 'ref', kind: 'n', drain: 'ref', gate: 'ref', source: '0' },
      ...{ count: 1, length: MIRROR_LENGTH * 1e-9 },
    }),
    voltageCopy('ebias', ['bias', '0'], ['ref', '0'], 1),
  ];
}
