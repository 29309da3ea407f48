import { describe, expect, test } from 'vitest';
import { expandIncludes } from '../../../synth/liberty/includes.ts';
import { readLiberty } from '../../../synth/liberty/liberty.ts';
import { placesOf } from '../../../synth/liberty/source.ts';
import { libraryText, NAND_AND_INVERTER } from './library.fixture.ts';

const [INVERTER = '', NAND = ''] = NAND_AND_INVERTER;
const expand = (files: Readonly<Record<string, string>>) =>
  expandIncludes({ path: 'top.lib', text: files['top.lib'] ?? '' }, async (name, _, place) => {
    const text = files[name];
    if (text === undefined) throw new Error(`${place}: no such file: ${name}`);
    return { path: name, text };
  });

describe('included files', () => {
  test('stand in the place of their statement, and keep their lines', async () => {
    const { text, parts } = await expand({
      'top.lib': libraryText('include_file(a.lib);', NAND, 'include_file ( "b.lib" )', '/* include_file(none) */'),
      'a.lib': `\n${INVERTER}`,
      'b.lib': '\n\n  cell (BAD) { }\n  include_file(c.lib);',
      'c.lib': 'cell (WORSE) { }',
    });
    const { cells, skipped } = readLiberty(text, 'top.lib', placesOf(parts));
    expect(cells.map(({ place }) => place)).toEqual(['a.lib:2', 'top.lib:6']);
    expect(skipped.map(({ reason }) => reason)).toEqual([
      'b.lib:3: cell(BAD): area is missing',
      'c.lib:1: cell(WORSE): area is missing',
    ]);
  });

  test('none: the text as it is', async () => {
    expect(await expand({ 'top.lib': 'x : "include_file(y)";\n' })).toEqual({
      text: 'x : "include_file(y)";\n',
      parts: [{ line: 1, file: 'top.lib', from: 1 }],
    });
  });

  const many = Object.fromEntries(Array.from({ length: 20 }, (_, k) => [`${k}`, `\ninclude_file(${k + 1});`]));
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['that are not there', { 'top.lib': '\ninclude_file(x);' }, 'top.lib:2: include_file(x): no such file: x'],
    [
      'that include themselves',
      { 'top.lib': 'include_file(a);', a: 'include_file(a);' },
      'a:1: include_file(a): the file includes itself',
    ],
    [
      'in a circle',
      { 'top.lib': 'include_file(a);', a: 'include_file(top.lib);' },
      'a:1: include_file(top.lib): the file includes',
    ],
    [
      'too deep',
      { 'top.lib': 'include_file(0);', ...many },
      '7:2: include_file(8): files must be included at most 8 deep',
    ],
    ['too many', { 'top.lib': 'include_file(a);'.repeat(300), a: '' }, 'a library must include at most 200 files'],
    ['of two names', { 'top.lib': 'include_file(a, b);' }, 'include_file: must be followed by the name of one file'],
  ])('%s are refused', async (_, files, message) => {
    await expect(expand(files)).rejects.toThrow(message);
  });
});
