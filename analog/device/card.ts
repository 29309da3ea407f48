/**
 * Transistor models: the 65 nm predictive technology model (PTM) of Arizona State University, BSIM4. The card comes
 * with eecircuit-engine and is included by name from there; its text is not part of this project.
 */

import type { Circuit } from '../spice/circuit.ts';

/** Card of the transistor models, with the simulator and the package that bring it. */
export const CARD = {
  /** File with the models `PTM65N` and `PTM65P`. */
  file: 'modelcard.ptm',
  name: 'PTM 65 nm (BSIM4, Arizona State University)',
  /** Name and version as the raw files state them. */
  simulator: 'ngspice 45.2',
  package: 'eecircuit-engine 1.8.0',
  /** SHA-256 of that package's `dist/eecircuit-engine.mjs`, which holds engine and card. */
  sha256: 'a4a4776888e6fbbd1c1be755adba8bc48c0921a26649e86c7539c40433cfe66e',
  /** Temperature of the model parameters, and of simulations not told another, degrees Celsius. */
  temperature: 27,
} as const;

/** Model and bulk of a transistor by its channel. The sign is that of what is added to its threshold. */
export const CHANNELS = {
  n: { model: 'PTM65N', bulk: '0', sign: 1 },
  p: { model: 'PTM65P', bulk: 'vdd', sign: -1 },
} as const;

/**
 * First statements of every circuit on the card. Ngspice's own smallest conductance (1e-12 S) and current tolerance (1
 * pA) are as large as what flows here.
 */
export const cardStatements = (celsius: number = CARD.temperature): Circuit => [
  { kind: 'include', file: CARD.file },
  { kind: 'options', values: { temp: celsius, tnom: CARD.temperature, ...TOLERANCES } },
];

/** Smallest conductance (S), and tolerances of a solution (A, V and 1). */
export const TOLERANCES = { gmin: '1e-15', abstol: '1e-16', vntol: '1e-9', reltol: '1e-5' } as const;

/** Channel widths and length of the unit transistors, m. */
export const UNIT_SIZE = { widthN: 100e-9, widthP: 200e-9, length: 65e-9 } as const;
