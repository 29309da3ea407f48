export { activate, outputBits, outputIsSigned } from './activation.ts';
export { type Curve, curveFormat, halfCurve } from './activation-curve.ts';
export { type ActivationError, activationError, activationMeasurements } from './activation-error.ts';
export type { CellActivity } from './activity.ts';
export { ADDER_CELLS } from './adder-cells.ts';
export { ADDERS } from './adders.ts';
export { CELLS_65NM, type CellFigures, type CellLibrary } from './cells-65nm.ts';
export { CircuitError } from './circuit-error.ts';
export type { Construction, DigitalNeuron } from './digital-spec.ts';
export type { Compressor, DotMatrix, DotRow, Reduction, ReductionStage } from './dots.ts';
export { cosSinOfWord, exp, lnOfWord, tanh } from './elementary.ts';
export { type EvaluateSpec, type NOISE_MODELS, type OwnNetwork, WEIGHT_KINDS } from './evaluate-spec.ts';
export type { Measurement, Origin } from './measurement.ts';
export { type MultiplierCircuit, multiplierCircuit } from './multiplier.ts';
export {
  type AdderGroup,
  type BitHeap,
  type Builder,
  type Bus,
  CELL_KINDS,
  type Cell,
  type CellDelays,
  type CellKind,
  type ComplexKind,
  createBuilder,
  type GateKind,
  type Net,
  type Netlist,
  type Port,
  type Register,
  type Section,
} from './netlist.ts';
export { type NeuronCircuit, neuronCircuit } from './neuron.ts';
export { PARTIAL_PRODUCTS } from './partial-product-kinds.ts';
export { checkedSeed, philox4x32, STREAM } from './philox.ts';
export { latency, type NeuronPort, neuronPorts } from './ports.ts';
export { accumulatorBits, biasBits, exactBits, productBits, sumIsSigned } from './range.ts';
export { MULTIPLIERS } from './reductions.ts';
export { serialMultiplier } from './serial.ts';
export {
  type AnalogNeuron,
  type LogRange,
  parseSpec,
  type Spec,
  type SpecProblem,
  specJsonSchema,
} from './spec.ts';
export type { QuantityParser } from './spec-fields.ts';
export { CELL_THRESHOLD_SHIFTS, cellsAt } from './threshold-flavour.ts';
