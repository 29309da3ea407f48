/** Starters of `init`: each runs as its header says. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inFolder, somagen } from './somagen.ts';

test.each([
  ['digital', 'generate', []],
  ['analog', 'generate', []],
  ['network', 'compare', ['--set', 'evaluate.images=100', '--set', 'evaluate.draws=1']],
  ['fpga', 'verify', []],
] as const)('--for %s, then %s: exit code 0', (kind, verb, options) =>
  inFolder(async (cwd) => {
    const init = await somagen(['init', 'own.yaml', '--for', kind], { cwd });
    expect(init).toMatchObject({ code: 0, stderr: 'own.yaml written; next: somagen compare own.yaml\n' });
    const { code, stderr } = await somagen([verb, 'own.yaml', '--quiet', ...options], { cwd });
    expect(code, stderr).toBe(0);
  }),
);

test('the objective decides in the starter', () =>
  inFolder(async (folder) => {
    const spec = join(folder, 'own.yaml');
    await somagen(['init', spec]);
    const cellsFor = async (objective: string): Promise<unknown> => {
      const out = join(folder, objective);
      await somagen(['generate', spec, '--set', `neurons.dig.objective=${objective}`, '--quiet', '--out', out]);
      const { neurons } = JSON.parse(readFileSync(join(out, 'spec.resolved.json'), 'utf8'));
      return neurons[0].adderCells;
    };
    // Adders of 26 transistors in place of 28.
    expect([await cellsFor('balanced'), await cellsFor('transistors')]).toEqual(['library', 'gates']);
  }));

test('a kind of user that there is not: exit code 2', async () => {
  const { code, stderr } = await somagen(['init', '--for', 'nobody']);
  expect(code).toBe(2);
  expect(stderr).toContain('digital, analog, network, fpga');
});
