/** The bit-parallel simulator: one 32-bit word a net holds the net's value in 32 vectors at once. */

import { CELL_KINDS, type CellKind } from '../../gen/index.ts';
import { INSTRUCTION_WORDS, type Program } from './program.ts';

/** Number of vectors that one pass evaluates. */
export const WORD_LANES = 32;

const code = (kind: CellKind): number => CELL_KINDS.indexOf(kind);
const NOT = code('not');
const AND = code('and');
const OR = code('or');
const XOR = code('xor');
const NAND = code('nand');
const NOR = code('nor');
const XNOR = code('xnor');
const NAND3 = code('nand3');
const NOR3 = code('nor3');
const OAI21 = code('oai21');
const AOI21 = code('aoi21');
const OAI22 = code('oai22');
const AOI22 = code('aoi22');
const MUX = code('mux');
const HALF_ADDER = code('halfAdder');

/** Fresh net values for `program`: [netCount], constants set. */
export function createNets(program: Program): Uint32Array {
  const nets = new Uint32Array(program.netCount);
  nets[1] = 0xffffffff;
  return nets;
}

/** Pass over every cell once. `nets` holds inputs and register outputs and receives everything else. */
export function evaluate(program: Program, nets: Uint32Array): void {
  const words = program.code;
  for (let p = 0; p < words.length; p += INSTRUCTION_WORDS) {
    const kind = words[p]!;
    const a = nets[words[p + 1]!]!;
    const b = nets[words[p + 2]!]!;
    const out = words[p + 5]!;
    if (kind === AND) nets[out] = a & b;
    else if (kind === XOR) nets[out] = a ^ b;
    else if (kind === OR) nets[out] = a | b;
    else if (kind === NOT) nets[out] = ~a;
    else if (kind === NAND) nets[out] = ~(a & b);
    else if (kind === NOR) nets[out] = ~(a | b);
    else if (kind === XNOR) nets[out] = ~(a ^ b);
    else if (kind === HALF_ADDER) {
      nets[out] = a ^ b;
      nets[words[p + 6]!] = a & b;
    } else {
      const c = nets[words[p + 3]!]!;
      if (kind === OAI21) nets[out] = ~((a | b) & c);
      else if (kind === AOI21) nets[out] = ~((a & b) | c);
      else if (kind === MUX) nets[out] = (a & ~c) | (b & c);
      else if (kind === NAND3) nets[out] = ~(a & b & c);
      else if (kind === NOR3) nets[out] = ~(a | b | c);
      else if (kind === OAI22) nets[out] = ~((a | b) & (c | nets[words[p + 4]!]!));
      else if (kind === AOI22) nets[out] = ~((a & b) | (c & nets[words[p + 4]!]!));
      else {
        const odd = a ^ b;
        nets[out] = odd ^ c;
        nets[words[p + 6]!] = (a & b) | (odd & c);
      }
    }
  }
}

/** Rising edge of the clock: every register takes its input. All change at once. */
export function clock(program: Program, nets: Uint32Array): void {
  const next = program.registers.map(({ d }) => nets[d]!);
  program.registers.forEach(({ q }, k) => {
    nets[q] = next[k]!;
  });
}
