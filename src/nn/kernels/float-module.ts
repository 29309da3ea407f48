/** The module of the float kernels as WebAssembly text. */

import { activationText } from './float-activation.ts';
import { convolveText } from './float-convolve.ts';
import { poolText } from './float-pool.ts';
import { slope } from './float-slope.ts';
import { updateText } from './float-update.ts';

/** Most pages of 64 KiB that a memory may have. */
export const MOST_PAGES = 32768;

/** The module; `shared`: its memory is one of several threads. */
export function floatModuleText(shared: boolean): string {
  const memory = shared ? `1 ${MOST_PAGES} shared` : '1';
  return `(module
(import "kernels" "memory" (memory ${memory}))
${convolveText()}
${activationText()}
${poolText(slope)}
${updateText()})
`;
}
