/** Worker thread of a training: its part of each command, and its answer. */

import { parentPort, workerData } from 'node:worker_threads';
import { type Command, machineOn, memberOf, sharedBarrier } from '../../nn/index.ts';
import type { CrewWorkerData } from './crew.ts';

const { job, memory, words }: CrewWorkerData = workerData;
const member = memberOf(job, machineOn(memory), sharedBarrier(words, job.count));
parentPort?.on('message', (command: Command) => parentPort?.postMessage(member(command)));
