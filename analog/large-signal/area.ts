/** Chip area of transistors: an assumption, since none is laid out here. */

import { UNIT_SIZE } from '../device/card.ts';
import type { Design } from '../neuron/design.ts';

/** Distances between transistors of a layout. */
export const LAYOUT = {
  /** Distance from one contacted gate to the next, less the gate, m. */
  contact: 0.135e-6,
  /** Distance between one transistor's width and the next, m. */
  spacing: 0.2e-6,
  source: 'transistors in rows with contacts on both sides: gate length + 0.135 um by width + 0.2 um',
} as const;

/**
 * Area of pairs and loads of the small-signal neuron, and of its pairs alone, m^2. Tails, switches and wires are left
 * out.
 */
export function transistorArea(design: Design): { readonly smallSignal: number; readonly pairs: number } {
  const { contact, spacing } = LAYOUT;
  const one = (width: number, length: number): number => (length + contact) * (width + spacing);
  const devices = design.devices.reduce((sum, count) => sum + count, 0);
  const pairs = 2 * design.synapses * devices * one(UNIT_SIZE.widthN, design.length);
  return { pairs, smallSignal: pairs + 2 * design.loads * one(UNIT_SIZE.widthP, UNIT_SIZE.length) };
}
