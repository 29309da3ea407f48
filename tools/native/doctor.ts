/** What somagen can use on this machine: which engines and programs are there, and what each is for. */

import { packageFolder, packageVersion } from '../package-version.ts';
import { ToolError } from '../tool.ts';
import { NEXTPNR_PACKAGE } from '../wasm/nextpnr.ts';
import { nativeTool } from './process.ts';
import { findProgram, howToInstall, type NativeProgram, PROGRAMS, sought } from './program.ts';

export interface ToolStatus {
  readonly name: string;
  /** Where it was found; undefined when it is missing. */
  readonly path?: string;
  /** Its version; undefined when it is missing or does not say. */
  readonly version?: string;
  /** Why it does not work although it is there. */
  readonly problem?: string;
  /** Where it is sought. */
  readonly sought: string;
  /** How to install it. */
  readonly install: string;
  /** What needs it: verbs with their options, `npm test`; empty when it only makes things faster. */
  readonly neededBy: readonly string[];
}

interface ProgramCheck {
  readonly program: NativeProgram;
  readonly versionArgument: string;
  /** Finds the version in what the program prints. */
  readonly version: RegExp;
  readonly neededBy: readonly string[];
}

const BY_VERILATOR = ['verify --simulators verilator', 'npm test'];
const BY_ICARUS = ['verify --simulators iverilog', 'npm test'];
const BY_TESTS = ['npm test'];

const CHECKS: readonly ProgramCheck[] = [
  check(PROGRAMS.verilator, '--version', /^Verilator (\S+)/m, BY_VERILATOR),
  check(PROGRAMS.cxx, '--version', /(\d+(?:\.\d+)+)$/m, BY_VERILATOR),
  check(PROGRAMS.make, '--version', /^GNU Make (\S+)/m, BY_VERILATOR),
  check(PROGRAMS.ccache, '--version', /^ccache version (\S+)/m, []),
  check(PROGRAMS.iverilog, '-V', /version (\S+)/, BY_ICARUS),
  check(PROGRAMS.vvp, '-V', /version (\S+)/, BY_ICARUS),
  check(PROGRAMS.ngspice, '--version', /ngspice-(\S+)/, BY_TESTS),
  check(PROGRAMS.adms, '--version', /version="([^"]+)"/, BY_TESTS),
  check(PROGRAMS.chromium, '--version', /Chromium (\S+)/, BY_TESTS),
];

/** s; every program here answers in well under a second. */
const TIME_LIMIT = 60;

/** The state of everything that some verb or the tests need, in the order in which a person meets it. */
export async function checkTools(): Promise<readonly ToolStatus[]> {
  return [
    {
      name: 'Node',
      path: process.execPath,
      version: process.versions.node,
      sought: process.execPath,
      install: 'https://nodejs.org',
      neededBy: ['every verb'],
    },
    packageStatus('Yosys (embedded)', '@yowasp/yosys', ['synth', 'verify', 'compare']),
    packageStatus('nextpnr (embedded)', NEXTPNR_PACKAGE, ['synth --fpga']),
    packageStatus('ngspice (embedded)', 'eecircuit-engine', ['analog', 'compare']),
    ...(await Promise.all(CHECKS.map(programStatus))),
  ];
}

async function programStatus({ program, versionArgument, version, neededBy }: ProgramCheck): Promise<ToolStatus> {
  const status = { name: program.name, sought: sought(program), install: howToInstall(program), neededBy };
  const path = findProgram(program.command);
  if (path === undefined) return status;
  try {
    const { log } = await nativeTool(program, { timeLimit: TIME_LIMIT })([versionArgument], {});
    const found = version.exec(log)?.[1];
    return found === undefined
      ? { ...status, path, problem: `does not say its version: ${log.trim()}` }
      : { ...status, path, version: found };
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    return { ...status, path, problem: error.message };
  }
}

function packageStatus(name: string, specifier: string, neededBy: readonly string[]): ToolStatus {
  const status = { name, sought: `the npm package ${specifier}`, install: 'npm ci', neededBy };
  const path = packageFolder(specifier);
  return path === undefined ? status : { ...status, path, version: packageVersion(specifier) };
}

function check(
  program: NativeProgram,
  versionArgument: string,
  version: RegExp,
  neededBy: readonly string[],
): ProgramCheck {
  return { program, versionArgument, version, neededBy };
}
