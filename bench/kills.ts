/** Runs that are killed at any moment, and what the next run leaves. */

import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { type KilledVerb, killedVerbs } from './killed-verbs.ts';

export interface KillFigure {
  readonly name: 'kills';
  readonly value: number;
  readonly unit: '1';
  readonly against?: undefined;
  readonly ratio?: undefined;
}

const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const KILLS = 60;
const SIGNALS = ['SIGKILL', 'SIGTERM', 'SIGINT'] as const;

/** A kill: of a run on an empty folder or on a finished one, after this part of its time. */
interface Kill {
  readonly signal: (typeof SIGNALS)[number];
  readonly warm: boolean;
  readonly share: number;
}

/** A run that nobody disturbed: its files, exit code and time. */
interface Undisturbed {
  readonly files: ReadonlyMap<string, string>;
  readonly code: number | null;
  readonly milliseconds: number;
}

/**
 * Figure `kills`: the runs out of 60 that were killed, and after which the next one left the same bytes as one that
 * nobody disturbed, and nothing else. The others are told on standard error.
 */
export async function killFigure(count = KILLS): Promise<KillFigure> {
  const place = mkdtempSync(join(tmpdir(), 'bench-kills-'));
  try {
    const verbs = await killedVerbs(place);
    const kills = fc.sample(
      fc.noBias(
        fc.record<Kill>({
          signal: fc.constantFrom(...SIGNALS),
          warm: fc.boolean(),
          share: fc.integer({ min: 2, max: 98 }).map((percent) => percent / 100),
        }),
      ),
      { numRuns: count, seed: 1 },
    );
    let good = 0;
    const references = new Map<string, Undisturbed>();
    for (const [index, kill] of kills.entries()) {
      const verb = verbs[index % verbs.length];
      if (!verb) break;
      const problem = await problemOf(verb, kill, place, references);
      if (problem === undefined) good++;
      const line = `${verb.name}, ${kill.warm ? 'warm' : 'cold'}, ${kill.signal} at ${Math.round(100 * kill.share)} %`;
      process.stderr.write(`kill ${index + 1}: ${line}: ${problem ?? 'same bytes, nothing left'}\n`);
    }
    for (const verb of verbs) await verb.close?.();
    return { name: 'kills', value: good, unit: '1' };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Difference that a kill made, or undefined. */
async function problemOf(
  verb: KilledVerb,
  { signal, warm, share }: Kill,
  place: string,
  references: Map<string, Undisturbed>,
): Promise<string | undefined> {
  const cold = await reference(verb, false, place, references);
  const wanted = warm ? await reference(verb, true, place, references) : cold;
  const folder = join(place, 'killed');
  const temporary = join(place, 'tmp');
  for (const path of [folder, temporary]) rmSync(path, { recursive: true, force: true });
  mkdirSync(temporary);
  if (warm) cpSync(join(place, `${verb.name}-cold`), folder, { recursive: true });
  const killed = await run(verb, folder, temporary, { signal, after: share * wanted.milliseconds });
  if (signal !== 'SIGKILL') {
    // By the signal itself: it came before the program began.
    const early = killed.signal === signal && killed.stderr === '';
    if (!early && killed.code !== 130 && killed.code !== wanted.code)
      return `ended with ${killed.code ?? killed.signal}: ${killed.stderr}`;
    const left = [...readdirSync(temporary), ...locksIn(folder)];
    if (left.length > 0) return `it left ${left.join(', ')}`;
  }
  const next = await run(verb, folder, temporary);
  if (next.code !== wanted.code) return `the next run ended with ${next.code}: ${next.stderr}`;
  const left = [...readdirSync(temporary), ...programsIn(temporary)];
  if (left.length > 0) return `the next run left ${left.join(', ')}`;
  const files = filesIn(folder);
  const different = [...new Set([...wanted.files.keys(), ...files.keys()])].filter(
    (path) => files.get(path) !== wanted.files.get(path),
  );
  return different.length > 0 ? `these differ: ${different.join(', ')}` : undefined;
}

/** Run that nobody disturbs, on an empty folder or on a finished one; run once. */
async function reference(
  verb: KilledVerb,
  warm: boolean,
  place: string,
  known: Map<string, Undisturbed>,
): Promise<Undisturbed> {
  const name = `${verb.name}-${warm ? 'warm' : 'cold'}`;
  const found = known.get(name);
  if (found) return found;
  const folder = join(place, name);
  const temporary = join(place, 'tmp');
  mkdirSync(temporary, { recursive: true });
  if (warm) cpSync(join(place, `${verb.name}-cold`), folder, { recursive: true });
  const started = performance.now();
  const { code, stderr } = await run(verb, folder, temporary);
  if (code !== verb.code) throw new Error(`${verb.name} ended with ${code}: ${stderr}`);
  const undisturbed = { files: filesIn(folder), code, milliseconds: performance.now() - started };
  known.set(name, undisturbed);
  return undisturbed;
}

function run(
  verb: KilledVerb,
  folder: string,
  temporary: string,
  end?: { readonly signal: NodeJS.Signals; readonly after: number },
): Promise<{ readonly code: number | null; readonly signal: string | null; readonly stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...verb.args(folder)], {
      cwd: verb.cwd,
      env: { ...process.env, TMPDIR: temporary, ...verb.env?.(folder) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    const timer = end ? setTimeout(() => child.kill(end.signal), end.after) : undefined;
    child.on('error', reject);
    child.on('close', (code, ended) => {
      clearTimeout(timer);
      resolve({ code, signal: ended, stderr });
    });
  });
}

/** Files under `folder` by path, without the times of a manifest. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  const found = entriesIn(folder).map((path): [string, string] => {
    const text = readFileSync(join(folder, path), 'latin1');
    return [path, path === 'manifest.json' ? text.replace(/"(started|seconds)": [^\n]*/g, '') : text];
  });
  return new Map(found);
}

const locksIn = (folder: string): readonly string[] =>
  entriesIn(folder).filter((path) => /(^|\/)\.somagen|\.lock$/.test(path));

function entriesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return [];
  }
}

/** Processes at work in `folder`. */
function programsIn(folder: string): readonly string[] {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readlinkSync(`/proc/${name}/cwd`).startsWith(folder);
    } catch {
      // It has ended, or is another user's.
      return false;
    }
  });
}
