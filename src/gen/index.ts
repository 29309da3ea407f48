export type { CellActivity } from './activity.ts';
export { CELLS_65NM, type CellFigures, type CellLibrary } from './cells-65nm.ts';
export type { Compressor, DotMatrix, DotRow, Reduction, ReductionStage } from './dots.ts';
export type { Measurement, Origin } from './measurement.ts';
export { type MultiplierCircuit, multiplierCircuit } from './multiplier.ts';
export {
  type BitHeap,
  type Builder,
  type Bus,
  CELL_KINDS,
  type Cell,
  type CellKind,
  createBuilder,
  type GateKind,
  type Net,
  type Netlist,
  type Port,
  type Section,
} from './netlist.ts';
export { type NeuronCircuit, neuronCircuit } from './neuron.ts';
export { accumulatorBits, sumIsSigned } from './range.ts';
export {
  type AnalogNeuron,
  type DigitalNeuron,
  type EvaluateSpec,
  type LogRange,
  NETWORKS,
  parseSpec,
  type QuantityParser,
  type Spec,
  type SpecProblem,
  specJsonSchema,
} from './spec.ts';
