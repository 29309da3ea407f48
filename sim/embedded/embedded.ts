/** The embedded simulator: Yosys (WASM) reads the Verilog, the bit-parallel simulator runs what it understood. */

import type { Netlist } from '../../gen/index.ts';
import { type Tool, textLeft } from '../../tools/tool.ts';
import { designLayouts, type Simulator } from '../simulator/simulator.ts';
import { type RecordLayout, recordCount } from '../simulator/vectors.ts';
import { clock, createNets, evaluate, WORD_LANES } from './bit-parallel.kernel.ts';
import { compile, type Program } from './program.ts';
import { netlistOf, readBackScript } from './yosys-netlist.ts';

/** Simulator of a design's Verilog text, not of the netlist behind the text. */
export function embeddedSimulator(yosys: Tool): Simulator {
  return async (design) => {
    designLayouts(design);
    const script = readBackScript(Object.keys(design.files), design.top);
    const args = ['-q', '-s', 'read.ys'];
    const result = await yosys(args, { ...design.files, 'read.ys': script });
    const blif = textLeft({ tool: 'Yosys', args, result }, 'design.blif');
    return netlistSimulator(netlistOf(blif, design.top), result.log)(design);
  };
}

/** Simulator of a netlist in place of the design's Verilog. */
export function netlistSimulator(netlist: Netlist, warnings = ''): Simulator {
  const program = compile(netlist);
  return async (design) => {
    const { inputs, outputs } = designLayouts(design);
    for (const port of design.ports) {
      const bits = portNets(program, port.name).length;
      if (bits !== port.bits)
        throw new Error(`port ${port.name} of ${design.top} must have ${port.bits} bits: ${bits}`);
    }
    return {
      warnings,
      run: design.clock
        ? clockedRun(program, inputs, outputs)
        : async (records) => runRecords(program, inputs, outputs, records),
      close: async () => undefined,
    };
  };
}

const portNets = (program: Program, name: string): readonly number[] =>
  program.ports.find((port) => port.name === name)?.nets ?? [];

/** Output records of a combinational program for `records`, WORD_LANES at a time. */
function runRecords(program: Program, inputs: RecordLayout, outputs: RecordLayout, records: Uint8Array): Uint8Array {
  const count = recordCount(inputs, records);
  const result = new Uint8Array(count * outputs.bytes);
  const nets = createNets(program);
  const inputBits = bitPlaces(program, inputs);
  const outputBits = bitPlaces(program, outputs);
  for (let first = 0; first < count; first += WORD_LANES) {
    const lanes = Math.min(WORD_LANES, count - first);
    for (const { net, byte, bit } of inputBits) {
      let word = 0;
      for (let lane = 0; lane < lanes; lane++)
        word |= (((records[(first + lane) * inputs.bytes + byte] ?? 0) >> bit) & 1) << lane;
      nets[net] = word;
    }
    evaluate(program, nets);
    for (const { net, byte, bit } of outputBits) {
      const word = nets[net] ?? 0;
      for (let lane = 0; lane < lanes; lane++) {
        const at = (first + lane) * outputs.bytes + byte;
        result[at] = (result[at] ?? 0) | (((word >>> lane) & 1) << bit);
      }
    }
  }
  return result;
}

/**
 * Output records of a clocked program, one record a clock cycle. Registers are 0 at first and keep their state between
 * runs.
 */
function clockedRun(program: Program, inputs: RecordLayout, outputs: RecordLayout) {
  const nets = createNets(program);
  const inputBits = bitPlaces(program, inputs);
  const outputBits = bitPlaces(program, outputs);
  return async (records: Uint8Array): Promise<Uint8Array> => {
    const count = recordCount(inputs, records);
    const result = new Uint8Array(count * outputs.bytes);
    for (let cycle = 0; cycle < count; cycle++) {
      for (const { net, byte, bit } of inputBits)
        nets[net] = (((records[cycle * inputs.bytes + byte] ?? 0) >> bit) & 1) * 0xffffffff;
      evaluate(program, nets);
      for (const { net, byte, bit } of outputBits) {
        const at = cycle * outputs.bytes + byte;
        result[at] = (result[at] ?? 0) | (((nets[net] ?? 0) & 1) << bit);
      }
      clock(program, nets);
    }
    return result;
  };
}

/** Places of the ports' nets in a record. */
function bitPlaces(program: Program, layout: RecordLayout) {
  return layout.fields.flatMap((field) =>
    portNets(program, field.name).map((net, k) => ({ net, byte: field.start + (k >> 3), bit: k & 7 })),
  );
}
