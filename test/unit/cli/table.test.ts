import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textTable } from '../../../cli/session/table.ts';
import { hasControls } from '../../../measurement/index.ts';

const text = (head: readonly string[], ...rows: readonly string[][]): string => {
  const table = textTable(head);
  table.push(...rows);
  return table.toString();
};

test('a table that fits stands as it is, the first column to the left', () => {
  expect(text(['', 'value'], ['dig8.area', '1.5 um^2'], ['dig8.delay', '2 ns'])).toBe(
    [
      '┌────────────┬──────────┐',
      '│            │    value │',
      '├────────────┼──────────┤',
      '│ dig8.area  │ 1.5 um^2 │',
      '│ dig8.delay │     2 ns │',
      '└────────────┴──────────┘',
    ].join('\n'),
  );
});

test('heads are broken first, then names after their signs; no number parts from its unit', () => {
  const name = 'a_very_long_name_of_a_neuron_that_goes_on';
  const lines = text(
    ['', 'bandwidth | closed form', 'origin'],
    [`${name}.multiplier.transistors`, '1.5 GHz | 1.4 GHz', 'modelled'],
  );
  expect(lines).toContain(' bandwidth | │');
  expect(lines).toContain('1.5 GHz | 1.4 GHz');
  expect(lines).toContain('│ a_very_long_name_of_a_neuron_that_goes_on. │');
});

test('control characters are shown, not obeyed', () => {
  const shown = text(['\u001b[2J', 'b'], ['\u0007', '\u009b1m']);
  expect(hasControls(shown)).toBe(false);
  expect(shown).toContain('\\u001b[2J');
});

const WORD = fc.string({ unit: fc.constantFrom(...'abcXYZ019._-/=@|,% '), minLength: 0, maxLength: 90 });

test('any table: no line is wider than 80 columns, and every character stands', () => {
  const tables = fc
    .integer({ min: 1, max: 12 })
    .chain((columns) =>
      fc.array(fc.array(WORD, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 5 }),
    );
  fc.assert(
    fc.property(tables, ([head = [], ...rows]) => {
      const shown = text(head, ...rows);
      for (const line of shown.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
      const count = (of: string, character: string): number => of.split(character).length - 1;
      for (const character of 'abcXYZ019') {
        const first = [head, ...rows].reduce((total, row) => total + count(row[0] ?? '', character), 0);
        const others = [head, ...rows].reduce((total, row) => total + count(row.slice(1).join(''), character), 0);
        const tables = count(shown, '┌');
        expect(count(shown, character)).toBe(tables * first + others);
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});
