/** Versions of somagen and of the packages whose results it reports. */

import { readFileSync } from 'node:fs';
import { packageVersion } from '../tools/index.ts';

/** Version of somagen. */
export const VERSION = ownVersion();

function ownVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error('package.json holds no version');
}

/** By name: somagen, Node and the embedded engines. */
export function versions(): Readonly<Record<string, string>> {
  return {
    somagen: VERSION,
    node: process.versions.node,
    '@yowasp/yosys': packageVersion('@yowasp/yosys'),
    'eecircuit-engine': packageVersion('eecircuit-engine'),
  };
}
