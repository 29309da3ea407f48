/** The user's own design, as it is checked in place of a neuron's. */

import type { OwnFiles } from './own-files.ts';

/** Files and the names that the user gave. */
export interface OwnDesign extends OwnFiles {
  /** Top module; undefined: called as the neuron. */
  readonly top?: string;
  /** Neuron of the spec; undefined: the only one, or that which `top` is called like. */
  readonly neuron?: string;
  /** True where the user named the simulators: each must run it. */
  readonly demanded: boolean;
}
