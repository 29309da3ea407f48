import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findProgram } from '../../tools/native/program.ts';

const SCRIPT = fileURLToPath(new URL('../../tools/setup.sh', import.meta.url));
const COMMANDS = ['verilator', 'iverilog', 'ngspice', 'admsXml', 'g++', 'make', 'ccache', 'chromium', 'sta'];
const PACKAGES = 'verilator iverilog ngspice adms g++ make ccache chromium opensta';

/** A folder that is the whole PATH of the script. */
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'somagen-test-'));
  symlinkSync(findProgram('env') ?? '', join(folder, 'env'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function fake(name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

const userId = (id: number): void => fake('id', `echo ${id}`);
const aptGet = (script = ''): void => fake('apt-get', `echo "apt-get $* [$DEBIAN_FRONTEND]"\n${script}`);

function setup(): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync('/bin/sh', [SCRIPT], { env: { PATH: folder }, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('everything there: no call of apt-get', () => {
  for (const command of COMMANDS) fake(command, 'exit 1');
  aptGet();
  expect(setup()).toEqual({ status: 0, stdout: 'setup: everything is installed\n', stderr: '' });
});

test('as root: just what is missing is installed', () => {
  for (const command of COMMANDS) if (!['iverilog', 'admsXml'].includes(command)) fake(command, '');
  userId(0);
  aptGet();
  expect(setup()).toEqual({
    status: 0,
    stdout: `setup: missing: iverilog admsXml
apt-get update [noninteractive]
apt-get install -y --no-install-recommends iverilog adms [noninteractive]
`,
    stderr: '',
  });
});

test('as another user: through sudo', () => {
  userId(1000);
  aptGet();
  fake('sudo', 'echo "sudo $1 $2"\nexec "$@"');
  const { status, stdout } = setup();
  expect(status).toBe(0);
  expect(stdout).toBe(`setup: missing: ${COMMANDS.join(' ')}
sudo env DEBIAN_FRONTEND=noninteractive
apt-get update [noninteractive]
sudo env DEBIAN_FRONTEND=noninteractive
apt-get install -y --no-install-recommends ${PACKAGES} [noninteractive]
`);
});

test.each([
  ['without apt-get', () => undefined, 'apt-get not found'],
  [
    'without root and sudo',
    () => {
      aptGet();
      userId(1000);
    },
    'neither root nor sudo',
  ],
  [
    'when apt-get cannot install',
    () => {
      aptGet('[ "$1" = update ]');
      userId(0);
    },
    'apt-get install failed',
  ],
])('%s: says what to install and exits with 3', (_, prepare, reason) => {
  prepare();
  const { status, stderr } = setup();
  expect(status).toBe(3);
  expect(stderr).toBe(`setup: ${reason}. Install these (names of Debian's packages), then run npm test: ${PACKAGES}\n`);
});

test('package lists that cannot be updated do not stop an installation that works', () => {
  userId(0);
  aptGet('[ "$1" = install ]');
  expect(setup()).toMatchObject({
    status: 0,
    stderr: 'setup: apt-get update failed; trying to install all the same\n',
  });
});
