/** The places of the package, the same from its sources and from its build. */

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MANIFEST = 'package.json';

/** Folder of the package: the nearest one with a `package.json`, above its sources as above `dist`. */
export const PACKAGE_ROOT = rootOf(new URL('.', import.meta.url));

/** Version of the package. */
export const VERSION = versionOf(new URL(MANIFEST, PACKAGE_ROOT));

/** Path of a file or a folder of the package. */
export function packagePath(relative: string): string {
  return fileURLToPath(new URL(relative, PACKAGE_ROOT));
}

/**
 * Compiled file of a worker thread, by its path without extension. Node 20 starts workers from JavaScript only. Throws
 * where it was not built.
 */
export function workerUrl(module: string): URL {
  const compiled = new URL(`dist/${module}.js`, PACKAGE_ROOT);
  if (!existsSync(compiled)) throw new Error(`${fileURLToPath(compiled)} is missing: run npm run build`);
  return compiled;
}

function rootOf(folder: URL): URL {
  if (existsSync(new URL(MANIFEST, folder))) return folder;
  const above = new URL('..', folder);
  if (above.href === folder.href) throw new Error(`no ${MANIFEST} above ${fileURLToPath(import.meta.url)}`);
  return rootOf(above);
}

function versionOf(file: URL): string {
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error(`${fileURLToPath(file)} holds no version`);
}
