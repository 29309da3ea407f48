import { expect, test } from 'vitest';
import { csv } from '../../../measurement/csv.ts';
import { type Measurement, metricsCsv, metricsJson } from '../../../measurement/index.ts';

function measurement(key: string, value: number | null = 1, source = 'test'): Measurement {
  return { key, value, unit: '1', origin: 'simulated', source };
}

test('CSV: lines end in CR LF; comma, quote and line break are quoted, quotes doubled (RFC 4180)', () => {
  expect(
    csv(
      ['a', 'b'],
      [
        ['x,y', 'he said "no"'],
        ['two\nlines', null],
        ['plain', 1e-7],
      ],
    ),
  ).toBe('a,b\r\n"x,y","he said ""no"""\r\n"two\nlines",\r\nplain,1e-7\r\n');
});

test('metrics.json: version, spec and measurements by key, whatever their order', () => {
  const [a, b, c] = [measurement('b.cells', null), measurement('a.cells'), measurement('B.cells', 1e-21)];
  const text = metricsJson('1.2.3', 'demo', [a, b, c]);
  expect(JSON.parse(text)).toEqual({ somagen: '1.2.3', spec: 'demo', measurements: [c, b, a] });
  expect(metricsJson('1.2.3', 'demo', [c, a, b])).toBe(text);
  expect(JSON.parse(metricsJson('1.2.3', 'demo', []))).toEqual({ somagen: '1.2.3', spec: 'demo', measurements: [] });
});

test('metrics.csv: a line a measurement, no value an empty field', () => {
  expect(metricsCsv([measurement('b.gain', null, 'none: "why", said'), measurement('a.gain', 0.5)])).toBe(
    'key,value,unit,origin,source\r\na.gain,0.5,1,simulated,test\r\nb.gain,,1,simulated,"none: ""why"", said"\r\n',
  );
});

test('two measurements of one key are refused', () => {
  expect(() =>
    metricsJson('1', 'x', [measurement('a.cells'), measurement('b.cells'), measurement('a.cells', 2)]),
  ).toThrow('measurement keys must differ: a.cells');
});

test('a value that is not finite is refused', () => {
  expect(() => metricsCsv([measurement('a.gain', Number.NaN)])).toThrow(
    'measurements must be finite or null: a.gain is NaN',
  );
});

test.each([
  [{ ...measurement('a.cell'), unit: '1' }, 'a.cell in 1'],
  [{ ...measurement('a.cells'), unit: 'W' }, 'a.cells in W'],
  [{ ...measurement('a.power@fast'), unit: 'W' }, 'a.power@fast in W'],
])('a measurement whose key or unit is not declared is refused', (unknown, named) => {
  const message = `measurement keys must be declared with their unit: ${named}`;
  expect(() => metricsJson('1', 'x', [measurement('b.cells'), unknown])).toThrow(new RangeError(message));
  expect(() => metricsCsv([unknown])).toThrow(message);
});
