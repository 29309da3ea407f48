/** The packages that this one depends on: their folders and versions. */

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const MANIFEST = 'package.json';

/**
 * Folder of the npm package `name` as it is found from here, or undefined. Its entry is not asked for: not every
 * package has one for `require`, nor exports its `package.json`.
 */
export function packageFolder(name: string): string | undefined {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return folders.map((folder) => join(folder, name)).find((folder) => existsSync(join(folder, MANIFEST)));
}

/** Version of the npm package `name`. Throws when it is not installed. */
export function packageVersion(name: string): string {
  const folder = packageFolder(name);
  if (folder === undefined) throw new Error(`the npm package ${name} is not installed: run npm ci`);
  const manifest: unknown = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error(`${join(folder, MANIFEST)} holds no version`);
}
