export { adderModules } from './adder-modules.ts';
export { behaviouralVerilog } from './behavioural.ts';
export { specLine } from './describe.ts';
export { dotDiagram } from './dot-diagram.ts';
export { type TestVector, testBench } from './test-bench.ts';
export { structuralVerilog } from './verilog.ts';
