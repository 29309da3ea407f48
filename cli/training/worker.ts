/** A worker thread of a training: does its part of each command that comes, and answers with what it saw. */

import { parentPort, workerData } from 'node:worker_threads';
import { type Command, machineOn, memberOf, sharedBarrier } from '../../nn/index.ts';
import type { CrewWorkerData } from './crew.ts';

const { job, memory, words }: CrewWorkerData = workerData;
const member = memberOf(job, machineOn(memory), sharedBarrier(words, job.count));
parentPort?.on('message', (command: Command) => parentPort?.postMessage(member(command)));
