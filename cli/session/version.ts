/** Versions of somagen and of the packages whose results it reports. */

import { packageVersion, VERSION } from '../../tools/index.ts';

/** Versions by name: somagen, Node and the embedded engines. */
export function versions(): Readonly<Record<string, string>> {
  return {
    somagen: VERSION,
    node: process.versions.node,
    '@yowasp/yosys': packageVersion('@yowasp/yosys'),
    'eecircuit-engine': packageVersion('eecircuit-engine'),
  };
}
