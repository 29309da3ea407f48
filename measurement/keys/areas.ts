/** All keys by area. */

import { CLAIM_KEYS } from './claims.ts';
import { PAIR_KEYS } from './comparison.ts';
import { CHECK_KEYS, DIGITAL_KEYS, FPGA_KEYS, NETWORK_CHECK_KEYS } from './digital.ts';
import { formOf, type Key } from './key.ts';
import { LARGE_SIGNAL_KEYS, RESISTOR_KEYS } from './large-signal.ts';
import { EXECUTION_KEYS, NOISE_KEYS, OPERATING_POINT_KEYS, PERIPHERY_KEYS } from './mixed-signal.ts';
import { COST_KEYS, ERROR_KEYS } from './network.ts';
import {
  CONFLICT_KEYS,
  DESIGN_KEYS,
  SHARED_OUTPUT_KEYS,
  SIZING_ERROR_KEYS,
  SIZING_KEYS,
  SIZING_PAIR_KEYS,
} from './sizing.ts';
import { SETTLING_KEYS, TRANSIENT_KEYS } from './transient.ts';
import { CORNER_KEYS, EFFECTIVE_BIT_KEYS, MISMATCH_KEYS, PELGROM_KEYS } from './variability.ts';

/** Area of keys that belong together. */
export interface KeyArea {
  readonly title: string;
  readonly keys: readonly Key[];
}

const area = (title: string, ...tables: readonly Readonly<Record<string, Key>>[]): KeyArea => ({
  title,
  keys: tables.flatMap((table) => Object.values(table)),
});

/** Every key that a measurement may have. */
export const KEY_AREAS: readonly KeyArea[] = [
  area('Digital neurons', DIGITAL_KEYS),
  area('Digital neurons in an FPGA', FPGA_KEYS),
  area('Checks against the golden model', CHECK_KEYS),
  area('Networks through the Verilog of a serial neuron', NETWORK_CHECK_KEYS),
  area('Mixed-signal neurons', OPERATING_POINT_KEYS),
  area('Executed descriptions of mixed-signal neurons', EXECUTION_KEYS),
  area('Noise by source', NOISE_KEYS),
  area('Mixed-signal neurons in time', SETTLING_KEYS, TRANSIENT_KEYS),
  area('Mismatch', PELGROM_KEYS, MISMATCH_KEYS),
  area('Corners', CORNER_KEYS),
  area('Effective bits', EFFECTIVE_BIT_KEYS),
  area('Large-signal neurons', RESISTOR_KEYS, LARGE_SIGNAL_KEYS),
  area('Sizings', SIZING_KEYS, SIZING_ERROR_KEYS, SHARED_OUTPUT_KEYS, SIZING_PAIR_KEYS),
  area('Design search', DESIGN_KEYS, CONFLICT_KEYS),
  area('Periphery', PERIPHERY_KEYS),
  area('Pairs', PAIR_KEYS),
  area('Classification errors', ERROR_KEYS),
  area('Whole networks', COST_KEYS),
  area('Our value for each claim of the paper', CLAIM_KEYS),
];

const FORMS = KEY_AREAS.flatMap(({ keys }) => keys.map(({ pattern, unit }) => ({ unit, form: formOf(pattern) })));

/** Test of a measurement's key and unit against the declarations. */
export function isDeclared({ key, unit }: { readonly key: string; readonly unit: string }): boolean {
  return FORMS.some((declared) => declared.unit === unit && declared.form.test(key));
}
