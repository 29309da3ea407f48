export { analyse, transfer } from './analyse.ts';
export { NO_BEHAVIOUR } from './behaviour.ts';
export { CARD } from './card.ts';
export { CELL_SIZE, cellCircuit } from './cells.ts';
export { CELL_CONDITIONS, type CharacterizedCell, characterizeCell } from './characterize.ts';
export type { ChargeInjection } from './charge-injection.ts';
export { closedForm } from './closed-form.ts';
export { type Corner, cornerName } from './corners.ts';
export {
  type Candidate,
  type DesignSearch,
  type DesignTargets,
  type LimitedTarget,
  MARGIN,
  quantityOf,
  searchDesign,
} from './design-search.ts';
export { designSpace, type SpaceCurve } from './design-space.ts';
export { UNIT_SIZE } from './device-bias.ts';
export { type Calibration, type FitError, fitDevices } from './device-calibration.ts';
export { effectiveBits } from './effective-bits.ts';
export { executionMeasurements, noiseMeasurements } from './execution-measurements.ts';
export type { AnalogFigures, SourceNoise } from './figures.ts';
export { deviation, EXECUTIONS, type FourWays, fourWays, type VerilogAReader } from './four-ways.ts';
export { type Alternative, type LargeSignal, largeSignal } from './large-signal.ts';
export { largeSignalMeasurements } from './large-signal-measurements.ts';
export { leastSquares } from './least-squares.ts';
export { macro } from './macro.ts';
export { analogMeasurements, BIAS_CURRENTS } from './measurements.ts';
export { variabilityMeasurements } from './mismatch-measurements.ts';
export { studyVariability, type Variability } from './mismatch-study.ts';
export { type MismatchFigures, quantile } from './monte-carlo-figures.ts';
export type { Sequence } from './sequence.ts';
export type { Settling } from './settling.ts';
export { sizingMeasurements } from './sizing-measurements.ts';
export { biasSweep, isUsable, noisePole, type SizingResult, studySizing } from './sizing-study.ts';
export { staticWeightError } from './static-error.ts';
export { studiedSizings } from './studied-sizings.ts';
export { type Transients, transientMeasurements, transients } from './transient.ts';
export { transistorDeck } from './transistor-deck.ts';
export { readWithAdms } from './va-adms.ts';
export { vaBenches } from './va-bench.ts';
export { readVerilogA } from './va-lint.ts';
export { veriloga } from './verilog-a.ts';
