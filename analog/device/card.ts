/**
 * The transistor models: the 65 nm predictive technology model (PTM) of Arizona State University, BSIM4, as it comes
 * with eecircuit-engine. The card is included by name from there; its text is not part of this project.
 */

export const CARD = {
  /** Models `PTM65N` and `PTM65P`. */
  file: 'modelcard.ptm',
  name: 'PTM 65 nm (BSIM4, Arizona State University)',
  /** As its raw files state it. */
  simulator: 'ngspice 45.2',
  package: 'eecircuit-engine 1.8.0',
  /** SHA-256 of that package's `dist/eecircuit-engine.mjs`, which holds engine and card. */
  sha256: 'a4a4776888e6fbbd1c1be755adba8bc48c0921a26649e86c7539c40433cfe66e',
  /** Temperature of the model parameters, and of simulations that are not told another, degrees Celsius. */
  temperature: 27,
} as const;

/**
 * First lines of every deck on the card. Ngspice's own smallest conductance (1e-12 S) and current tolerance (1 pA) are
 * as large as what flows here.
 */
export const cardLines = (celsius: number = CARD.temperature): readonly string[] => [
  `.include ${CARD.file}`,
  `.options temp=${celsius} tnom=${CARD.temperature} gmin=1e-15 abstol=1e-16 vntol=1e-9 reltol=1e-5`,
];

/** The same at the card's own temperature. */
export const CARD_LINES: readonly string[] = cardLines();

/** Unit transistors of the mixed-signal neuron, m. */
export const UNIT_SIZE = { widthN: 100e-9, widthP: 200e-9, length: 65e-9 } as const;
