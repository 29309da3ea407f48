/** Numbers as people read them, with few digits and an SI prefix. */

const PREFIXES = ['a', 'f', 'p', 'n', 'µ', 'm', '', 'k', 'M', 'G', 'T'];
const UNITY = PREFIXES.indexOf('');

/** Most significant digits that are shown. Three tell apart what is measured here and hide what is not. */
const DIGITS = 3;

/**
 * Printed quantity: `5.31 MHz`, `1 kHz`, `2006`, `0.81`, `7.8e-7 V²`. Three significant digits at most; counts below a
 * million keep every digit. A power of a unit takes no prefix, because `µV²` can be read two ways.
 */
export function quantity(value: number, unit: string): string {
  if (unit === '1') return plain(value);
  if (unit.includes('^')) return `${exponential(value)} ${unit.replace('^2', '²').replace('^3', '³')}`;
  if (value === 0) return `0 ${unit}`;
  const rounded = Number(value.toPrecision(DIGITS));
  const step = Math.floor(Math.log10(Math.abs(rounded)) / 3 + 1e-9);
  const index = Math.min(Math.max(step + UNITY, 0), PREFIXES.length - 1);
  return `${shortened(rounded / 1000 ** (index - UNITY))} ${PREFIXES[index] ?? ''}${unit}`;
}

/** Number without unit, counts in full, everything else with three significant digits. */
export function plain(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e6) return String(value);
  return size >= 1e-3 && size < 1e6 ? shortened(value) : exponential(value);
}

/** Share of one in percent, with `digits` behind the point: `2.01 %`. */
export function percent(share: number, digits = 2): string {
  return `${(100 * share).toFixed(digits)} %`;
}

/** Difference of two shares: `0.77 points`. */
export function percentagePoints(difference: number): string {
  return `${(100 * difference).toFixed(2)} points`;
}

/** Distance of `value` from `reference`: `+1.3 %`. Where a percentage says little it is `6.1 times as much`. */
export function deviation(value: number, reference: number): string {
  if (value === reference) return 'equal';
  const ratio = value / reference;
  if (ratio >= 2) return `${shortened(ratio)} times as much`;
  if (ratio <= 0.5) return `${shortened(1 / ratio)} times less`;
  const share = 100 * (ratio - 1);
  const shown = Math.abs(share).toFixed(1);
  return shown === '0.0' ? '0.0 %' : `${share < 0 ? '−' : '+'}${shown} %`;
}

/** Number with at most three significant digits, without an exponent. */
function shortened(value: number): string {
  return String(Number(value.toPrecision(DIGITS)));
}

function exponential(value: number): string {
  return value === 0 ? '0' : Number(value.toPrecision(DIGITS)).toExponential().replace('e+', 'e');
}
