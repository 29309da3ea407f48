export { cellActivity } from './activity.ts';
export { type CheckResult, checkNeuron, expectedSteps, type Mismatch } from './check.ts';
export { embeddedSimulator, netlistSimulator } from './embedded.ts';
export {
  type GoldenNeuron,
  goldenNeuron,
  goldenPorts,
  multiplyAccumulate,
  multiplyAccumulateWide,
  type NeuronOutput,
  unpackWords,
} from './golden.ts';
export { icarusSimulator, runTestBench } from './icarus.ts';
export { type LayerImage, neuronProblems, type StreamedLayer } from './network-layer.ts';
export { joined, type LayerCheck, type LayerMismatch, type LayerModel, startLayerModel } from './network-stream.ts';
export type { Design, Simulation, Simulator } from './simulator.ts';
export { type InputVector, inputVectors, isExhaustive } from './stimulus.ts';
export { verilatorSimulator } from './verilator.ts';
