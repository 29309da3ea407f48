/** Simulators by name: what each needs, and why one does not run a design. */

import {
  DesignError,
  embeddedSimulator,
  icarusSimulator,
  type Simulator,
  verilatorSimulator,
} from '../../sim/index.ts';
import {
  createIcarus,
  createVerilator,
  findProgram,
  type NativeProgram,
  PROGRAMS,
  ToolError,
} from '../../tools/index.ts';
import type { Run } from '../run/run.ts';
import type { SimulatorName } from './check.ts';

/** Simulator called `name`. */
export function simulatorOf(run: Run, name: SimulatorName): Simulator {
  switch (name) {
    case 'embedded':
      return embeddedSimulator(run.yosys());
    case 'verilator':
      return verilatorSimulator(createVerilator(run.toolOptions));
    case 'iverilog':
      return icarusSimulator(createIcarus(run.toolOptions));
  }
}

/** Programs that a simulator needs. */
export function simulatorPrograms(simulator: SimulatorName): readonly NativeProgram[] {
  switch (simulator) {
    case 'embedded':
      return [];
    case 'verilator':
      return [PROGRAMS.verilator, PROGRAMS.make, PROGRAMS.cxx];
    case 'iverilog':
      return [PROGRAMS.iverilog, PROGRAMS.vvp];
  }
}

/** Those of them that are not on this machine. */
export const missingPrograms = (simulator: SimulatorName): readonly NativeProgram[] =>
  simulatorPrograms(simulator).filter(({ command }) => findProgram(command) === undefined);

/** Most lines of a tool's reason. */
const MOST_LINES = 6;

/** Reason why a simulator did not run a design. Undefined for an error that is not the design's. */
export function designReason(error: unknown): string | undefined {
  if (error instanceof DesignError) return error.message;
  if (error instanceof ToolError && /did not converge/i.test(error.log)) return 'it does not settle';
  // A tool that was ended, or ended well and left nothing, says nothing about the design.
  if (!(error instanceof ToolError) || error.code === null || error.code === 0) return undefined;
  const lines = error.log.split('\n').filter((line) => line.trim() !== '');
  switch (error.tool) {
    case 'Yosys':
    case PROGRAMS.verilator.name: {
      const first = lines.findIndex((line) => /\bERROR: |^%Error/.test(line));
      return first < 0 ? undefined : lines.slice(first, first + MOST_LINES).join('\n');
    }
    case PROGRAMS.iverilog.name:
      return lines
        .filter((line) => !/: warning:/.test(line))
        .slice(0, MOST_LINES)
        .join('\n');
    case PROGRAMS.vvp.name:
    case 'Verilated model':
      return `it ends the simulation\n${lines.slice(-MOST_LINES).join('\n')}`;
    default:
      return undefined;
  }
}
