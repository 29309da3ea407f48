#!/usr/bin/env node

/** Command `somagen`: arguments, verb and exit code. Only this folder prints. */

import { Command } from 'commander';
import { printable } from '../measurement/index.ts';
import { VERSION } from '../tools/index.ts';
import { failureOf, Interrupted } from './session/failure.ts';
import type { Session } from './session/session.ts';
import { addCharacterizeVerb } from './verbs/characterize.ts';
import { addDataVerb } from './verbs/data.ts';
import { addDoctorVerb } from './verbs/doctor.ts';
import { addExploreVerb } from './verbs/explore.ts';
import { addInitVerb } from './verbs/init.ts';
import { addSpecVerbs } from './verbs/spec-verbs.ts';
import { addTrainVerb } from './verbs/train.ts';

/** Time in which signals are one Ctrl-C, ms. npx passes on what the terminal has sent already. A later one ends at once. */
const ONE_INTERRUPTION = 500;

const controller = new AbortController();
const interrupt = (): void => {
  controller.abort(new Interrupted());
  setTimeout(() => process.off('SIGINT', interrupt).off('SIGTERM', interrupt), ONE_INTERRUPTION).unref();
};
process.on('SIGINT', interrupt).on('SIGTERM', interrupt);

// A reader that has seen enough, such as head, is no failure; a full disk is.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  process.stderr.write(`cannot write standard output: ${error.message}\n`);
  process.exit(2);
});
// Whoever closed standard error wants no words; the exit code tells.
process.stderr.on('error', () => undefined);

const session: Session = {
  signal: controller.signal,
  exitWith: (code) => {
    process.exitCode = code;
  },
};

const program = new Command('somagen')
  .description('Digital and mixed-signal neurons from one spec: Verilog, Verilog-A, SPICE, and an honest comparison')
  .version(VERSION)
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(printable(text)) })
  .showHelpAfterError('(somagen --help lists the verbs, somagen VERB --help the options of one)');
addSpecVerbs(program, session);
addExploreVerb(program, session);
addInitVerb(program);
addTrainVerb(program, session);
addDataVerb(program, session);
addCharacterizeVerb(program, session);
addDoctorVerb(program, session);

try {
  await program.parseAsync();
} catch (error) {
  const { code, message } = failureOf(controller.signal.aborted ? controller.signal.reason : error);
  if (message) process.stderr.write(`${printable(message)}\n`);
  process.exitCode = code;
}
