/** Neural networks: files, quantization, noise, kernels, training and evaluation. */

export { type DataSet, type NamedBytes, sliceOfDataSet } from './data/data-set.ts';
export { FormatError } from './data/format-error.ts';
export { type ActivationRanges, rangesText, statedRanges } from './evaluate/activation-ranges.ts';
export type { Classified, PreparedNetwork } from './evaluate/classify.ts';
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
export { evaluationMeasurements, SHOWN_POWER } from './evaluate/evaluation-measurements.ts';
export type { NeuronNoise, NoiseModel, NoisePoint } from './evaluate/noise-model.ts';
export { sigmaPerVolt } from './evaluate/noise-scale.ts';
export { type WidthDifference, widthDifferences } from './evaluate/paired.ts';
export { type RisePower, risePowers } from './evaluate/rise-power.ts';
export { type RoundingCost, roundingCost } from './evaluate/rounding-cost.ts';
export { differingImages, streamedImage, streamedLayers } from './evaluate/rtl-layers.ts';
export { classesOf, dataSetOf, type LabelledFiles } from './files/labelled-files.ts';
export {
  type LoadedWeights,
  parseWeightFiles,
  readWeights,
  type WeightFiles,
  weightFilesOf,
} from './files/weight-file.ts';
export { activationHistograms, histogramImages } from './float/activation-histograms.ts';
export { createFloatMachine, type FloatKernel, type FloatMachine, machineOn } from './float/kernels/kernels.ts';
export {
  type Activation,
  type ConvolutionLayer,
  type DenseLayer,
  type FlattenLayer,
  type Layer,
  type LayerWeights,
  type Network,
  type PixelScale,
  type PoolLayer,
  type Shape,
  sizeOf,
  synapsesOf,
  type WeightLayer,
  weightLayers,
} from './network/network.ts';
export { networkOf } from './network/networks.ts';
export { parseNetwork } from './network/parse.ts';
export { layerShapes } from './network/shapes.ts';
export { networkOfOnnx, type OnnxChoice, type OnnxNetwork } from './onnx/onnx.ts';
export { decodeModel } from './onnx/proto.ts';
export { externalLocations } from './onnx/tensor.ts';
export {
  activationRanges,
  choicesText,
  provenRanges,
  rangeChoices,
  wantsImages,
} from './quantized/activation-ranges.ts';
export type { Mismatch, Static } from './quantized/chip.ts';
export { leastSquareClips } from './quantized/least-square-clip.ts';
export { type QuantizationChoice, type QuantizedLayer, type QuantizedNetwork, quantize } from './quantized/quantize.ts';
export type { ValueHistogram } from './quantized/value-histogram.ts';
export { readCheckpoint, writeCheckpoint } from './train/checkpoint.ts';
export { type Crew, type CrewMaker, sharedBarrier } from './train/crew.ts';
export { choiceFor, rangesFor, type WeightManifest } from './train/manifest.ts';
export { type Barrier, type Command, type MemberJob, memberOf, type Seen } from './train/member.ts';
export type { TrainOptions } from './train/options.ts';
export { OPTIMIZERS, type OptimizerName, type Recipe } from './train/recipes.ts';
export type { TrainHooks, TrainProgress, TrainState } from './train/train.ts';
export {
  checkRequest,
  type NetworkProgress,
  runIdentity,
  type TrainedNetwork,
  type TrainRequest,
  trainNetwork,
} from './train/train-network.ts';
export type { HostMemory } from './wasm/module.ts';
