export { type DataSet, sliceOfDataSet } from './data-set.ts';
export {
  checkEvaluation,
  contextKey,
  type EvaluateContext,
  type EvaluateInput,
  type EvaluateJob,
  type EvaluateResult,
  evaluateJob,
  prepareEvaluation,
} from './evaluate.ts';
export {
  differenceKey,
  type EvaluatedNetwork,
  evaluateJobs,
  qualifiers,
  variantKey,
  variantName,
} from './evaluate-jobs.ts';
export { evaluationMeasurements } from './evaluation-measurements.ts';
export { FormatError } from './format-error.ts';
export { createFloatMachine, type FloatMachine, machineOn } from './kernels/float-kernels.ts';
export { classesOf, dataSetOf } from './labelled-files.ts';
export { keyNumber, logPoints } from './log-points.ts';
export { choiceFor } from './manifest.ts';
export { layerShapes, type Network, sizeOf, synapsesOf, weightLayers } from './network.ts';
export { networkOf } from './networks.ts';
export { widthDifferences } from './paired.ts';
export { parseNetwork } from './parse-network.ts';
export { type QuantizedNetwork, quantize } from './quantize.ts';
export { risePowers } from './rise-power.ts';
export { differingImages, streamedImage, streamedLayers } from './rtl-layers.ts';
export type { TrainState } from './train.ts';
export { readCheckpoint, writeCheckpoint } from './train-checkpoint.ts';
export { leastSquareClips } from './train-clip.ts';
export { type Crew, type CrewMaker, sharedBarrier } from './train-crew.ts';
export { type Command, type MemberJob, memberOf, type Seen } from './train-member.ts';
export {
  checkRequest,
  type NetworkProgress,
  runIdentity,
  type TrainedNetwork,
  type TrainRequest,
  trainNetwork,
} from './train-network.ts';
export { OPTIMIZERS, type OptimizerName } from './train-recipes.ts';
export { parseWeightFiles, readWeights, weightFilesOf } from './weight-file.ts';
