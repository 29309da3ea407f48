import { describe, expect, test } from 'vitest';
import { readRaw } from '../../../analog/spice/raw.ts';
import { type Deck, deckText, scalar, simulate, wave } from '../../../analog/spice/spice.ts';
import { type Tool, ToolError } from '../../../tools/tool.ts';

/** A raw file as ngspice writes it: vectors by name, one value a point; pairs for complex data. */
function rawFile(
  title: string,
  plotname: string,
  vectors: Readonly<Record<string, readonly number[]>>,
  complex = false,
) {
  const names = Object.keys(vectors);
  const columns = Object.values(vectors);
  const values = columns[0]!.length;
  const header = [
    `Title: ${title}`,
    'Date: Thu Jan  1 00:00:00 1970',
    'Command: ngspice-45.2, Build Thu Jan  1 00:00:00 UTC 1970',
    `Plotname: ${plotname}`,
    `Flags: ${complex ? 'complex' : 'real'}`,
    `No. Variables: ${names.length}`,
    `No. Points: ${complex ? values / 2 : values}`,
    'Variables:',
    ...names.map((name, index) => `\t${index}\t${name}\tvoltage`),
    'Binary:',
    '',
  ].join('\n');
  const data = complex
    ? Array.from({ length: values / 2 }, (_, k) => columns.flatMap((column) => [column[2 * k]!, column[2 * k + 1]!]))
    : Array.from({ length: values }, (_, k) => columns.map((column) => column[k]!));
  const text = new TextEncoder().encode(header);
  const bytes = new Uint8Array(text.length + 8 * data.flat().length);
  bytes.set(text);
  const view = new DataView(bytes.buffer);
  data.flat().forEach((value, index) => {
    view.setFloat64(text.length + 8 * index, value, true);
  });
  return bytes;
}

describe('raw files', () => {
  test('real vectors, point by point', () => {
    const raw = readRaw(rawFile('* A', 'Operating Point', { 'V(a)': [1, 2], 'i(v1)': [-3, 4e-12] }));
    expect(raw).toMatchObject({
      title: '* A',
      plotname: 'Operating Point',
      points: 2,
      command: expect.stringMatching(/^ngspice-45.2/),
    });
    expect([...raw.real['v(a)']!, ...raw.real['i(v1)']!]).toEqual([1, 2, -3, 4e-12]);
    expect(raw.imaginary).toBeUndefined();
  });

  test('complex vectors', () => {
    const raw = readRaw(rawFile('* A', 'AC Analysis', { frequency: [1, 0, 10, 0], 'v(a)': [3, 4, 5, -6] }, true));
    expect([...raw.real['v(a)']!]).toEqual([3, 5]);
    expect([...raw.imaginary!['v(a)']!]).toEqual([4, -6]);
  });

  test('a file cut short, and a file that is none', () => {
    const whole = rawFile('* A', 'Operating Point', { 'v(a)': [1, 2] });
    expect(() => readRaw(whole.subarray(0, -1))).toThrow(/raw file is cut short: \d+ bytes for 2 points of 1 vectors/);
    expect(() => readRaw(new TextEncoder().encode('hello'))).toThrow('not a binary raw file');
  });

  test.each([
    [{ 'v(a)': [1, Number.NaN] }, 'raw file holds NaN at point 1 of v(a)'],
    [{ 'v(a)': [-1 / 0, 1] }, 'raw file holds -Infinity at point 0 of v(a)'],
    [{ 'v(a)': [1], 'V(A)': [2] }, 'raw file must name each vector once: v(a), v(a)'],
  ])('%j is refused', (vectors, message) => {
    expect(() => readRaw(rawFile('* A', 'Operating Point', vectors))).toThrow(message);
  });

  test.each(['-2', '2.5', '1e3', 'NaN', '', '0x2', '9999999999999999'])('%j points are refused', (points) => {
    const whole = new TextDecoder('latin1').decode(rawFile('* A', 'Operating Point', { 'v(a)': [1, 2] }));
    const bytes = Uint8Array.from(whole.replace('No. Points: 2', `No. Points: ${points}`), (c) => c.charCodeAt(0));
    expect(() => readRaw(bytes)).toThrow('raw file must state No. Points as a whole number: ');
  });

  test('bytes after the last point are refused', () => {
    const longer = Uint8Array.of(...rawFile('* A', 'Operating Point', { 'v(a)': [1] }), 0);
    expect(() => readRaw(longer)).toThrow('raw file is too long');
  });
});

