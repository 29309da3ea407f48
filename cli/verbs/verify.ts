/** Verb `verify`, and the choice of simulators. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import { SIMULATORS, type SimulatorName } from '../steps/check.ts';
import { addNetworkOptions, type NetworkOptions, networkChoice } from '../verify-network/options.ts';
import { addRtlOptions, checkRtlOptions, type RtlOptions, rtlChoice, simulatorsHere } from '../verify-rtl/options.ts';
import type { Choices, SpecVerb } from './spec-verb.ts';

/** Options of verbs with step `verify`. */
export interface SimulatorOptions {
  readonly simulators?: readonly SimulatorName[];
}

/** Declaration of the options on `command`. */
export function addSimulatorOptions(command: Command): void {
  const simulators = new Option(
    '--simulators <names>',
    `simulators, joined by commas: ${SIMULATORS.join(', ')} (default: embedded; with --rtl all that are here)`,
  );
  command.addOption(simulators.argParser(simulatorNames));
}

/** Choice of simulators by `options`. */
export const simulatorChoice = ({ simulators }: SimulatorOptions): Choices => (simulators ? { simulators } : {});

/** Verb `verify`. */
export const VERIFY: SpecVerb<SimulatorOptions & NetworkOptions & RtlOptions> = {
  name: 'verify',
  description: 'the Verilog in the output folder, or your own, bit for bit against the golden model',
  steps: ['verify'],
  declare: (command) => {
    addSimulatorOptions(command);
    addNetworkOptions(command);
    addRtlOptions(command);
  },
  check: (options) => {
    networkChoice(options);
    checkRtlOptions(options);
  },
  choose: async (options) => {
    const network = networkChoice(options);
    const own = await rtlChoice(options);
    return {
      ...(own ? { own, simulators: simulatorsHere() } : {}),
      ...simulatorChoice(options),
      ...(network ? { network } : {}),
    };
  },
};

function simulatorNames(text: string): SimulatorName[] {
  return text.split(',').map((name) => {
    const found = SIMULATORS.find((known) => known === name);
    if (!found) throw new InvalidArgumentError(`It must hold only: ${SIMULATORS.join(', ')}.`);
    return found;
  });
}
