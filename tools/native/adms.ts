/** ADMS, which reads Verilog-A: the program as a tool. */

import type { RunOptions } from '../run-options.ts';
import { type Files, type Tool, ToolError } from '../tool.ts';
import { nativeTool } from './process.ts';
import { PROGRAMS } from './program.ts';

/** Complaint in ADMS' output. Its exit code is 0 after warnings and some errors. */
const COMPLAINT = /^\[(?:fatal|error|warning)\.*\]/m;
/**
 * Longest time of a run, s. A model of 64 synapses takes a third of a second, one of 128 weight ports half a minute.
 */
const TIME_LIMIT = 120;

/**
 * ADMS as a tool: `admsXml MODEL.va -e SCRIPT.xml`. Rejects with `ToolError` when it complains of anything, whatever
 * its exit code. It brings `disciplines.vams` and `constants.vams` along; the hidden files that it writes for itself
 * are left out.
 */
export function createAdms(options: RunOptions = {}): Tool {
  const admsXml = nativeTool(PROGRAMS.adms, { timeLimit: TIME_LIMIT, ...options });
  return async (args, files) => {
    const { files: all, log } = await admsXml(args, files).catch((error: unknown) => {
      if (!(error instanceof ToolError) || error.code === null) throw error;
      throw new ToolError(error.tool, args, error.code, error.log, visible(error.files), 'complains');
    });
    if (COMPLAINT.test(log)) throw new ToolError(PROGRAMS.adms.name, args, 0, log, visible(all), 'complains');
    return { files: visible(all), log };
  };
}

function visible(files: Files): Files {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !name.startsWith('.')));
}
