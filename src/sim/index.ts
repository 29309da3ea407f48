export {
  type GoldenNeuron,
  goldenNeuron,
  goldenPorts,
  multiplyAccumulate,
  multiplyAccumulateWide,
  type NeuronOutput,
  unpackWords,
} from './golden.ts';
