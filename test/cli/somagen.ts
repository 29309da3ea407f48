/** Runs the built command line as a user would. */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAIN = join(ROOT, 'dist/cli/main.js');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** ms; half of what the program takes for one. */
const SAME_INTERRUPTION = 250;

/** `somagen ARGS` in the project's folder; `signalAfter` interrupts it when standard error matches. */
export function somagen(
  args: readonly string[],
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly signalAfter?: RegExp;
    readonly cwd?: string;
  } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    let signalled = false;
    child.stdout.on('data', (data) => {
      stdout += data;
    });
    child.stderr.on('data', (data) => {
      stderr += data;
      if (signalled || !options.signalAfter?.test(stderr)) return;
      signalled = true;
      child.kill('SIGINT');
      // As npx in a terminal does, which passes on the Ctrl-C that its child has got as well; late, it would be another Ctrl-C.
      const sent = performance.now();
      setTimeout(() => performance.now() - sent < SAME_INTERRUPTION && child.kill('SIGINT'), 20);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      // The second may find it after its last word; a shell tells 128 and the signal's number then.
      const ended = signal === 'SIGINT' && stderr.includes('interrupted; what was finished is kept');
      resolve({ code: ended ? 130 : code, stdout, stderr });
    });
  });
}

/** A temporary folder that is removed when `use` has ended. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'somagen-test-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `value` of the measurement `key` in the text of `metrics.json`. */
export function measured(metrics: string, key: string): unknown {
  const { measurements } = JSON.parse(metrics) as { measurements: { key: string; value: unknown }[] };
  const found = measurements.filter((entry) => entry.key === key);
  if (found.length !== 1) throw new Error(`${key} stands ${found.length} times in metrics.json`);
  return found[0]?.value;
}
