/** Crews of threads that train together, and the one thread that needs no others. */

import { createFloatMachine, type FloatMachine } from '../float/kernels/kernels.ts';
import { type Barrier, type Command, type MemberJob, memberOf, type Seen } from './member.ts';

/** Threads with one memory. */
export interface Crew {
  readonly machine: FloatMachine;
  /** Run of a command by all threads, each its part; rejects when one fails. */
  run(command: Command): Promise<readonly Seen[]>;
  close(): Promise<void>;
}

/** Maker of a crew on a memory of so many bytes; each thread gets the job with its own index. */
export interface CrewMaker {
  readonly threads: number;
  readonly start: (bytes: number, job: Omit<MemberJob, 'index' | 'count'>) => Promise<Crew>;
}

/** Crew of this thread alone. */
export const ALONE: CrewMaker = {
  threads: 1,
  start: async (bytes, job) => {
    const machine = createFloatMachine(bytes);
    const member = memberOf({ ...job, index: 0, count: 1 }, machine, () => {});
    return { machine, run: async (command) => [member(command)], close: async () => {} };
  },
};

/** Looks at the generation before a thread sleeps: a step of the others is often shorter than a sleep. */
const LOOKS = 2000;

/** Barrier of `count` threads on two shared words, zeros at the start: how many wait, and how often all have come. */
export function sharedBarrier(words: Int32Array, count: number): Barrier {
  return () => {
    const generation = Atomics.load(words, 1);
    if (Atomics.add(words, 0, 1) === count - 1) {
      Atomics.store(words, 0, 0);
      Atomics.add(words, 1, 1);
      Atomics.notify(words, 1);
      return;
    }
    for (let look = 0; look < LOOKS; look++) if (Atomics.load(words, 1) !== generation) return;
    while (Atomics.load(words, 1) === generation) Atomics.wait(words, 1, generation);
  };
}
