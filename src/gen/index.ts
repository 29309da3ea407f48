export type { Measurement, Origin } from './measurement.ts';
export {
  type BitHeap,
  type Builder,
  type Bus,
  CELL_KINDS,
  type Cell,
  type CellKind,
  createBuilder,
  type Net,
  type Netlist,
  type Port,
} from './netlist.ts';
export { accumulatorBits, bitsFor, type Range, sumIsSigned, sumRange, wordRange } from './range.ts';
export {
  type AnalogNeuron,
  type CompareSpec,
  type DigitalNeuron,
  type EvaluateSpec,
  type LogRange,
  NETWORKS,
  type NeuronSpec,
  parseSpec,
  type QuantityParser,
  type Spec,
  type SpecProblem,
  specJsonSchema,
} from './spec.ts';
