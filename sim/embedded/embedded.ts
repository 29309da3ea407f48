/** The embedded simulator: Yosys (WASM) reads the Verilog, the bit-parallel simulator runs what it understood. */

import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Netlist } from '../../gen/index.ts';
import { type Tool, textLeft } from '../../tools/tool.ts';
import { DesignError, designLayouts, type Outputs, type Simulator, sourceFiles } from '../simulator/simulator.ts';
import { type RecordLayout, recordCount } from '../simulator/vectors.ts';
import { clock, createNets, evaluate, WORD_LANES } from './bit-parallel.kernel.ts';
import { compile, type Program } from './program.ts';
import { type ReadDesign, readBackScript, readDesign } from './yosys-netlist.ts';

/** Simulator of a design's Verilog text, not of the netlist behind the text. */
export function embeddedSimulator(yosys: Tool): Simulator {
  return async (design) => {
    designLayouts(design);
    const script = readBackScript(sourceFiles(design.files), design.top);
    const args = ['-q', '-s', 'read.ys'];
    const result = await yosys(args, { ...design.files, 'read.ys': script });
    const left = { tool: 'Yosys', args, result };
    const [conflict] = /^.*conflicting.*\n.*$/m.exec(textLeft(left, 'check.txt')) ?? [];
    if (conflict !== undefined) throw new DesignError(`more than one thing drives a wire: ${conflict}`);
    return readSimulator(readDesign(textLeft(left, 'design.blif'), design.top, design.clock?.port), result.log)(design);
  };
}

/** Simulator of a netlist in place of the design's Verilog. */
export const netlistSimulator = (netlist: Netlist): Simulator =>
  readSimulator({ netlist, undriven: [], starts: [] }, '');

function readSimulator(read: ReadDesign, warnings: string): Simulator {
  const program = compile(read.netlist);
  return async (design) => {
    const { inputs, outputs } = designLayouts(design);
    for (const port of design.ports) {
      const bits = portNets(program, port.name).length;
      if (bits !== port.bits)
        throw new DesignError(`port ${port.name} of ${design.top} must have ${port.bits} bits: ${bits}`);
    }
    return {
      warnings,
      run:
        design.clock || read.undriven.length > 0
          ? stepwiseRun(program, read, inputs, outputs)
          : async (records) => ({ records: runRecords(program, inputs, outputs, records) }),
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
 * Outputs of a program with state or undriven nets, one record at a time. Each lane has other values of what is undefined:
 * of registers at first, where the text does not state them, and of nets that nothing drives. An output on which the lanes
 * do not agree is undefined. Registers keep their state between runs.
 */
function stepwiseRun(program: Program, { undriven, starts }: ReadDesign, inputs: RecordLayout, outputs: RecordLayout) {
  const generator = xoroshiro128plus(1);
  const nets = createNets(program);
  program.registers.forEach(({ q }, k) => {
    const start = starts[k];
    nets[q] = start === undefined ? generator.next() : -start;
  });
  const inputBits = bitPlaces(program, inputs);
  const outputBits = bitPlaces(program, outputs);
  return async (records: Uint8Array): Promise<Outputs> => {
    const count = recordCount(inputs, records);
    const result = new Uint8Array(count * outputs.bytes);
    const unknown = new Uint8Array(count * outputs.bytes);
    for (let cycle = 0; cycle < count; cycle++) {
      for (const { net, byte, bit } of inputBits)
        nets[net] = (((records[cycle * inputs.bytes + byte] ?? 0) >> bit) & 1) * 0xffffffff;
      for (const net of undriven) nets[net] = generator.next();
      evaluate(program, nets);
      for (const { net, byte, bit } of outputBits) {
        const at = cycle * outputs.bytes + byte;
        const lanes = nets[net] ?? 0;
        if (lanes === 0xffffffff) result[at] = (result[at] ?? 0) | (1 << bit);
        else if (lanes !== 0) unknown[at] = (unknown[at] ?? 0) | (1 << bit);
      }
      clock(program, nets);
    }
    return unknown.some((byte) => byte !== 0) ? { records: result, unknown } : { records: result };
  };
}

/** Places of the ports' nets in a record. */
function bitPlaces(program: Program, layout: RecordLayout) {
  return layout.fields.flatMap((field) =>
    portNets(program, field.name).map((net, k) => ({ net, byte: field.start + (k >> 3), bit: k & 7 })),
  );
}
