/** Where a worker thread's compiled file is: Node 20 starts workers from JavaScript only. */

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The compiled worker `relativeJs` beside the module `importMetaUrl`: `.../dist/tools/x.js`, also when the caller
 * runs from `.../src/tools/y.ts` (under tsx or vitest).
 */
export function workerUrl(importMetaUrl: string, relativeJs: string): URL {
  const here = new URL(relativeJs, importMetaUrl);
  const source = here.pathname.lastIndexOf('/src/');
  const compiled = new URL(here);
  if (importMetaUrl.endsWith('.ts') && source >= 0)
    compiled.pathname = `${here.pathname.slice(0, source)}/dist/${here.pathname.slice(source + '/src/'.length)}`;
  if (!existsSync(compiled)) throw new Error(`${fileURLToPath(compiled)} is missing: run npm run build`);
  return compiled;
}
