/** The flow from a spec to a comparison: every step a function of data, engines passed in. */

export { type AnalysedNeuron, type AnalyseOptions, analyse } from './analyse.ts';
export { compare, type PairComparison } from './compare.ts';
export { type Evaluation, type Evaluator, evaluate } from './evaluate.ts';
export { type Generated, type GeneratedNeuron, generate } from './generate.ts';
export type { Seeded } from './seed.ts';
export { readSpec, SpecError } from './spec.ts';
export { type SynthesizedNeuron, synthesize } from './synthesize.ts';
export { type VerifiedNeuron, verify } from './verify.ts';
