/** Verbs of the command line; here those that take a spec and run its steps. */

import type { Command } from 'commander';
import type { Session } from '../session/session.ts';
import { STEPS } from '../steps/select.ts';
import { type AnalogOptions, addAnalogOptions, addAnalogVerb, analogChoice } from './analog.ts';
import { addSpecVerb, type SpecVerb } from './spec-verb.ts';
import { SYNTH } from './synth.ts';
import { addSimulatorOptions, type SimulatorOptions, simulatorChoice, VERIFY } from './verify.ts';

const NO_OPTIONS = { declare: () => undefined, choose: () => ({}) };

const GENERATE: SpecVerb<object> = {
  name: 'generate',
  description: 'Verilog, test benches, Verilog-A, SPICE and dot diagrams',
  steps: ['generate'],
  ...NO_OPTIONS,
};

const EVALUATE: SpecVerb<object> = {
  name: 'evaluate',
  description: 'classification error against bits and noise power, and a report of it',
  steps: ['evaluate', 'report'],
  all: STEPS,
  ...NO_OPTIONS,
};

const COMPARE: SpecVerb<SimulatorOptions & AnalogOptions> = {
  name: 'compare',
  description: 'the main job: all of the above and one report',
  steps: STEPS,
  declare: (command) => {
    addSimulatorOptions(command);
    addAnalogOptions(command);
  },
  choose: (options) => ({ ...simulatorChoice(options), ...analogChoice(options) }),
};

/** Declaration of the verbs on `program`: generate, synth, verify, analog, evaluate, compare. */
export function addSpecVerbs(program: Command, session: Session): void {
  addSpecVerb(program, session, GENERATE);
  addSpecVerb(program, session, SYNTH);
  addSpecVerb(program, session, VERIFY);
  addAnalogVerb(program, session);
  addSpecVerb(program, session, EVALUATE);
  addSpecVerb(program, session, COMPARE);
}
