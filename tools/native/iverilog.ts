/** Icarus Verilog's compiler and runtime as tools. */

import type { RunOptions } from '../run-options.ts';
import type { Tool } from '../tool.ts';
import { nativeTool } from './process.ts';
import { PROGRAMS } from './program.ts';

/** Icarus Verilog's tools: `iverilog` compiles, `vvp` runs what it made. */
export function createIcarus(options: RunOptions = {}): { readonly iverilog: Tool; readonly vvp: Tool } {
  return { iverilog: nativeTool(PROGRAMS.iverilog, options), vvp: nativeTool(PROGRAMS.vvp, options) };
}
