/** Keys of the digital neurons: counts, synthesis, FPGA, checks against the golden model. */

import { key } from './key.ts';

/** Counts and electrical figures of a digital neuron. */
export const DIGITAL_KEYS = {
  multiplierTransistors: key(
    '{neuron}.multiplier.transistors.structural',
    '1',
    'transistors of the bare multiplier, each cell of the netlist as its static CMOS circuit',
  ),
  multiplierFullAdders: key('{neuron}.multiplier.fullAdders', '1', 'full adders of the bare multiplier'),
  multiplierHalfAdders: key('{neuron}.multiplier.halfAdders', '1', 'half adders of the bare multiplier'),
  multiplierStages: key('{neuron}.multiplier.stages', '1', 'stages of the compressor tree of the multiplier'),
  transistors: key('{neuron}.transistors.structural', '1', 'transistors of the whole neuron, counted cell by cell'),
  registers: key('{neuron}.registers', '1', 'flip-flops of the neuron'),
  mappedTransistors: key('{neuron}.transistors.mapped', '1', 'transistors of the cells after logic synthesis'),
  cells: key('{neuron}.cells', '1', 'cells after logic synthesis'),
  area: key('{neuron}.area', 'm^2', 'sum of the areas of the library cells'),
  leakage: key('{neuron}.leakage', 'W', 'static power'),
  energy: key('{neuron}.energy', 'J', 'switching energy of one operation'),
  delay: key(
    '{neuron}.delay',
    's',
    'longest path, which bounds the clock; its source says whether clock-to-q and setup of registers are in it',
  ),
  latency: key('{neuron}.latency', '1', 'clocks from inputs to outputs'),
  period: key(
    '{neuron}.period',
    's',
    'shortest clock period: the longest path, between registers with clock-to-output and setup',
  ),
  fmax: key('{neuron}.fmax', 'Hz', 'highest clock frequency, one over the shortest period'),
  slack: key(
    '{neuron}.slack',
    's',
    'period of the clock that the spec asks for, less the shortest; below 0 it is missed',
  ),
  activationErrorMax: key(
    '{neuron}.activation.error.max',
    '1',
    'largest error of the activation against the real function, units of the last place of the output',
  ),
  activationErrorRms: key('{neuron}.activation.error.rms', '1', 'root mean square of the same error'),
} as const;

/** Figures of a digital neuron in an iCE40 FPGA. */
export const FPGA_KEYS = {
  luts: key('{neuron}.fpga.luts', '1', 'four-input lookup tables'),
  carries: key('{neuron}.fpga.carries', '1', 'carry cells'),
  registers: key('{neuron}.fpga.registers', '1', 'flip-flops'),
  multipliers: key('{neuron}.fpga.multipliers', '1', 'multiply-accumulate blocks'),
  cells: key('{neuron}.fpga.cells', '1', 'logic cells in use, each a lookup table, a carry and a flip-flop'),
  shiftLuts: key('{neuron}.fpga.shift.luts', '1', 'lookup tables of the shift registers of --fpga-io serial'),
  shiftRegisters: key('{neuron}.fpga.shift.registers', '1', 'flip-flops of the shift registers of --fpga-io serial'),
  fmax: key('{neuron}.fpga.fmax', 'Hz', 'largest clock frequency after place and route'),
} as const;

/** Checks of digital neurons against the golden model. */
export const CHECK_KEYS = {
  vectors: key('{neuron}.verify.{check}.vectors', '1', 'input vectors simulated'),
  mismatches: key('{neuron}.verify.{check}.mismatches', '1', 'outputs that differ from the golden model'),
} as const;

/** Checks of whole networks, Verilog of a serial neuron against the evaluator. */
export const NETWORK_CHECK_KEYS = {
  products: key('{neuron}.verify.{network}.{layer}.products', '1', 'products computed in the layer'),
  accumulators: key('{neuron}.verify.{network}.{layer}.accumulators', '1', 'accumulators compared'),
  mismatches: key('{neuron}.verify.{network}.{layer}.mismatches', '1', 'accumulators or outputs that differ'),
} as const;
