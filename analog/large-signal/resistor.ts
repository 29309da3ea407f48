/**
 * Resistors of the large-signal neuron: an assumption on their material. High-resistance polysilicon of 2 kohm a square
 * and 0.35 um least width is what the open SKY130 process offers (SkyWater PDK, device details, P- poly precision
 * resistors); a 65 nm logic process has a few hundred ohm a square, and so larger resistors.
 */

import { VACUUM_PERMITTIVITY } from '../../numeric/index.ts';

/** Dimensions and material of the resistors. */
export const RESISTOR = {
  /** Sheet resistance, ohm a square. */
  sheetResistance: 2000,
  /** Width, m. */
  width: 0.35e-6,
  /** Distance between the resistor and what is below it, m: silicon dioxide, as deep as trenches are. */
  oxide: 0.35e-6,
  source:
    'P- polysilicon of the open SKY130 process: 2 kohm a square, 0.35 um wide, over 0.35 um of oxide; the body alone',
} as const;

/** Permittivity of silicon dioxide, F/m. */
const OXIDE = 3.9 * VACUUM_PERMITTIVITY;

/** Area of the body of a resistor of `resistance` ohm, m^2. Without heads and spacing it is the least possible. */
export function resistorArea(resistance: number): number {
  return (resistance / RESISTOR.sheetResistance) * RESISTOR.width ** 2;
}

/** Capacitance of its body to what is below it, as of plates without fringes, F. */
export function resistorCapacitance(resistance: number): number {
  return (OXIDE / RESISTOR.oxide) * resistorArea(resistance);
}
