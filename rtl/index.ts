/** Circuits as Verilog, test benches and dot diagrams. */

export { adderModules } from './adder-modules.ts';
export { behaviouralVerilog } from './behavioural.ts';
export { specLine } from './describe.ts';
export { neuronVerilog } from './design.ts';
export { dotDiagram } from './dot-diagram.ts';
export { fpgaNeuron, fpgaVerilog } from './fpga.ts';
export {
  fpgaSerialBits,
  fpgaSerialModule,
  fpgaSerialPins,
  fpgaSerialPorts,
  fpgaSerialVerilog,
} from './fpga-serial.ts';
export { type LayerPort, layerModule, layerPorts, layerVerilog, thresholdCount } from './layer.ts';
export { netNames } from './net-names.ts';
export { serialReference } from './serial.ts';
export { type BenchStep, testBench } from './test-bench.ts';
export { structuralVerilog } from './verilog.ts';
