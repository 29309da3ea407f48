export { activate, outputBits } from './activation.ts';
export type { CellActivity } from './activity.ts';
export { ADDERS } from './adders.ts';
export { CELLS_65NM, type CellFigures, type CellLibrary } from './cells-65nm.ts';
export { ACTIVATIONS, ADDER_CELLS, type Construction, type DigitalNeuron } from './digital-spec.ts';
export type { Compressor, DotMatrix, DotRow, Reduction, ReductionStage } from './dots.ts';
export { cosSinOfWord, exp, lnOfWord, tanh } from './elementary.ts';
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
export { latency, type NeuronPort, neuronPorts } from './ports.ts';
export { accumulatorBits, biasBits, exactBits, sumIsSigned } from './range.ts';
export { MULTIPLIERS } from './reductions.ts';
export {
  type AnalogNeuron,
  type EvaluateSpec,
  type LogRange,
  NETWORKS,
  parseSpec,
  type Spec,
  type SpecProblem,
  specJsonSchema,
} from './spec.ts';
export type { QuantityParser } from './spec-fields.ts';
