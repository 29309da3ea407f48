/** ADMS, which reads Verilog-A: the program as a tool. */

import type { RunOptions } from './child.ts';
import { nativeTool } from './process.ts';
import { PROGRAMS } from './program.ts';
import { type Tool, ToolError } from './tool.ts';

/** What ADMS prints where something is wrong; its exit code is 0 after warnings and some errors. */
const COMPLAINT = /^\[(?:fatal|error|warning)\.*\]/m;
/** s; models of 64 synapses take a third of a second. */
const TIME_LIMIT = 60;

/**
 * `admsXml MODEL.va -e SCRIPT.xml` as a tool. Rejects with `ToolError` when it complains of anything, whatever its exit
 * code. It brings `disciplines.vams` and `constants.vams` along; the files it writes for itself are left out.
 */
export function createAdms(options: RunOptions = {}): Tool {
  const admsXml = nativeTool(PROGRAMS.adms, { timeLimit: TIME_LIMIT, ...options });
  return async (args, files) => {
    const { files: all, log } = await admsXml(args, files);
    const written = Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith('.')));
    if (COMPLAINT.test(log)) throw new ToolError(PROGRAMS.adms.name, args, 0, log, written, 'complains');
    return { files: written, log };
  };
}
