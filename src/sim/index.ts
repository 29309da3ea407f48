export { cellActivity } from './activity.ts';
export {
  type GoldenNeuron,
  goldenNeuron,
  goldenPorts,
  multiplyAccumulate,
  multiplyAccumulateWide,
  type NeuronOutput,
  unpackWords,
} from './golden.ts';
