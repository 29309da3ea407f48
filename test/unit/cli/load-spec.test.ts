import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { InputError } from '../../../cli/session/input-error.ts';
import { readNamed } from '../../../cli/session/input-file.ts';
import { loadSpec } from '../../../cli/spec/load-spec.ts';
import { yamlData } from '../../../cli/spec/yaml-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'somagen-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const bomb = [
  'a: &a [x,x,x,x,x,x,x,x,x,x]',
  ...[...'bcdef'].map((key, k) => `${key}: &${key} [${Array(10).fill(`*${'abcde'[k]}`)}]`),
];

describe('YAML', () => {
  test('carries out merge keys', () => {
    const { data } = yamlData(
      '- &b { name: d, bits: 3 }\n- { <<: *b, name: e }\n- { <<: [*b, { pipeline: 1 }] }\n',
      's.yaml',
    );
    expect(data).toEqual([
      { name: 'd', bits: 3 },
      { name: 'e', bits: 3 },
      { name: 'd', bits: 3, pipeline: 1 },
    ]);
  });

  test.each([
    ['an alias of nothing', 'a: *x', /^s\.yaml:1:4: alias \*x has no anchor before it$/],
    ['an alias of itself', 'a: &x\n  - *x', /^s\.yaml:2:5: alias \*x stands in what it names$/],
    ['an alias bomb', bomb.join('\n'), /^s\.yaml:6:8: alias \*e stands for more than 100000 values/],
    ['an unknown tag', 'a: 1\nb: !!python/object:x [ls]', /^s\.yaml:2:4: Unresolved tag: .*python\/object/],
    ['two documents', 'a: 1\n---\nb: 1', /^s\.yaml:2:1: /],
    ['a merge of a number', 'a:\n  <<: 3', /^s\.yaml:2:3: << must be a mapping or a list of mappings$/],
    [
      'a staircase of keys',
      Array.from({ length: 3000 }, (_, k) => `${' '.repeat(k)}a:`).join('\n'),
      /^s\.yaml: is nested too deep$/,
    ],
    ['endless brackets', '['.repeat(100_000), /^s\.yaml: is nested too deep$/],
  ])('%s is refused with its place', (_, text, message) => {
    const read = (): unknown => yamlData(text, 's.yaml');
    expect(read).toThrow(InputError);
    expect(read).toThrow(message);
  });
});

test('of many mistakes 20 are told, with the count of the rest', async () => {
  const file = join(folder, 'many.yaml');
  writeFileSync(file, `name: many\n${Array.from({ length: 57 }, (_, k) => `key${k}: 1`).join('\n')}\n`);
  const error = await loadSpec(file, []).catch((thrown: Error) => thrown);
  const lines = String((error as Error).message).split('\n');
  expect(lines).toHaveLength(21);
  expect(lines[20]).toBe('and 37 more');
});

describe('a file', () => {
  test('that is a device is refused', async () => {
    await expect(loadSpec('/dev/zero', [])).rejects.toThrow('/dev/zero: is a device, not a spec');
  });

  test('above the limit is refused with the limit', async () => {
    const file = join(folder, 'long.yaml');
    writeFileSync(file, 'x'.repeat(2001));
    const most = 0.002 * 1e6;
    await expect(readNamed(file, { what: 'a spec', most })).rejects.toThrow('holds more than 0.002 MB');
    await expect(readNamed(file, { what: 'a spec', most: most + 1 })).resolves.toHaveLength(2001);
  });
});
