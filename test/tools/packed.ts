/** The package as a user gets it: packed, and unpacked in an empty folder beside its dependencies. */

import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../cli/somagen.ts';

const call = promisify(execFile);

/** Packs what is built; the path of the tarball in `folder`. */
export async function pack(folder: string): Promise<string> {
  await call('npm', ['pack', '--ignore-scripts', '--offline', '--pack-destination', folder], { cwd: ROOT });
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm pack left no tarball');
  return join(folder, tarball);
}

/** Installs `tarball` in `folder`; its dependencies are links to those that are installed here. */
export async function install(tarball: string, folder: string): Promise<string> {
  const installed = join(folder, 'node_modules/somagen');
  mkdirSync(installed, { recursive: true });
  await call('tar', ['-xzf', tarball, '-C', installed, '--strip-components', '1']);
  const { dependencies }: { dependencies: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(installed, 'package.json'), 'utf8'),
  );
  for (const name of [...Object.keys(dependencies), '@types/node']) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), link);
  }
  return installed;
}

/** Everything that a program prints; what it printed too where it fails. */
export async function printed(program: string, args: readonly string[], cwd: string): Promise<string> {
  try {
    const { stdout } = await call(program, args, { cwd });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string };
    return stdout + stderr;
  }
}
