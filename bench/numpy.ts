/** Images per CPU-second of the evaluator's method in numpy on one thread. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Network } from '../nn/network/network.ts';

/** Speeds without noise and with it, images per CPU-second. */
export interface Speeds {
  readonly exact: number;
  readonly noisy: number;
}

/** Number of images that numpy takes at once, about the fastest for all three networks. */
const NUMPY_BATCH = 50;
/** Noise of a weight as a part of the largest code. */
const SIGMA = 0.05;

/** Noise of a weight in units of the code's last place. */
export const sigmaOf = (bits: number): number => SIGMA * (2 ** (bits - 1) - 1);

interface Numpy {
  readonly python: string;
  /** Version and BLAS. */
  readonly about: string;
}

const SCRIPT = fileURLToPath(new URL('./evaluate.py', import.meta.url));
const ONE_THREAD = { OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' };

/**
 * The Python whose numpy is measured. It is the system's if its numpy has OpenBLAS, else the first that has, else the
 * first with numpy; null, with a note, where there is none.
 */
export function findNumpy(): Numpy | null {
  const found = ['/usr/bin/python3', 'python3'].flatMap((python) => {
    const run = spawnSync(python, [SCRIPT, '--about'], { encoding: 'utf8' });
    return run.status === 0 ? [{ python, about: run.stdout.trim() }] : [];
  });
  if (found.length === 0)
    process.stderr.write('numpy is left out: no python3 has it (apt install python3-numpy libopenblas0)\n');
  return found.find(({ about }) => about.endsWith('OpenBLAS')) ?? found[0] ?? null;
}

/** Speeds of a network in numpy on one thread. Throws when the script fails. */
export function numpySpeeds({ python }: Numpy, network: Network, bits: number, images: number): Speeds {
  const { input, layers } = network;
  const task = {
    input,
    layers,
    images,
    batch: NUMPY_BATCH,
    bits,
    sigma: sigmaOf(bits),
    repeats: 3,
  };
  const run = spawnSync(python, [SCRIPT], {
    input: JSON.stringify(task),
    encoding: 'utf8',
    env: { ...process.env, ...ONE_THREAD },
  });
  if (run.status !== 0) throw new Error(`${python} ${SCRIPT} failed: ${run.stderr}`);
  return JSON.parse(run.stdout) as Speeds;
}
