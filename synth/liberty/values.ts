/** Attributes of Liberty groups as numbers, units and functions. */

import { type BooleanFunction, parseBooleanFunction } from './boolean-function.ts';
import { evaluateExpression } from './expression.ts';
import type { LibertyAttribute, LibertyGroup } from './syntax.ts';
import type { Fail } from './tables.ts';

/** First attribute called `name`. */
export const attribute = (group: LibertyGroup, name: string): LibertyAttribute | undefined =>
  group.attributes.find((entry) => entry.name === name);

/** True for a name that means nothing else to any tool. */
export const isPlainName = (name: string): boolean => /^\w[\w$.[\]<>-]*$/.test(name);

/** Number in an attribute, or what an expression comes to; undefined where the attribute is not there. */
export function signedNumberOf(group: LibertyGroup, name: string, fail: Fail): number | undefined {
  const found = attribute(group, name);
  if (!found) return undefined;
  const text = found.values[0] ?? '';
  const value = evaluateExpression(text);
  if (value === undefined) return fail(found.line, `${name} must be an expression of numbers alone: ${text}`);
  if (!Number.isFinite(value)) fail(found.line, `${name} must be a number: ${text}`, 'nonsense');
  return value;
}

/** Number of 0 or more in an attribute; undefined where the attribute is not there. */
export function numberOf(group: LibertyGroup, name: string, fail: Fail): number | undefined {
  const value = signedNumberOf(group, name, fail);
  if (value !== undefined && value < 0)
    fail(attribute(group, name)?.line ?? group.line, `${name} must be a number of 0 or more: ${value}`);
  return value;
}

/** Boolean function in an attribute. */
export function functionOf(written: LibertyAttribute, fail: Fail): BooleanFunction {
  try {
    return parseBooleanFunction(written.values[0] ?? '');
  } catch (error) {
    if (error instanceof RangeError) fail(written.line, error.message);
    throw error;
  }
}

const PREFIXES: Readonly<Record<string, number>> = { f: 1e-15, p: 1e-12, n: 1e-9, u: 1e-6, m: 1e-3, '': 1, k: 1e3 };

/** Quantity such as `1ns` or `10pW` in the SI unit; null where the attribute is not there. */
export function prefixed(found: LibertyAttribute | undefined, unit: string, fail: Fail): number | null {
  if (!found) return null;
  const text = found.values[0] ?? '';
  const match = /^\s*((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([fpnumk]?)([a-z]+)\s*$/i.exec(text);
  const factor = PREFIXES[(match?.[2] ?? '?').toLowerCase()];
  const value = Number(match?.[1]) * (factor ?? Number.NaN);
  if (!match || match[3]?.toLowerCase() !== unit.toLowerCase() || !(value > 0 && value < Number.POSITIVE_INFINITY))
    return fail(found.line, `${found.name} must be a number above 0 with a unit of ${unit}: ${text}`);
  return value;
}

/** Unit of times, s. */
export function timeUnit(library: LibertyGroup, fail: Fail): number {
  return prefixed(attribute(library, 'time_unit'), 's', fail) ?? fail(library.line, 'time_unit is missing');
}

/** Unit of capacitances, F. */
export function capacitanceUnit(library: LibertyGroup, fail: Fail): number {
  const found = attribute(library, 'capacitive_load_unit');
  const [count = '', unit = ''] = found?.values ?? [];
  return (
    prefixed(found && { ...found, values: [`${count}${unit}`] }, 'F', fail) ??
    fail(library.line, 'capacitive_load_unit is missing')
  );
}
