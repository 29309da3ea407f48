/** The main job on the paper's spec from a fresh folder: embedded engines beside installed ngspice. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram, PROGRAMS } from '../tools/index.ts';

export interface CompareFigure {
  readonly name: 'compare.paper';
  readonly value: number;
  readonly unit: 's';
  readonly against?: { readonly name: string; readonly value: number };
  readonly ratio?: number;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Figure `compare.paper`, wall clock of the whole command. */
export function compareFigure(): CompareFigure {
  const value = seconds([]);
  const figure = { name: 'compare.paper', value, unit: 's' } as const;
  const { command, install } = PROGRAMS.ngspice;
  if (findProgram(command) === undefined) {
    process.stderr.write(`left out: native ngspice is not installed (${install})\n`);
    return figure;
  }
  const peer = seconds(['--native-ngspice']);
  return { ...figure, against: { name: 'the same with native ngspice', value: peer }, ratio: peer / value };
}

function seconds(more: readonly string[]): number {
  const out = mkdtempSync(join(tmpdir(), 'somagen-bench-'));
  try {
    const start = performance.now();
    const command = ['dist/cli/main.js', 'compare', 'examples/paper.yaml', '--quiet', '--out', out, ...more];
    const { status, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
    const end = performance.now();
    if (status !== 0) throw new Error(`somagen compare failed: ${stderr}`);
    return (end - start) / 1000;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
