/** Readers of specs, and of what runs leave or engines answer, for the fuzz. */

import { readRaw } from '../analog/spice/raw.ts';
import { InputError } from '../cli/session/input-error.ts';
import { applySettings } from '../cli/spec/set-value.ts';
import { yamlData } from '../cli/spec/yaml-data.ts';
import { parseSpec, quantityParser } from '../gen/index.ts';
import { FormatError } from '../nn/data/format-error.ts';
import { parseNetwork } from '../nn/index.ts';
import { readCheckpoint, writeCheckpoint } from '../nn/train/checkpoint.ts';
import { hexToRecords, recordLayout } from '../sim/simulator/vectors.ts';
import { NETWORK } from '../test/cli/bars.ts';
import { badNumber, bytesOf, type FuzzReader, textOf } from './fuzz.ts';

/** Refusal of a spec, whose problems are data. */
class Refused extends Error {}

const parseQuantity = await quantityParser('1 V');

function spec(document: unknown): object {
  const result = parseSpec(document, parseQuantity);
  if ('problems' in result) throw new Refused();
  return result.spec;
}

const SPEC = `# a spec with most of what there is
name: &n fuzz
neurons:
  - {name: dig, kind: digital, bits: 4, inputBits: 3, synapses: 2, signed: {inputs: false, weights: true}, activation: relu, outputBits: 4}
  - &a
    name: msn
    kind: analog
    bits: 4
    unitCurrent: 100 pA
    supply: 1.0 V
    temperature: 27 degC
  - {<<: *a, name: other, unitCurrent: "1e-10"}
compare: {pairs: [[dig, msn]], frequencies: {from: 1 kHz, to: 1 GHz, pointsPerDecade: 5}}
evaluate: {networks: [mnist-fcn], bits: [4, 8], noisePower: {from: 1e-9 V^2, to: 1e-4 V^2, pointsPerDecade: 2}, draws: 2}
`;
const YAML_WORDS = [
  ...[
    '&n',
    '*n',
    '*a',
    '<<: *a',
    '---\n',
    '...',
    '!!js/function',
    '!!binary',
    '? ',
    ': ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '|',
    '>',
    '#',
    '%YAML 1.1\n',
  ],
  ...[
    '.nan',
    '.inf',
    '0x10',
    '1e999',
    '-1',
    '2.5',
    '1_000',
    'null',
    '~',
    'true',
    '__proto__',
    'constructor',
    '\t',
    '\u0000',
    '\u001b[31m',
    '\u202e',
    'é',
    '\uFEFF',
  ],
  ...['bits: 65', 'synapses: 1e9', 'kind: analog', '5 %', '1 MEG', '10n', '27 °C', '1 mHz', '1 Pa'],
];
const QUANTITY_WORDS = [
  ...[
    'V',
    'A',
    'pA',
    'nA',
    'µA',
    'degC',
    '%',
    'MEG',
    'k',
    'e',
    'E+',
    '^',
    '**',
    '/',
    '(',
    ')',
    '-',
    '+',
    '.',
    ' ',
    '\u00a0',
    '−',
  ],
  ...['1e999', 'NaN', 'Infinity', 'i', 'x', 'constructor', '__proto__', 'import', '=', ';', '0'],
];

const RAW = Buffer.concat([
  Buffer.from(
    'Title: * a\nDate: now\nCommand: ngspice-45\nPlotname: AC Analysis\nFlags: complex\nNo. Variables: 2\nNo. Points: 2\nVariables:\n\t0\tfrequency\tfrequency\n\t1\tv(a)\tvoltage\nBinary:\n',
  ),
  Buffer.from(new Float64Array([1, 0, 2, 3, 10, 0, 4, 5]).buffer),
]);

const LAYOUT = recordLayout(
  [
    { name: 'sum', direction: 'output', bits: 9 },
    { name: 'y', direction: 'output', bits: 3 },
  ],
  'output',
);

const BARS = parseNetwork(JSON.stringify(NETWORK), 'bars.json');
const layers = (value: number) => [
  { weights: new Float32Array(27).fill(value), bias: new Float32Array(3).fill(value) },
  { weights: new Float32Array(96).fill(value), bias: new Float32Array(2).fill(value) },
];
const CHECKPOINT = writeCheckpoint('a run', {
  epoch: 2,
  limits: [1, 0.5],
  weights: layers(0.25),
  momenta: [layers(0)],
  ranges: [1, 1],
});

export const RUN_READERS: readonly FuzzReader[] = [
  {
    name: 'spec',
    seeds: bytesOf(SPEC, `${'# A note that a person left, of no meaning to anyone.\n'.repeat(40)}${SPEC}`),
    words: YAML_WORDS,
    read: (bytes) => spec(yamlData(textOf(bytes), 'fuzz.yaml').data),
    nonsense: badNumber,
    own: [InputError, Refused],
  },
  {
    name: 'set',
    seeds: bytesOf(
      'neurons.0.bits=8',
      `name=other # ${'a note '.repeat(20)}`,
      'neurons.1.unitCurrent=200 pA',
      'evaluate.bits=[4, 8]',
      'name=other',
      'compare={pairs: []}',
    ),
    words: [...YAML_WORDS, '=', '.', '[0]', '[-1]', '[99999999999]', 'neurons', 'neurons.dig.bits'],
    read: (bytes) => {
      const { data } = yamlData(SPEC, 'fuzz.yaml');
      applySettings(data, [textOf(bytes)]);
      return spec(data);
    },
    nonsense: badNumber,
    own: [InputError, Refused],
  },
  {
    name: 'quantity',
    seeds: bytesOf(`100${' '.repeat(40)}pA`, '100 pA', '1e-10', '0.1 nA', '1.5e-10 A', '10 % nA', '100p'),
    words: QUANTITY_WORDS,
    read: (bytes) =>
      spec({ name: 'fuzz', neurons: [{ name: 'a', kind: 'analog', bits: 4, unitCurrent: textOf(bytes) }] }),
    nonsense: badNumber,
    own: [Refused],
  },
  {
    name: 'raw',
    seeds: [RAW],
    words: [
      '-1',
      '2.5',
      '1e3',
      'NaN',
      'real',
      'complex',
      'Binary:\n',
      '\n',
      '\t',
      'Variables:\n',
      '\u0000',
      '999999999999',
    ],
    read: readRaw,
    nonsense: badNumber,
    own: [RangeError],
  },
  {
    name: 'checkpoint',
    seeds: [CHECKPOINT],
    words: ['-1', '2.5', '1e9', 'null', '"', '{', '}', '[', ']', ',', '__proto__', '\u0000'],
    read: (bytes) => readCheckpoint(BARS, 'a run', bytes, 'fuzz.checkpoint'),
    nonsense: badNumber,
    own: [FormatError],
  },
  {
    name: 'records',
    seeds: bytesOf('000000\n'.repeat(40), '01ff0701ff07\n'),
    words: ['x', 'z', 'XX', '-1', '0x1', '\n', '\\r\n', ' ', 'g', '//', '@0', '\u0000'],
    read: (bytes) => hexToRecords(LAYOUT, textOf(bytes)).records,
    nonsense: (records) => ((records as Uint8Array).length % LAYOUT.bytes === 0 ? undefined : 'part of a record'),
    own: [RangeError],
  },
];
