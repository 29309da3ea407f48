/** The flow from a spec to a comparison: every step a function of data, engines passed in. */

export {
  type AnalysedNeuron,
  type AnalyseOptions,
  analyse,
  analysedNeuron,
  ownPoint,
} from './analyse.ts';
export { compare, type PairComparison } from './compare.ts';
export { type NamedPath, namedPath } from './critical-path.ts';
export { type Evaluation, type EvaluationPlan, type Evaluator, evaluate, evaluationPlan } from './evaluate.ts';
export {
  analogTexts,
  type Generated,
  type GeneratedNeuron,
  generate,
  generateNeuron,
  type NeuronTexts,
  neuronTexts,
} from './generate.ts';
export type { Seeded } from './seed.ts';
export { readSpec, SpecError } from './spec.ts';
export {
  genericCells,
  type MappedCells,
  type MeasuredNeuron,
  mapGeneric,
  measureMapped,
  measureNeuron,
  neuronActivity,
  type SynthesizedNeuron,
  synthesize,
  timingOf,
} from './synthesize.ts';
export { checkVectors, type VerifiedNeuron, verify, verifyNeuron } from './verify.ts';
