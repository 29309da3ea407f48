/** The engines and programs that somagen can use on this machine, each with its purpose. */

import { packageFolder, packageVersion } from '../package-version.ts';
import { ToolError } from '../tool.ts';
import { NEXTPNR_PACKAGE } from '../wasm/nextpnr.ts';
import { nativeTool } from './process.ts';
import { findProgram, howToInstall, type NativeProgram, PROGRAMS, sought } from './program.ts';

export interface ToolStatus {
  readonly name: string;
  /** Path of the tool; undefined when it is missing. */
  readonly path?: string;
  /** Version of the tool; undefined when it is missing or does not say. */
  readonly version?: string;
  /** Reason why it does not work although it is there. */
  readonly problem?: string;
  /** Place where it is sought. */
  readonly sought: string;
  /** Way to install it. */
  readonly install: string;
  /** Verbs with their options that need it, or `npm test`. Empty when it only makes things faster. */
  readonly neededBy: readonly string[];
}

interface ProgramCheck {
  readonly program: NativeProgram;
  readonly versionArgument: string;
  /** Pattern of the version in the program's output. */
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

/** Longest time for a program's version, s; each answers in well under a second. */
const TIME_LIMIT = 60;

/** Status of every tool of the verbs and tests. They stand in the order in which a person meets them. */
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
