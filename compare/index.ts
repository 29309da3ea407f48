/** Comparison of digital and mixed-signal neurons as data, with the claims of the paper. */

export {
  countSpace,
  holdsTogether,
  type SpaceCount,
  STATED_PRODUCT,
  type Standing,
  standingsAlone,
  standingsShared,
  TOGETHER,
} from './claims-together.ts';
export { evaluationFigures, widthDifferenceFigures } from './evaluation-figures.ts';
export {
  type AnalogFigures,
  type DigitalFigures,
  type ErrorPoint,
  type EvaluationFigures,
  type MultiplierVariant,
  type OperatingPoint,
  type RiseFigures,
  usablePoints,
  type WidthDifferenceFigures,
} from './figures.ts';
export { type NetworkCost, networkCosts, productsOf } from './network-costs.ts';
export { pairMeasurements } from './pair-measurements.ts';
export { claimQuantity, PAPER_CLAIMS, type PaperClaim, paperClaim } from './paper-claims.ts';
export { analogNeurons, PARTS, type Part, peripheryMeasurements, peripheryPower } from './periphery.ts';
export { analogPower, digitalPower, type PairCurve, pairCurves } from './power.ts';
export { ratioAt, ratioFromStatedAt, type SizingCurve, sizingCurves, TABLE_FREQUENCIES } from './sizing-curves.ts';
export { type ShiftedNeurons, type ShiftedPair, shiftedMeasurements, shiftedPairs } from './threshold-sensitivity.ts';
export { memoryMeasurements } from './weight-memory.ts';
