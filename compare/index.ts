/** Comparison of digital and mixed-signal neurons as data, with the claims of the paper. */

export {
  type ClaimsTogether,
  holdsTogether,
  type SpaceCount,
  STATED_PRODUCT,
  type Standing,
  TOGETHER,
} from './claims-together.ts';
export { type Compared, type Comparison, compareFigures } from './comparison.ts';
export { evaluationFigures, widthDifferenceFigures } from './evaluation-figures.ts';
export {
  type BiasCurve,
  type BiasPoint,
  type ClosedFormFigures,
  type DigitalFigures,
  type ErrorPoint,
  type EvaluationFigures,
  type MultiplierVariant,
  type NeuronError,
  type RiseFigures,
  type UsablePoint,
  usablePoints,
  type WidthDifferenceFigures,
} from './figures.ts';
export type { NetworkComparison } from './network-comparison.ts';
export type { CostName, NetworkCost } from './network-costs.ts';
export { sigmaText, standsText } from './noise-tolerance.ts';
export { pairMeasurements } from './pair-measurements.ts';
export {
  besidePaper,
  claimQuantity,
  PAPER_CLAIMS,
  type PaperClaim,
  paperClaim,
  type Relation,
  statedNumber,
} from './paper-claims.ts';
export type {
  PairPeriphery,
  Part,
  PeripheryPoint,
} from './periphery.ts';
export { analogPower, type Bias, digitalPower, type PairCurve, type PairPoint, pairCurves } from './power.ts';
export { ratioAt, ratioFromStatedAt, type SizingCurve, TABLE_FREQUENCIES } from './sizing-curves.ts';
export type { SizingComparison, SizingFindings } from './sizings.ts';
export type { ShiftedNeurons, ShiftedPair } from './threshold-sensitivity.ts';
export {} from './weight-memory.ts';
