import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DIGITAL_KEYS,
  ERROR_KEYS,
  isKey,
  KEY_AREAS,
  keyOf,
  measured,
  OPERATING_POINT_KEYS,
  PAIR_KEYS,
  PARAMETERS,
  SETTLING_KEYS,
} from '../../../measurement/index.ts';
import { isDeclared } from '../../../measurement/keys/areas.ts';
import { formOf, key } from '../../../measurement/keys/key.ts';
import { keysPage } from '../../../scripts/write-keys.ts';

const ALL = KEY_AREAS.flatMap(({ keys }) => keys);

describe('a key', () => {
  test('has its parameters filled in, and what is in brackets where it has a value', () => {
    expect(keyOf(DIGITAL_KEYS.delay, { neuron: 'dig8' })).toBe('dig8.delay');
    expect(keyOf(OPERATING_POINT_KEYS.gain, { neuron: 'msn8' })).toBe('msn8.gain');
    expect(keyOf(OPERATING_POINT_KEYS.gain, { neuron: 'msn8', model: 'closedForm', unitCurrent: 1e-10 })).toBe(
      'msn8.closedForm.gain@unitCurrent=1e-10',
    );
    expect(keyOf(PAIR_KEYS.powerRatio, { digital: 'a', analog: 'b', frequency: 1e6, thresholdShift: -0.1 })).toBe(
      'a/b.powerRatio@1000000,thresholdShift=-0.1',
    );
    expect(keyOf(ERROR_KEYS.difference, { network: 'mnist-cnn', noise: 'msn8', weights: 'aware', end: 'low' })).toBe(
      'mnist-cnn.errorDifference.low@bits=8-16,noise=msn8,weights=aware',
    );
  });

  test.each([
    [0, '0'],
    [1e-6, '1e-6'],
    [3.162e-6, '3.162e-6'],
    [0.01, '1e-2'],
    [1, '1e0'],
    [25, '2.5e1'],
  ])('a noise power of %s is written %s', (noise, text) => {
    expect(keyOf(ERROR_KEYS.error, { network: 'n', bits: 3, noise })).toBe(`n.error@bits=3,noise=${text}`);
    expect(Number(text)).toBe(noise);
  });

  test('is told from others, with any values or with those given', () => {
    const text = 'dig8/msn8.powerRatio@1000';
    expect(isKey(PAIR_KEYS.powerRatio, text)).toBe(true);
    expect(isKey(PAIR_KEYS.powerRatio, text, { digital: 'dig8', frequency: 1000 })).toBe(true);
    expect(isKey(PAIR_KEYS.powerRatio, text, { digital: 'dig' })).toBe(false);
    expect(isKey(PAIR_KEYS.powerRatio, `${text},thresholdShift=0.1`, { analog: 'msn8' })).toBe(true);
    expect(isKey(PAIR_KEYS.powerRatioFromStated, text)).toBe(false);
    expect(isKey(SETTLING_KEYS.time, 'msn8.settling.carry.pole')).toBe(false);
  });

  test('has values of the types of its parameters: the compiler refuses others', () => {
    const unit = 'W';
    // @ts-expect-error: a frequency is a number
    expect(isDeclared({ key: keyOf(PAIR_KEYS.power, { neuron: 'n', frequency: 'fast' }), unit })).toBe(false);
    // @ts-expect-error: the frequency is missing
    expect(isDeclared({ key: keyOf(PAIR_KEYS.power, { neuron: 'n' }), unit })).toBe(false);
    // @ts-expect-error: no such event
    expect(isDeclared({ key: keyOf(SETTLING_KEYS.time, { neuron: 'n', event: 'x' }), unit: 's' })).toBe(false);
    // @ts-expect-error: the key has no bits
    expect(keyOf(DIGITAL_KEYS.delay, { neuron: 'n', bits: 8 })).toBe('n.delay');
    // @ts-expect-error: no such parameter
    expect(() => formOf(key('{neurone}.delay', 's', 'longest path').pattern)).toThrow(TypeError);
  });
});

test('a measurement has the unit of its declaration', () => {
  expect(measured(DIGITAL_KEYS.delay, { neuron: 'dig8' }, 1e-9, 'modelled', 'longest path')).toEqual({
    ...{ key: 'dig8.delay', value: 1e-9, unit: 's', origin: 'modelled', source: 'longest path' },
  });
});

describe('the declarations', () => {
  const recorded = readFileSync(new URL('../../golden/keys.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');

  test('hold every kind of key that the examples and the verbs gave, with its unit', () => {
    const unknown = recorded.filter((line) => {
      const [, name = '', unit = ''] = /^(.*) \[(.*)\]$/.exec(line) ?? [];
      return !isDeclared({ key: name, unit });
    });
    expect(unknown).toEqual([]);
  });

  test('are all of use: each is that of a recorded key, each parameter stands in one', () => {
    const names = recorded.map((line) => line.slice(0, line.indexOf(' ')));
    expect(ALL.filter((declared) => !names.some((name) => isKey(declared, name)))).toEqual([]);
    const patterns = ALL.map(({ pattern }) => pattern).join();
    expect(Object.keys(PARAMETERS).filter((name) => !patterns.includes(`{${name}}`))).toEqual([]);
  });

  test('do not overlap: no recorded key is that of two', () => {
    const twice = recorded.filter((line) => {
      const name = line.slice(0, line.indexOf(' '));
      return ALL.filter((declared) => isKey(declared, name)).length !== 1;
    });
    expect(twice).toEqual([]);
  });

  test('numbers of any size are read back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const power = keyOf(PAIR_KEYS.power, { neuron: 'n', frequency: value });
        const bandwidth = keyOf(OPERATING_POINT_KEYS.bandwidth, { neuron: 'n', unitCurrent: value });
        return isDeclared({ key: power, unit: 'W' }) && isDeclared({ key: bandwidth, unit: 'Hz' });
      }),
      { seed: 1 },
    );
  });

  test('make docs/keys.md: npm run keys', () => {
    expect(readFileSync(new URL('../../../docs/keys.md', import.meta.url), 'utf8')).toBe(keysPage());
  });
});
