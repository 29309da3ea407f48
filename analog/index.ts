/** Mixed-signal neurons: closed form, Verilog-A, SPICE circuits and their analyses. */

export { analyse, transfer } from './analysis/analyse.ts';
export { closedForm } from './analysis/closed-form.ts';
export type { Corner } from './analysis/corners.ts';
export { type Alternative, type LargeSignal, largeSignal } from './analysis/large-signal.ts';
export { CIRCUIT_NAMES, largeSignalMeasurements } from './analysis/large-signal-measurements.ts';
export { transistorDeck } from './analysis/transistor-deck.ts';
export { NO_BEHAVIOUR } from './behaviour/behaviour.ts';
export { vaBenches } from './behaviour/bench.ts';
export { macro } from './behaviour/macro.ts';
export { veriloga } from './behaviour/verilog-a.ts';
export { CELL_SIZE, cellCircuit } from './cell/cells.ts';
export { CELL_CONDITIONS, type CharacterizedCell, characterizeCell } from './cell/characterize.ts';
export { type Calibration, type FitError, fitDevices } from './device/calibration.ts';
export { CARD, UNIT_SIZE } from './device/card.ts';
export { executionMeasurements, noiseMeasurements } from './executions/execution-measurements.ts';
export { deviation, EXECUTIONS, type FourWays, fourWays, type VerilogAReader } from './executions/four-ways.ts';
export {
  type Candidate,
  type DesignSearch,
  type DesignTargets,
  type LimitedTarget,
  MARGIN,
  quantityOf,
  searchDesign,
} from './exploration/design-search.ts';
export { designSpace, type SpaceCurve } from './exploration/design-space.ts';
export { sizingMeasurements } from './exploration/sizing-measurements.ts';
export { biasSweep, isUsable, noisePole, type SizingResult, studySizing } from './exploration/sizing-study.ts';
export { studiedSizings } from './exploration/studied-sizings.ts';
export type { AnalogFigures, SourceNoise } from './neuron/figures.ts';
export { analogMeasurements, BIAS_CURRENTS } from './neuron/measurements.ts';
export { staticWeightError } from './neuron/static-error.ts';
export type { ChargeInjection } from './transient/charge-injection.ts';
export type { Sequence } from './transient/sequence.ts';
export type { Settling } from './transient/settling.ts';
export { type Transients, transientMeasurements, transients } from './transient/transient.ts';
export { effectiveBits } from './variability/effective-bits.ts';
export { variabilityMeasurements } from './variability/mismatch-measurements.ts';
export { studyVariability, type Variability } from './variability/mismatch-study.ts';
export { type MismatchFigures, quantile } from './variability/monte-carlo-figures.ts';
export { readWithAdms } from './verilog-a/adms.ts';
export { readVerilogA } from './verilog-a/lint.ts';
