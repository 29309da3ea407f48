import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkTools } from '../../tools/native/doctor.ts';
import { packageVersion } from '../../tools/package-version.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'somagen-test-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('everything that `npm run setup` installs is found, with its version', async () => {
  const found = (await checkTools()).map(({ name, path, version, problem }) => ({ name, path, version, problem }));
  const there = {
    path: expect.stringMatching(/^\//),
    version: expect.stringMatching(/^\d+(\.\d+)*/),
    problem: undefined,
  };
  const names = [
    'Node',
    'Yosys (embedded)',
    'nextpnr (embedded)',
    'ngspice (embedded)',
    'Verilator',
    'C++ compiler',
    'make',
    'ccache',
  ];
  names.push('Icarus Verilog', 'Icarus Verilog runtime', 'ngspice', 'ADMS', 'Chromium');
  expect(found, 'run npm run setup').toEqual(names.map((name) => ({ name, ...there })));
});

test('embedded engines are the pinned ones', async () => {
  const versions = new Map((await checkTools()).map(({ name, version }) => [name, version]));
  expect(versions.get('Node')).toBe(process.version.slice(1));
  expect(versions.get('Yosys (embedded)')).toBe('0.55.944');
  expect(versions.get('ngspice (embedded)')).toBe('1.8.0');
});

test('a missing program says where it was sought, how to install it and what needs it', async () => {
  vi.stubEnv('PATH', folder);
  const status = (await checkTools()).find(({ name }) => name === 'Icarus Verilog');
  expect(status).toEqual({
    name: 'Icarus Verilog',
    sought: `iverilog in PATH=${folder}`,
    install: 'apt-get install iverilog, or npm run setup',
    neededBy: ['verify --simulators iverilog', 'npm test'],
  });
});

test('a program that does not work is told from a missing one', async () => {
  writeFileSync(join(folder, 'iverilog'), '#!/bin/sh\necho libc.so.6: version not found >&2\nexit 127\n');
  writeFileSync(join(folder, 'vvp'), '#!/bin/sh\necho hello\n');
  writeFileSync(join(folder, 'ngspice'), 'not to be run');
  for (const name of ['iverilog', 'vvp']) chmodSync(join(folder, name), 0o755);
  chmodSync(join(folder, 'ngspice'), 0o644);
  vi.stubEnv('PATH', ['', folder, '/nowhere'].join(delimiter));
  const tools = new Map((await checkTools()).map((status) => [status.name, status]));
  expect(tools.get('Icarus Verilog')).toMatchObject({
    path: join(folder, 'iverilog'),
    problem: 'Icarus Verilog failed with exit code 127:\nlibc.so.6: version not found',
  });
  expect(tools.get('Icarus Verilog runtime')).toMatchObject({ problem: 'does not say its version: hello' });
  expect(tools.get('ngspice')?.path).toBeUndefined();
});

test('the version of a package that is not there is an error that says what to run', () => {
  expect(() => packageVersion('no-such-package')).toThrow(
    'the npm package no-such-package is not installed: run npm ci',
  );
});
