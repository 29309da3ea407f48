/** The native programs that somagen can use, and their places on the PATH. */

import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { MissingToolError } from '../tool.ts';

export interface NativeProgram {
  /** Name that a person uses: `Verilator`. */
  readonly name: string;
  /** Name on the PATH: `verilator`. */
  readonly command: string;
  /** Debian package that holds it. */
  readonly install: string;
}

export const PROGRAMS = {
  verilator: { name: 'Verilator', command: 'verilator', install: 'verilator' },
  cxx: { name: 'C++ compiler', command: 'g++', install: 'g++' },
  make: { name: 'make', command: 'make', install: 'make' },
  ccache: { name: 'ccache', command: 'ccache', install: 'ccache' },
  iverilog: { name: 'Icarus Verilog', command: 'iverilog', install: 'iverilog' },
  vvp: { name: 'Icarus Verilog runtime', command: 'vvp', install: 'iverilog' },
  ngspice: { name: 'ngspice', command: 'ngspice', install: 'ngspice' },
  adms: { name: 'ADMS', command: 'admsXml', install: 'adms' },
  chromium: { name: 'Chromium', command: 'chromium', install: 'chromium' },
} as const satisfies Readonly<Record<string, NativeProgram>>;

/** File that `command` on the PATH stands for, or undefined. */
export function findProgram(command: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => resolve(folder, command))
    .find(isExecutable);
}

/** Requirement of `programs` on the PATH. Throws `MissingToolError` about the first that is not there. */
export function requirePrograms(...programs: readonly NativeProgram[]): void {
  for (const program of programs) if (findProgram(program.command) === undefined) throw missingProgram(program);
}

/** Error about a `program` that is not on the PATH. */
export function missingProgram(program: NativeProgram): MissingToolError {
  return new MissingToolError(program.name, sought(program), howToInstall(program));
}

/** Place where `program` is sought. */
export function sought(program: NativeProgram): string {
  return `${program.command} in PATH=${process.env.PATH ?? ''}`;
}

/** Way to install `program`. */
export function howToInstall(program: NativeProgram): string {
  return `apt-get install ${program.install}, or npm run setup`;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Not there, or not for us: either way it is not the program.
    return false;
  }
}
