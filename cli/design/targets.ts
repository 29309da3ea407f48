/** Targets of a neuron to be found: `--design bandwidth=5 MHz,noise=1e-6 V^2,bits=8,mismatch=1 %,energy=2 fJ`. */

import { type DesignTargets, errorOfBits } from '../../analog/index.ts';
import { quantityParser } from '../../gen/index.ts';
import { InputError } from '../session/input-error.ts';

const UNITS = {
  bandwidth: { unit: 'Hz', what: 'a frequency from 1 Hz, such as 5 MHz' },
  noise: { unit: 'V^2', what: 'a noise power above 0 V^2, such as 1e-6 V^2' },
  mismatch: { unit: '1', what: 'a part of the full scale above 0, such as 1 % or 0.01' },
  gain: { unit: '1', what: 'a gain above 0, such as 0.8' },
  energy: { unit: 'J', what: 'an energy above 0 J, such as 2 fJ' },
  effectiveBits: { unit: '1', what: 'a number above 0 up to 16, such as 6' },
  bits: { unit: '1', what: 'a whole number from 1 to 16' },
  synapses: { unit: '1', what: 'a whole number from 1 to 4096' },
} as const;
/** Least gain where none is given, 1. The paper's branches have 1, the 8-bit neuron of unit transistors 0.8 on this card. */
const LEAST_GAIN = 0.75;
/** Least bandwidth, Hz: no neuron is so slow, so less is a slip. */
const LEAST_BANDWIDTH = 1;
type Key = keyof typeof UNITS;

/** Targets, with bits and synapses that the neuron must have. */
export interface WantedDesign {
  readonly targets: DesignTargets;
  readonly bits?: number;
  readonly synapses?: number;
}

/** Targets in the text of `--design`. Throws `InputError` that names the key, the value and what is allowed. */
export async function designTargets(text: string): Promise<WantedDesign> {
  const keys = Object.keys(UNITS).join(', ');
  const found = new Map<Key, number>();
  const parse = await quantityParser(text.split(',').map((part) => part.slice(part.indexOf('=') + 1).trim()));
  for (const part of text.split(',')) {
    const [name = '', ...rest] = part.split('=');
    const key = (Object.keys(UNITS) as Key[]).find((known) => known === name.trim());
    if (!key || rest.length === 0)
      throw new InputError(`--design must be a list of KEY=VALUE with the keys ${keys}: ${part}`);
    if (found.has(key)) throw new InputError(`--design must name each key once: ${key}`);
    found.set(key, quantityFor(key, rest.join('=').trim(), parse));
  }
  const bandwidth = found.get('bandwidth');
  if (bandwidth === undefined) throw new InputError(`--design must hold a bandwidth, such as bandwidth=5 MHz: ${text}`);
  const [bits, synapses, effectiveBits] = [found.get('bits'), found.get('synapses'), found.get('effectiveBits')];
  return {
    targets: {
      bandwidth,
      gain: found.get('gain') ?? LEAST_GAIN,
      noise: found.get('noise'),
      mismatch: found.get('mismatch'),
      error: effectiveBits === undefined ? undefined : errorOfBits(effectiveBits),
      energy: found.get('energy'),
    },
    ...(bits === undefined ? {} : { bits }),
    ...(synapses === undefined ? {} : { synapses }),
  };
}

function quantityFor(key: Key, text: string, parse: Awaited<ReturnType<typeof quantityParser>>): number {
  const { unit, what } = UNITS[key];
  const fail = (reason = ''): InputError => new InputError(`--design ${key} must be ${what}${reason}: ${text}`);
  const percent = /^([-+.\deE]+)\s*%$/.exec(text);
  if (unit === '1') {
    const value = percent && key === 'mismatch' ? Number(percent[1]) / 100 : Number(text);
    const most = key === 'synapses' ? 4096 : /bits/i.test(key) ? 16 : Number.POSITIVE_INFINITY;
    const whole = (key !== 'bits' && key !== 'synapses') || Number.isInteger(value);
    if (!(value > 0 && value <= most && whole && value < Infinity)) throw fail();
    return value;
  }
  try {
    const value = parse(text, unit);
    if (key === 'bandwidth' && value > 0 && value < LEAST_BANDWIDTH) throw fail(millihertz(text));
    if (value > 0 && value < Infinity) return value;
  } catch (error) {
    throw error instanceof InputError ? error : fail(` (${(error as Error).message})`);
  }
  throw fail();
}

/** Question after a frequency in millihertz; empty after another small one. */
function millihertz(text: string): string {
  const number = /^(.*\d)\s*mHz$/.exec(text)?.[1];
  return number === undefined ? '' : ` (mHz is millihertz; did you mean ${number} MHz?)`;
}
