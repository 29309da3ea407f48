/** Clocks of specs on the command line: the stages, the slack and the exit code. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inFolder, somagen } from './somagen.ts';

const run = (clock: string, ...args: readonly string[]) =>
  inFolder(async (folder) => {
    const spec = join(folder, 'spec.yaml');
    writeFileSync(spec, `name: c\nneurons: [{name: mac, kind: digital, bits: 4, clock: ${clock}}]\n`);
    return await somagen([...args, spec, '--out', join(folder, 'out'), '--quiet']);
  });

test('a clock that is met: stages, slack, longest path, exit code 0', async () => {
  const { code, stdout } = await run('3 GHz', 'synth');
  expect(stdout).toMatch(
    /mac: 3 GHz is met with 1 pipeline stage, slack \d.* ps: period .* ps, at most .* GHz, latency 1/,
  );
  expect(stdout).toMatch(/longest path, from \w/);
  expect(stdout).toMatch(/mac\.fmax .*GHz/);
  expect(code).toBe(0);
});

test.each(['generate', 'synth'])('%s: a clock that is missed has exit code 1 and leaves its files', async (verb) => {
  const { code, stdout, stderr } = await run('40 GHz', verb);
  expect(stdout).toMatch(/mac: 40 GHz is missed with \d pipeline stages, slack -/);
  expect(stdout).toContain('Everything is in');
  expect(code, stderr).toBe(1);
});

test('in an FPGA the placed design decides: no iCE40 runs at 1 GHz', async () => {
  const { code, stdout, stderr } = await run(
    '1 GHz, pipeline: 0',
    ...['synth', '--board', 'icebreaker', '--fpga-io', 'serial'],
  );
  expect(stdout).toMatch(/mac in up5k: 1 GHz is missed, slack -.*: at most .* MHz/);
  expect(stdout).not.toContain('longest path');
  expect(code, stderr).toBe(1);
});
