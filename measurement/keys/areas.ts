/** All keys by area, and whether a measurement is one of them. */

import { CLAIM_KEYS } from './claims.ts';
import { PAIR_KEYS } from './comparison.ts';
import { CHECK_KEYS, DIGITAL_KEYS, FPGA_KEYS, NETWORK_CHECK_KEYS } from './digital.ts';
import { formOf, type Key } from './key.ts';
import { LARGE_SIGNAL_KEYS } from './large-signal.ts';
import { EXECUTION_KEYS, NOISE_KEYS, OPERATING_POINT_KEYS, PERIPHERY_KEYS } from './mixed-signal.ts';
import { COST_KEYS, ERROR_KEYS } from './network.ts';
import { DESIGN_KEYS, SIZING_KEYS } from './sizing.ts';
import { TRANSIENT_KEYS } from './transient.ts';
import { CORNER_KEYS, EFFECTIVE_BIT_KEYS, MISMATCH_KEYS } from './variability.ts';

/** Keys that belong together. */
export interface KeyArea {
  readonly title: string;
  readonly keys: Readonly<Record<string, Key>>;
}

/** Every key that a measurement may have. */
export const KEY_AREAS: readonly KeyArea[] = [
  { title: 'Digital neurons', keys: DIGITAL_KEYS },
  { title: 'Digital neurons in an FPGA', keys: FPGA_KEYS },
  { title: 'Checks against the golden model', keys: CHECK_KEYS },
  { title: 'Networks through the Verilog of a serial neuron', keys: NETWORK_CHECK_KEYS },
  { title: 'Mixed-signal neurons', keys: OPERATING_POINT_KEYS },
  { title: 'Executed descriptions of mixed-signal neurons', keys: EXECUTION_KEYS },
  { title: 'Noise by source', keys: NOISE_KEYS },
  { title: 'Mixed-signal neurons in time', keys: TRANSIENT_KEYS },
  { title: 'Mismatch', keys: MISMATCH_KEYS },
  { title: 'Corners', keys: CORNER_KEYS },
  { title: 'Effective bits', keys: EFFECTIVE_BIT_KEYS },
  { title: 'Large-signal neurons', keys: LARGE_SIGNAL_KEYS },
  { title: 'Sizings', keys: SIZING_KEYS },
  { title: 'Design search', keys: DESIGN_KEYS },
  { title: 'Periphery', keys: PERIPHERY_KEYS },
  { title: 'Pairs', keys: PAIR_KEYS },
  { title: 'Classification errors', keys: ERROR_KEYS },
  { title: 'Whole networks', keys: COST_KEYS },
  { title: 'Our value for each claim of the paper', keys: CLAIM_KEYS },
];

const FORMS = KEY_AREAS.flatMap(({ keys }) =>
  Object.values(keys).map(({ pattern, unit }) => ({ unit, form: formOf(pattern) })),
);

/** Whether a declared key has this text and this unit. */
export function isDeclared({ key, unit }: { readonly key: string; readonly unit: string }): boolean {
  return FORMS.some((declared) => declared.unit === unit && declared.form.test(key));
}
