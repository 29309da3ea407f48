/** Golden model of the neuron, simulators, stimulus and bit-exact checks. */

export { type CheckResult, checkNeuron, expectedSteps } from './check.ts';
export { cellActivity } from './embedded/activity.ts';
export { embeddedSimulator, netlistSimulator } from './embedded/embedded.ts';
export { goldenNeuron, goldenPorts, multiplyAccumulate, multiplyAccumulateWide, unpackWords } from './golden.ts';
export { type LayerImage, neuronProblems, type StreamedLayer } from './network/layer.ts';
export { joined, type LayerCheck, type LayerModel, startLayerModel } from './network/stream.ts';
export { icarusSimulator, runTestBench } from './simulator/icarus.ts';
export type { Design, Simulator } from './simulator/simulator.ts';
export { verilatorSimulator } from './simulator/verilator.ts';
export { inputVectors, isExhaustive } from './stimulus.ts';
