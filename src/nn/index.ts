export { dataSetOfIdx } from './data-set.ts';
export {
  contextKey,
  type EvaluateContext,
  type EvaluateJob,
  type EvaluateResult,
  evaluateJob,
  prepareEvaluation,
} from './evaluate.ts';
export { evaluateJobs, evaluationMeasurements } from './evaluate-jobs.ts';
export { FormatError } from './format-error.ts';
export { keyNumber, logPoints } from './log-points.ts';
export { type NetworkProgress, type TrainedNetwork, trainNetwork } from './train-network.ts';
export { parseWeightFiles, weightFilesOf } from './weight-file.ts';
