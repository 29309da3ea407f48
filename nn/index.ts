/** Networks: files, quantization, noise, kernels, training and evaluation. */

export { type DataSet, sliceOfDataSet } from './data/data-set.ts';
export { FormatError } from './data/format-error.ts';
export {
  checkEvaluation,
  contextKey,
  type EvaluateContext,
  type EvaluateInput,
  type EvaluateJob,
  type EvaluateResult,
  evaluateJob,
  prepareEvaluation,
} from './evaluate/evaluate.ts';
export {
  type EvaluatedNetwork,
  evaluateJobs,
  pointOf,
  qualifiers,
  variantKey,
  variantName,
} from './evaluate/evaluate-jobs.ts';
export { evaluationMeasurements } from './evaluate/evaluation-measurements.ts';
export { widthDifferences } from './evaluate/paired.ts';
export { risePowers } from './evaluate/rise-power.ts';
export { differingImages, streamedImage, streamedLayers } from './evaluate/rtl-layers.ts';
export { classesOf, dataSetOf } from './files/labelled-files.ts';
export { parseWeightFiles, readWeights, weightFilesOf } from './files/weight-file.ts';
export { createFloatMachine, type FloatMachine, machineOn } from './float/kernels/kernels.ts';
export { layerShapes, type Network, sizeOf, synapsesOf, weightLayers } from './network/network.ts';
export { networkOf } from './network/networks.ts';
export { parseNetwork } from './network/parse.ts';
export { leastSquareClips } from './quantized/least-square-clip.ts';
export { type QuantizedNetwork, quantize } from './quantized/quantize.ts';
export { readCheckpoint, writeCheckpoint } from './train/checkpoint.ts';
export { type Crew, type CrewMaker, sharedBarrier } from './train/crew.ts';
export { choiceFor } from './train/manifest.ts';
export { type Command, type MemberJob, memberOf, type Seen } from './train/member.ts';
export { OPTIMIZERS, type OptimizerName } from './train/recipes.ts';
export type { TrainState } from './train/train.ts';
export {
  checkRequest,
  type NetworkProgress,
  runIdentity,
  type TrainRequest,
  trainNetwork,
} from './train/train-network.ts';
