/** Change of one value of a spec before it is checked: `--set path=value`. */

import { InputError } from '../session/input-error.ts';
import { yamlData } from './yaml-data.ts';

/** Most keys of a path. */
const MOST_SEGMENTS = 20;

/** A change and the keys it went to. */
export interface Setting {
  readonly text: string;
  readonly path: readonly (string | number)[];
}

/**
 * Changes of values in `document`. Path segments are keys, places in a list or the names of its members
 * (`neurons.dig8.multiplier=dadda`); the value is YAML. Missing mappings are made. Throws `InputError`.
 */
export function applySettings(document: unknown, settings: readonly string[]): Setting[] {
  return settings.map((text) => {
    const split = text.indexOf('=');
    if (split < 1) throw new InputError(`--set must be path=value: ${text}`);
    const segments = text.slice(0, split).split('.');
    if (segments.length > MOST_SEGMENTS)
      throw new InputError(`--set: a path must have at most ${MOST_SEGMENTS} keys: ${segments.length}`);
    return { text, path: assign(document, segments, settingValue(text, split), text) };
  });
}

function settingValue(text: string, split: number): unknown {
  return yamlData(text.slice(split + 1), `--set ${text}: value`).data;
}

function assign(root: unknown, segments: readonly string[], value: unknown, text: string): (string | number)[] {
  const path: (string | number)[] = [];
  let place = root;
  segments.forEach((segment, depth) => {
    const last = depth === segments.length - 1;
    if (Array.isArray(place)) {
      const index = memberOf(place, segment);
      if (index === undefined)
        throw new InputError(`--set ${text}: ${segments.slice(0, depth).join('.')} has no member ${segment}`);
      path.push(index);
      if (last) place[index] = value;
      place = place[index];
    } else if (typeof place === 'object' && place !== null && !UNSAFE.has(segment)) {
      const mapping = place as Record<string, unknown>;
      path.push(segment);
      if (last) mapping[segment] = value;
      else mapping[segment] ??= {};
      place = mapping[segment];
    } else {
      throw new InputError(
        `--set ${text}: ${segments.slice(0, depth).join('.') || 'the spec'} holds no key ${segment}`,
      );
    }
  });
  return path;
}

const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

/** Place of the member called `segment`, or at that index. */
function memberOf(list: readonly unknown[], segment: string): number | undefined {
  const named = list.findIndex(
    (item) => typeof item === 'object' && item !== null && 'name' in item && item.name === segment,
  );
  if (named >= 0) return named;
  const index = /^\d+$/.test(segment) ? Number(segment) : Number.NaN;
  return index < list.length ? index : undefined;
}
