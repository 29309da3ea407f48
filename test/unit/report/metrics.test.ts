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
  const [a, b, c] = [measurement('b.x', null), measurement('a.y'), measurement('B.z', 1e-21)];
  const text = metricsJson('1.2.3', 'demo', [a, b, c]);
  expect(JSON.parse(text)).toEqual({ somagen: '1.2.3', spec: 'demo', measurements: [c, b, a] });
  expect(metricsJson('1.2.3', 'demo', [c, a, b])).toBe(text);
  expect(JSON.parse(metricsJson('1.2.3', 'demo', []))).toEqual({ somagen: '1.2.3', spec: 'demo', measurements: [] });
});

test('metrics.csv: a line a measurement, no value an empty field', () => {
  expect(metricsCsv([measurement('b', null, 'none: "why", said'), measurement('a', 0.5)])).toBe(
    'key,value,unit,origin,source\r\na,0.5,1,simulated,test\r\nb,,1,simulated,"none: ""why"", said"\r\n',
  );
});

test('two measurements of one key are refused', () => {
  expect(() => metricsJson('1', 'x', [measurement('a'), measurement('b'), measurement('a', 2)])).toThrow(
    'measurement keys must differ: a',
  );
});

test('a value that is not finite is refused', () => {
  expect(() => metricsCsv([measurement('a', Number.NaN)])).toThrow('measurements must be finite or null: a is NaN');
});
