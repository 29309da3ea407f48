/** Verb `analog`: the spec's mixed-signal neurons, or with `--design` the one that meets targets. */

import { join } from 'node:path';
import type { Command } from 'commander';
import { InputError } from '../session/input-error.ts';
import type { Session } from '../session/session.ts';
import { STEPS } from '../steps/select.ts';
import { whole } from '../training/request.ts';
import { runDesign } from './design.ts';
import { type Choices, type CommonOptions, runSpecVerb, SAMPLES, type SpecVerb, specCommand } from './spec-verb.ts';

/** Options of verbs with step `analog`. */
export interface AnalogOptions {
  readonly samples: number;
  readonly nativeNgspice: boolean;
}

/** Declaration of the options on `command`. */
export function addAnalogOptions(command: Command): void {
  command
    .option('--samples <n>', 'chips of the mismatch Monte Carlo', whole(2, 1_000_000), SAMPLES)
    .option('--native-ngspice', 'the installed ngspice in place of the embedded one', false);
}

/** Choice of chips and simulator by `options`. */
export const analogChoice = ({ samples, nativeNgspice }: AnalogOptions): Choices => ({ samples, nativeNgspice });

const ANALOG: SpecVerb<AnalogOptions> = {
  name: 'analog',
  description: 'the mixed-signal neurons in ngspice, the closed form beside, with models, figures and a report',
  steps: ['generate', 'analog', 'report'],
  all: STEPS,
  declare: addAnalogOptions,
  choose: analogChoice,
};

/** Declaration of the verb on `program`. */
export function addAnalogVerb(program: Command, session: Session): void {
  specCommand(program, ANALOG, '[spec]')
    .option(
      '--design <targets>',
      'find the neuron of least energy: bandwidth=5 MHz,noise=1e-6 V^2,bits=8,effectiveBits=6,mismatch=1 %,energy=2 fJ,gain=0.75,synapses=1',
    )
    .action((file: string | undefined, options: DesignOptions, command: Command) => {
      if (options.design === undefined) {
        if (file === undefined) throw new InputError('analog needs a spec, or --design with targets');
        return runSpecVerb(ANALOG, file, options, session);
      }
      checkDesignOptions(command);
      return runDesign(file, options.design, { ...options, out: options.out ?? join('runs', 'design') }, session);
    });
}

interface DesignOptions extends CommonOptions, AnalogOptions {
  readonly design?: string;
}

/** Options that the search has no use for: it has no steps. */
const NOT_OF_DESIGN = ['from', 'to', 'only'] as const;

/** Refusal of options that would be ignored. */
function checkDesignOptions(command: Command): void {
  const idle = NOT_OF_DESIGN.filter((name) => command.getOptionValueSource(name) === 'cli');
  if (idle.length > 0)
    throw new InputError(`--design has no steps: it goes without ${idle.map((name) => `--${name}`).join(', ')}`);
}
