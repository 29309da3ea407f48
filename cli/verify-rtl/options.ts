/** Options of `verify` about the user's own Verilog. */

import { type Command, Option } from 'commander';
import { InputError } from '../session/input-error.ts';
import { SIMULATORS, type SimulatorName } from '../steps/check.ts';
import { missingPrograms } from '../steps/simulators.ts';
import type { OwnDesign } from './own-design.ts';
import { ownFiles } from './own-files.ts';

/** Parsed options of `verify` about the user's own Verilog. */
export interface RtlOptions {
  readonly rtl?: readonly string[];
  readonly top?: string;
  readonly neuron?: string;
  readonly network?: string;
  readonly simulators?: readonly SimulatorName[];
}

/** Declaration of the options on `command`. */
export function addRtlOptions(command: Command): void {
  command
    .addOption(
      new Option(
        '--rtl <files...>',
        "your own Verilog with the ports of the neuron, in place of somagen's: files or file lists (.f), after the spec",
      ),
    )
    .option('--top <name>', "with --rtl: its top module (default: the neuron's name)")
    .option('--neuron <name>', 'with --rtl: the neuron of the spec that it stands for, where there are several');
}

/** Refusal of options that do not go together. */
export function checkRtlOptions({ rtl, top, neuron, network }: RtlOptions): void {
  if (rtl === undefined) {
    for (const [key, value] of Object.entries({ top, neuron }))
      if (value !== undefined) throw new InputError(`--${key} needs --rtl`);
    return;
  }
  if (network !== undefined)
    throw new InputError('--rtl goes without --network, which needs the parameters of a serial neuron of ours');
  if (top !== undefined && !/^[A-Za-z]\w*$/.test(top))
    throw new InputError(`--top must be a module's name, a letter and then letters, digits and _: ${top}`);
}

/** The user's design as `options` name it, read. Rejects with `InputError`. */
export async function rtlChoice(options: RtlOptions): Promise<OwnDesign | undefined> {
  const { rtl, top, neuron, simulators } = options;
  if (rtl === undefined) return undefined;
  return {
    ...(await ownFiles(rtl)),
    ...(top === undefined ? {} : { top }),
    ...(neuron === undefined ? {} : { neuron }),
    demanded: simulators !== undefined,
  };
}

/** Simulators where the user names none: those that are here. */
export const simulatorsHere = (): readonly SimulatorName[] =>
  SIMULATORS.filter((name) => missingPrograms(name).length === 0);
