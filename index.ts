/**
 * somagen as a library, from a spec to circuits, texts and measurements. Each step takes data and gives data; engines
 * are made once, passed in and closed. What a step is made of stands in the subpaths (docs/library.md).
 */

export { createEvaluator, type EvaluatorOptions } from './cli/evaluation/evaluator.ts';
export {
  type AnalysedNeuron,
  type AnalyseOptions,
  analyse,
  compare,
  type Evaluation,
  type Evaluator,
  evaluate,
  type Generated,
  type GeneratedNeuron,
  generate,
  type PairComparison,
  readSpec,
  type Seeded,
  SpecError,
  type SynthesizedNeuron,
  synthesize,
  type VerifiedNeuron,
  verify,
} from './flow/index.ts';
export {
  type AnalogNeuron,
  CircuitError,
  type DigitalNeuron,
  type Spec,
  type SpecDocument,
  type SpecProblem,
} from './gen/index.ts';
export type { Measurement } from './measurement/index.ts';
export { embeddedSimulator, icarusSimulator, type Simulator, verilatorSimulator } from './sim/index.ts';
export {
  createIcarus,
  createNgspice,
  createVerilator,
  createYosys,
  type Files,
  MissingToolError,
  type Tool,
  ToolError,
  type ToolResult,
  VERSION,
} from './tools/index.ts';
