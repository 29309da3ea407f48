/** Mixed-signal neurons: closed form, Verilog-A, SPICE circuits and their analyses. */

export { analyse, type Transfer, transfer } from './analysis/analyse.ts';
export { closedForm } from './analysis/closed-form.ts';
export type { Corner, CornerConditions } from './analysis/corners.ts';
export {
  type Alternative,
  type AlternativeFigures,
  type AreaPoint,
  type LargeSignal,
  largeSignal,
} from './analysis/large-signal.ts';
export { CIRCUIT_NAMES, largeSignalMeasurements } from './analysis/large-signal-measurements.ts';
export { transistorCircuit, transistorDeck } from './analysis/transistor-deck.ts';
export { NO_BEHAVIOUR, type WeightForm } from './behaviour/behaviour.ts';
export { vaBenches } from './behaviour/bench.ts';
export { macro } from './behaviour/macro.ts';
export { veriloga } from './behaviour/verilog-a.ts';
export { CELL_SIZE, type CellCircuit, cellCircuit } from './cell/cells.ts';
export { CELL_CONDITIONS, type CharacterizedCell, characterizeCell } from './cell/characterize.ts';
export { FLIP_FLOP, type FlipFlopTiming, flipFlopTiming } from './cell/flip-flop.ts';
export { type Calibration, type FitError, fitDevices } from './device/calibration.ts';
export { CARD, UNIT_SIZE } from './device/card.ts';
export type { DeviceTable } from './device/parameters.ts';
export type { SwitchTable } from './device/switch-figures.ts';
export { executionMeasurements, noiseMeasurements } from './executions/execution-measurements.ts';
export {
  deviation,
  EXECUTIONS,
  type Execution,
  type FourWays,
  fourWays,
  type VerilogAReader,
} from './executions/four-ways.ts';
export { biasPoints, biasSweep, isUsable, noisePole, type UsableFigures } from './exploration/bias-sweep.ts';
export { type Candidate, type DesignTargets, MARGIN } from './exploration/candidate.ts';
export { type DesignSearch, type LimitedTarget, quantityOf, searchDesign } from './exploration/design-search.ts';
export { designSpace, type SpaceCurve, type SpacePoint } from './exploration/design-space.ts';
export { sizingMeasurements } from './exploration/sizing-measurements.ts';
export {
  type BiasErrors,
  type BiasFloor,
  type SharedOutput,
  type SizingResult,
  studySizing,
} from './exploration/sizing-study.ts';
export { type StudiedSizing, studiedSizings } from './exploration/studied-sizings.ts';
export type { Design } from './neuron/design.ts';
export type { AnalogFigures, ExecutionFigures, OperatingPoint, SourceNoise } from './neuron/figures.ts';
export { analogMeasurements, BIAS_CURRENTS } from './neuron/measurements.ts';
export type { Reason } from './neuron/reason.ts';
export { reasonName, reasonsText, reasonText } from './neuron/reason-text.ts';
export { staticWeightError } from './neuron/static-error.ts';
export { type Circuit, type Role, unitTransistors } from './spice/circuit.ts';
export type { ChargeInjection, SwitchedNode } from './transient/charge-injection.ts';
export type { Operation, Sequence } from './transient/sequence.ts';
export type { Settling } from './transient/settling.ts';
export { type Transients, transientMeasurements, transients } from './transient/transient.ts';
export {
  bitsOf,
  type EffectiveBits,
  effectiveBits,
  errorOfBits,
  outputErrors,
} from './variability/effective-bits.ts';
export { variabilityMeasurements } from './variability/mismatch-measurements.ts';
export { simulatedErrors, studyVariability, type Variability } from './variability/mismatch-study.ts';
export {
  type Distribution,
  type MismatchFigures,
  quantile,
  type WeightError,
} from './variability/monte-carlo-figures.ts';
export { type OutputErrors, totalError } from './variability/output-errors.ts';
export { readWithAdms } from './verilog-a/adms.ts';
export { readVerilogA } from './verilog-a/lint.ts';
export type { VaModule } from './verilog-a/tree.ts';