const deck: Deck = { circuit: 'v1 a 0 1\nr1 a 0 1', runs: [{ analysis: { kind: 'op' }, vectors: ['v(a)'] }] };
const title = (of: Deck): string => deckText(of).split('\n')[0]!;

describe('decks', () => {
  test('text: title, circuit, a fresh plot and a file for every run', () => {
    const text = deckText({
      circuit: 'r1 a 0 1\n',
      runs: [
        { analysis: { kind: 'ac', pointsPerDecade: 20, from: 1, to: 1e9 }, vectors: ['v(a)', 'v(b)'] },
        { analysis: { kind: 'noise', output: 'v(a)', source: 'v1', pointsPerDecade: 5, from: 1, to: 10 } },
        { analysis: { kind: 'tran', step: 1e-12, stop: 1e-9 } },
        { analysis: { kind: 'dc', source: 'v1', from: 0, to: 1, step: 0.5 } },
      ],
    });
    expect(text.slice(text.indexOf('\n') + 1)).toBe(`r1 a 0 1
.control
destroy all
ac dec 20 1 1000000000
write run0.raw v(a) v(b)
destroy all
noise v(a) v1 dec 5 1 10
setplot noise1
write run1.raw
setplot noise2
write total1.raw
destroy all
tran 1e-12 1e-9 0 1e-12
write run2.raw
destroy all
dc v1 0 1 0.5
write run3.raw
.endc
.end
`);
  });

  test('the title follows from the content: equal decks share it, others do not', () => {
    expect(title(deck)).toMatch(/^\* somagen [0-9a-f]{16}$/);
    expect(title({ ...deck })).toBe(title(deck));
    const titles = Array.from({ length: 1000 }, (_, ohms) => title({ ...deck, circuit: `v1 a 0 1\nr1 a 0 ${ohms}` }));
    expect(new Set(titles).size).toBe(1000);
  });
});

describe('results are those of this deck, whole', () => {
  const giving =
    (files: Readonly<Record<string, Uint8Array>>): Tool =>
    () =>
      Promise.resolve({ files, log: 'said something' });
  const good = rawFile(title(deck), 'Operating Point', { 'v(a)': [7] });

  test('a good run', async () => {
    const [run] = await simulate(giving({ 'run0.raw': good }), deck);
    expect(scalar(run!, 'V(a)')).toBe(7);
    expect(run!.program).toBe('ngspice-45.2');
    expect(() => wave(run!, 'v(b)')).toThrow('no such vector: v(b) (there are: v(a))');
  });

  test.each([
    ['no file', {}, 'ngspice wrote no data (Operating Point):\nsaid something'],
    [
      'another circuit',
      { 'run0.raw': rawFile('* somagen 0', 'Operating Point', { 'v(a)': [7] }) },
      'gave back the data of another circuit (* somagen 0)',
    ],
    [
      'another analysis',
      { 'run0.raw': rawFile(title(deck), 'AC Analysis', { 'v(a)': [7] }) },
      'gave back another analysis (AC Analysis, not Operating Point)',
    ],
  ])('%s is refused', async (_, files, message) => {
    const error = await simulate(giving(files as Record<string, Uint8Array>), deck).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ToolError);
    expect((error as ToolError).message).toContain(message);
    expect((error as ToolError).files).toEqual({ 'deck.cir': deckText(deck) });
  });

  test.each([
    [{ kind: 'tran', step: 1, stop: 10 }, 'Transient Analysis', { time: [0, 5] }, 'at 5 of 10 s'],
    [
      { kind: 'dc', source: 'v1', from: 0, to: 1, step: 0.1 },
      'DC transfer characteristic',
      { 'v(a)': [0, 1] },
      '2 of 11 points',
    ],
    [
      { kind: 'ac', pointsPerDecade: 10, from: 1, to: 1000 },
      'AC Analysis',
      { frequency: [1, 100] },
      'at 100 of 1000 Hz',
    ],
  ] as const)('a sweep that ends early is refused: %o', async (analysis, plotname, vectors, message) => {
    const cut: Deck = { ...deck, runs: [{ analysis }] };
    const run = giving({ 'run0.raw': rawFile(title(cut), plotname, vectors) });
    await expect(simulate(run, cut)).rejects.toThrow(`stopped early: ${message}`);
  });

  test('a logarithmic sweep may end within a step of its end', async () => {
    const whole: Deck = { ...deck, runs: [{ analysis: { kind: 'ac', pointsPerDecade: 10, from: 1, to: 1000 } }] };
    const run = giving({ 'run0.raw': rawFile(title(whole), 'AC Analysis', { frequency: [1, 990] }) });
    await expect(simulate(run, whole)).resolves.toHaveLength(1);
  });
});
