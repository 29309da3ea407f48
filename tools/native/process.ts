/** Native programs as `Tool`s: files in, files out. */

import type { RunOptions } from '../run-options.ts';
import { type Tool, ToolError } from '../tool.ts';
import { startChild } from './child.ts';
import { createFolder } from './folder.ts';
import type { NativeProgram } from './program.ts';

/**
 * Tool that runs `program`. Each call runs it without a shell in a private temporary folder that holds `files` and
 * nothing else, and gives back every file that is there afterwards. Rejects with `ToolError` (with the files) when it
 * ends with another code than 0, by a signal or after its time limit, and with `MissingToolError` when it is not on the
 * PATH.
 */
export function nativeTool(program: NativeProgram, options: RunOptions = {}): Tool {
  return async (args, files) => {
    const folder = await createFolder();
    try {
      await folder.write(files);
      const { code, reason, log } = await startChild(program, args, folder.path, options).ended;
      const result = await folder.read();
      if (code !== 0) throw new ToolError(program.name, args, code, log, result, reason);
      return { files: result, log };
    } finally {
      await folder.remove();
    }
  };
}
