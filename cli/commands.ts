/** Commands of `somagen` in a thread of their own: arguments, verb and exit code. Only this folder prints. */

import { parentPort, workerData } from 'node:worker_threads';
import { Command } from 'commander';
import { sweepTemporary, tellLeftovers, VERSION } from '../tools/index.ts';
import { failureOf, Interrupted } from './session/failure.ts';
import { duration } from './session/pace.ts';
import type { Session } from './session/session.ts';
import { guardTerminal } from './session/terminal.ts';
import { addCardVerb } from './verbs/card.ts';
import { addCharacterizeVerb } from './verbs/characterize.ts';
import { addDataVerb } from './verbs/data.ts';
import { addDoctorVerb } from './verbs/doctor.ts';
import { addExploreVerb } from './verbs/explore.ts';
import { addInitVerb } from './verbs/init.ts';
import { addSpecVerbs } from './verbs/spec-verbs.ts';
import { addTrainVerb } from './verbs/train.ts';

guardTerminal(workerData);
const controller = new AbortController();
// The only message is that of an interruption.
parentPort?.on('message', () => controller.abort(new Interrupted())).unref();
tellLeftovers((change) => parentPort?.postMessage(change));

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
  .showHelpAfterError('(somagen --help lists the verbs, somagen VERB --help the options of one)')
  .hook('preAction', sweepTemporary)
  .hook('postAction', (_, verb) => {
    // Verbs that take a while can be quiet.
    if (verb.opts().quiet === false) process.stderr.write(`done in ${duration(performance.now() / 1000)}\n`);
  });
addSpecVerbs(program, session);
addExploreVerb(program, session);
addInitVerb(program);
addTrainVerb(program, session);
addDataVerb(program, session);
addCardVerb(program);
addCharacterizeVerb(program, session);
addDoctorVerb(program, session);

try {
  await program.parseAsync();
} catch (error) {
  const { code, message } = failureOf(controller.signal.aborted ? controller.signal.reason : error);
  if (message) process.stderr.write(`${message}\n`);
  process.exitCode = code;
}
