/** Random small specs, each compared to its end by the command line. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { parseSpec } from '../gen/index.ts';
import { randomSpec } from '../test/random-spec.ts';

export interface EnduranceFigure {
  readonly name: 'compare.random';
  readonly value: number;
  readonly unit: '1';
  readonly against?: undefined;
  readonly ratio?: undefined;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SPECS = 20;

/**
 * Figure `compare.random`: the specs out of 20 that end with exit code 0 and a report. The others are told on standard
 * error.
 */
export function enduranceFigure(): EnduranceFigure {
  const valid = randomSpec.filter((document) => !('problems' in parseSpec(document, Number)));
  const ended = fc.sample(valid, { numRuns: SPECS, seed: 1 }).filter(endsWell);
  return { name: 'compare.random', value: ended.length, unit: '1' };
}

function endsWell(document: Readonly<Record<string, unknown>>): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'somagen-bench-'));
  try {
    const spec = join(folder, 'random.json');
    writeFileSync(spec, JSON.stringify(document));
    const out = join(folder, 'out');
    const command = ['dist/cli/main.js', 'compare', spec, '--quiet', '--samples', '3', '--out', out];
    const { status, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
    const well = status === 0 && existsSync(join(out, 'report.html'));
    if (!well) process.stderr.write(`exit code ${status}: ${JSON.stringify(document)}\n${stderr}\n`);
    return well;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
