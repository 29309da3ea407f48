import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasControls } from '../../measurement/index.ts';
import { inFolder, somagen } from './somagen.ts';

/** Clears a screen, sets a title, rings, turns text around: in one and in two bytes. */
const HOSTILE = 'a\u001b[2J\u001b]0;t\u0007\u009b31m\u202eb';
const SPEC = 'name: small\nneurons:\n  - {name: dig, kind: digital, bits: 3}\n';

/** Folder with a spec and programs, shell scripts by name, that stand before all others. */
function arranged(folder: string, programs: Readonly<Record<string, string>>) {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const spec = join(folder, `${HOSTILE}.yaml`);
  writeFileSync(spec, SPEC);
  return { spec, env: { PATH: `${bin}:${process.env.PATH}` } };
}

test('hostile names of files and folders, and what a tool prints, are shown and not obeyed', () =>
  inFolder(async (folder) => {
    const { spec, env } = arranged(folder, { iverilog: `printf '${'\\033[2J\\033]0;t\\007\\302\\233'}'` });
    const out = join(folder, HOSTILE, 'out');
    const verify = ['verify', spec, '--simulators', 'iverilog', '--out', out];
    const ended = await somagen([...verify, '--verbose'], { env });
    expect(ended.code).toBe(3);
    expect(ended.stderr).toContain('Icarus Verilog ended well but left no model.vvp');
    expect(ended.stderr).toContain('\\u001b[2J\\u001b]0;t\\u0007\\u009b');
    const made = await somagen(['generate', spec, '--out', out]);
    expect(made.code).toBe(0);
    expect(made.stdout).toContain('\\u001b[2J');
    const missing = await somagen(['generate', `${spec}x`]);
    expect(missing.code).toBe(2);
    for (const { stdout, stderr } of [ended, made, missing]) expect(hasControls(stdout + stderr)).toBe(false);
    for (const log of readdirSync(join(out, 'logs')))
      expect(hasControls(readFileSync(join(out, 'logs', log), 'utf8'))).toBe(false);
  }));

test('a tool that hangs is ended after --tool-timeout, and nothing is left of it', () =>
  inFolder(async (folder) => {
    const { spec, env } = arranged(folder, { iverilog: 'exec sleep 1000' });
    const TMPDIR = join(folder, 'tmp');
    mkdirSync(TMPDIR);
    const args = ['verify', spec, '--simulators', 'iverilog', '--out', join(folder, 'out'), '--tool-timeout', '0.2 s'];
    const { code, stderr } = await somagen(args, { env: { ...env, TMPDIR } });
    expect(stderr).toContain('Icarus Verilog was ended after its time limit of 0.2 s');
    expect(code).toBe(3);
    expect(readdirSync(TMPDIR)).toEqual([]);
  }));

test('a temporary folder that a shell would read in is refused', () =>
  inFolder(async (folder) => {
    const { spec } = arranged(folder, {});
    const TMPDIR = join(folder, '$(touch gone)');
    mkdirSync(TMPDIR);
    const args = ['verify', spec, '--simulators', 'iverilog', '--out', join(folder, 'out')];
    const { code, stderr } = await somagen(args, { env: { TMPDIR } });
    expect(stderr).toContain('programs that run there may hand its path to a shell');
    expect({ code, gone: existsSync(join(folder, 'gone')) }).toEqual({ code: 2, gone: false });
  }));
