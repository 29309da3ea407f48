/** Verilator: Verilog and a C++ harness built in a private folder into a program, which then runs as a child. */

import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RunOptions } from '../run-options.ts';
import { type Files, ToolError } from '../tool.ts';
import { startChild } from './child.ts';
import { createFolder, type Folder } from './folder.ts';
import { nativeTool } from './process.ts';
import { findProgram, PROGRAMS, requirePrograms } from './program.ts';
import { type ByteStream, startStream } from './stream.ts';

export interface VerilatedSources {
  /** Name of the top module. */
  readonly top: string;
  /** Verilog files. */
  readonly files: Files;
  /** C++ text with `main` around the class `Vmodel`. */
  readonly harness: string;
}

export interface VerilatedModel extends ByteStream {
  /** Output of Verilator and the compiler, with all warnings on. */
  readonly log: string;
}

const HARNESS = 'harness.cpp';

/**
 * Builder and starter of Verilated programs. Warnings do not stop the build: they stand in the log, for the caller to
 * judge. The time limit holds for the build, and then for each answer. `jobs` (default 2) compilers run at once.
 */
export function createVerilator(
  options: RunOptions & { readonly jobs?: number } = {},
): (sources: VerilatedSources) => Promise<VerilatedModel> {
  return async (sources) => {
    requirePrograms(PROGRAMS.verilator, PROGRAMS.make, PROGRAMS.cxx);
    const folder = await createFolder();
    try {
      const log = await build(sources, folder, options);
      if (!existsSync(join(folder.path, 'obj', 'Vmodel')))
        throw new ToolError(PROGRAMS.verilator.name, [], 0, log, sources.files, 'ended well but left no obj/Vmodel');
      const program = { name: 'Verilated model', command: join(folder.path, 'obj', 'Vmodel'), install: 'verilator' };
      const stream = startStream(program, [], folder.path, options);
      return {
        log,
        run: stream.run,
        close: () => stream.close().finally(() => folder.remove()),
      };
    } catch (error) {
      await folder.remove();
      throw error;
    }
  };
}

/** Command line of Verilator for `top`. */
export function verilatorArguments(top: string, files: readonly string[], jobs: number, ccache: boolean): string[] {
  return [
    // No --binary: its event loop for delays adds 10 s to a build.
    ...['-O3', '--cc', '--exe', '--build', '-j', String(jobs)],
    // The compiler's time grows faster than a function's length: 16 synapses of 8 bits took 18 s in one, 11 s in parts.
    ...['--output-split-cfuncs', '200'],
    ...['-Wall', '-Wno-fatal'],
    // Delays are not what is checked.
    '--no-timing',
    // An x in the text is random, as is what nothing drives.
    ...['--x-assign', 'unique'],
    // The widest port is 4096 synapses of 64 bits.
    ...['--max-num-width', String(4096 * 64)],
    ...['--prefix', 'Vmodel', '--top-module', top, '-Mdir', 'obj'],
    ...(ccache ? ['-MAKEFLAGS', 'OBJCACHE=ccache'] : []),
    ...files,
    HARNESS,
  ];
}

async function build(
  { top, files, harness }: VerilatedSources,
  folder: Folder,
  options: RunOptions & { readonly jobs?: number },
): Promise<string> {
  const { jobs = 2 } = options;
  if (!Number.isInteger(jobs) || jobs < 1) throw new RangeError(`jobs must be a whole number from 1: ${jobs}`);
  await folder.write({ ...files, [HARNESS]: harness });
  // Other files are included by these.
  const sources = Object.keys(files).filter((file) => /\.s?v$/.test(file));
  const args = verilatorArguments(top, sources, jobs, await canCache(options));
  const { code, reason, log } = await startChild(PROGRAMS.verilator, args, folder.path, options).ended;
  if (code !== 0) throw new ToolError(PROGRAMS.verilator.name, args, code, log, files, reason);
  return log;
}

/**
 * True where ccache is there and can write its folder. Where it cannot, it fails the build instead of standing aside.
 */
async function canCache({ signal }: RunOptions): Promise<boolean> {
  if (findProgram(PROGRAMS.ccache.command) === undefined) return false;
  const { log } = await nativeTool(PROGRAMS.ccache, signal ? { signal } : {})(['--get-config', 'cache_dir'], {});
  try {
    mkdirSync(log.trim(), { recursive: true });
    accessSync(log.trim(), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
