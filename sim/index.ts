/** Golden model of the neuron, simulators, stimulus and bit-exact checks. */

export { type CheckResult, checkNeuron, expectedSteps, type Mismatch } from './check.ts';
export { cellActivity } from './embedded/activity.ts';
export { embeddedSimulator, netlistSimulator } from './embedded/embedded.ts';
export { moduleNames, modulePorts } from './embedded/module-ports.ts';
export {
  type GoldenNeuron,
  goldenNeuron,
  goldenPorts,
  multiplyAccumulate,
  multiplyAccumulateWide,
  type NeuronOutput,
  unpackWords,
} from './golden.ts';
export { type LayerImage, neuronProblems, type StreamedLayer } from './network/layer.ts';
export { joined, type LayerCheck, type LayerMismatch, type LayerModel, startLayerModel } from './network/stream.ts';
export { type ModulePort, portProblems } from './port-contract.ts';
export { checkSerialPins } from './serial-pins.ts';
export { type BenchResult, type Icarus, icarusSimulator, runTestBench } from './simulator/icarus.ts';
export {
  type Clock,
  DesignError,
  type Outputs,
  type Simulation,
  type Simulator,
  type VerilogDesign,
} from './simulator/simulator.ts';
export type { VectorPort } from './simulator/vectors.ts';
export { type RunningModel, type VerilatorSources, verilatorSimulator } from './simulator/verilator.ts';
export { type InputVector, inputVectors, isExhaustive } from './stimulus.ts';
export type { TraceCycle } from './trace.ts';
