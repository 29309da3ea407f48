/** Neurons as data: specs, circuits of nets and cells, cell technologies. */

export { activate, outputBits, outputIsSigned } from './activation/activation.ts';
export { type Curve, type CurveFormat, curveFormat, halfCurve } from './activation/curve.ts';
export { type ActivationError, activationError, activationMeasurements } from './activation/error.ts';
export type { CellActivity } from './netlist/activity.ts';
export { type Builder, type CellDelays, createBuilder } from './netlist/builder.ts';
export { CircuitError } from './netlist/circuit-error.ts';
export { criticalPath, longestDelay, type PathStep } from './netlist/delay.ts';
export {
  type AdderGroup,
  type BitHeap,
  type Bus,
  CELL_KINDS,
  type Cell,
  type CellKind,
  type ComplexKind,
  type GateKind,
  type Net,
  type Netlist,
  type Port,
  type Register,
  type Section,
} from './netlist/netlist.ts';
export { prune } from './netlist/prune.ts';
export { clockPeriod } from './neuron/clock.ts';
export { parseSpec } from './neuron/decided-spec.ts';
export { type MultiplierCircuit, multiplierCircuit } from './neuron/multiplier.ts';
export { type NeuronCircuit, neuronCircuit } from './neuron/neuron.ts';
export type { Mapping } from './neuron/objective.ts';
export { latency, type NeuronPort, neuronPorts } from './neuron/ports.ts';
export { sumNetlist } from './neuron/sum-netlist.ts';
export type { Compressor, DotMatrix, DotRow, Reduction, ReductionStage } from './reduction/dots.ts';
export { CHANNEL_LENGTHS } from './spec/analog.ts';
export { ADDER_CELLS, ADDERS, MULTIPLIERS, PARTIAL_PRODUCTS } from './spec/constructions.ts';
export { type Construction, type DigitalNeuron, MOST_STAGES } from './spec/digital.ts';
export { type EvaluateSpec, type NOISE_MODELS, WEIGHT_KINDS } from './spec/evaluate.ts';
export type { OwnNetwork, OwnPixels } from './spec/evaluated-network.ts';
export type { QuantityParser } from './spec/fields.ts';
export { analogNeurons, digitalNeurons } from './spec/neurons.ts';
export { quantityParser } from './spec/quantity.ts';
export {
  accumulatorBits,
  biasBits,
  exactBits,
  productBits,
  productsRange,
  type Sum,
  sumIsSigned,
  type Words,
  wordRange,
} from './spec/range.ts';
export {
  type AnalogNeuron,
  problemText,
  type Spec,
  type SpecDocument,
  type SpecProblem,
  specJsonSchema,
} from './spec/spec.ts';
export { cellDelays } from './technology/cell-delays.ts';
export { CELLS_65NM, type CellFigures, type CellLibrary } from './technology/cells-65nm.ts';
export { REGISTER_TRANSISTORS } from './technology/register-65nm.ts';
export { CELL_THRESHOLD_SHIFTS, cellsAt, registerAt } from './technology/threshold-flavour.ts';
