/** Measurements with value, unit, origin and source; their keys, files and printed form. */

export { csv } from './csv.ts';
export { deviation, percent, percentagePoints, plain, quantity } from './format.ts';
export { KEY_AREAS } from './keys/areas.ts';
export { CLAIM_KEYS, type ClaimId } from './keys/claims.ts';
export { PAIR_KEYS } from './keys/comparison.ts';
export { CHECK_KEYS, DIGITAL_KEYS, FPGA_KEYS, NETWORK_CHECK_KEYS } from './keys/digital.ts';
export { isKey, type Key, type KeyValues, keyOf } from './keys/key.ts';
export { LARGE_SIGNAL_KEYS, RESISTOR_KEYS } from './keys/large-signal.ts';
export { EXECUTION_KEYS, NOISE_KEYS, OPERATING_POINT_KEYS, PERIPHERY_KEYS } from './keys/mixed-signal.ts';
export { COST_KEYS, ERROR_KEYS, type ErrorQualifiers } from './keys/network.ts';
export { PARAMETERS } from './keys/parameters.ts';
export {
  CONFLICT_KEYS,
  DESIGN_KEYS,
  SHARED_OUTPUT_KEYS,
  SIZING_ERROR_KEYS,
  SIZING_KEYS,
  SIZING_PAIR_KEYS,
} from './keys/sizing.ts';
export { SETTLING_KEYS, TRANSIENT_KEYS } from './keys/transient.ts';
export { CORNER_KEYS, EFFECTIVE_BIT_KEYS, MISMATCH_KEYS, PELGROM_KEYS } from './keys/variability.ts';
export { findMeasurement, type Measurement, measured, type Origin } from './measurement.ts';
export { metricsCsv, metricsJson, sortedMeasurements } from './metrics.ts';
export { hasControls, printable } from './printable.ts';
