/** Paths in a spec, relative to its file. */

import { dirname, isAbsolute, join } from 'node:path';
import type { Spec } from '../../gen/index.ts';

/** Spec with the user's files as paths from the working directory; `file` is its own path. */
export function withOwnPaths(spec: Spec, file: string): Spec {
  const { evaluate } = spec;
  if (evaluate === undefined) return spec;
  const from = (path: string): string => (isAbsolute(path) ? path : join(dirname(file), path));
  const networks = evaluate.networks.map((entry): typeof entry => {
    if (typeof entry === 'string') return entry;
    const { file: layers, weights, data, calibration, ...rest } = entry;
    return {
      ...{ file: from(layers), weights: from(weights), ...rest },
      ...(data === undefined ? {} : { data: from(data) }),
      ...(calibration === undefined ? {} : { calibration: from(calibration) }),
    };
  });
  return { ...spec, evaluate: { ...evaluate, networks } };
}
