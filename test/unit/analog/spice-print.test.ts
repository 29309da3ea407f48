import { describe, expect, test } from 'vitest';
import type { Circuit, Transistor } from '../../../analog/spice/circuit.ts';
import { transistorsOf, unitTransistors } from '../../../analog/spice/circuit.ts';
import { behavioural, capacitor, comment, resistor, source, voltageCopy } from '../../../analog/spice/elements.ts';
import { circuitLines, printCircuit } from '../../../analog/spice/print.ts';

const transistor: Transistor = {
  kind: 'transistor',
  role: 'pair',
  name: 'mp0',
  model: 'PTM65N',
  drain: 'outn',
  gate: 'xp',
  source: 't0',
  bulk: '0',
  width: 1e-7,
  length: 6.5e-8,
};
const PULSE = { low: 0, high: 1, delay: 2e-10, rise: 2e-11, fall: 3e-11, width: 9e-10, period: 1e-8 };

describe('an entry of a circuit is printed as', () => {
  test.each<[string, Circuit[number]]>([
    ['mp0 outn xp t0 0 PTM65N w=1e-7 l=6.5e-8 rbodymod=0 rgatemod=0', transistor],
    [
      'mp0 outn xp t0 0 PTM65N w=1e-7 l=6.5e-8 m=128 delvto=-0.05 rbodymod=0 rgatemod=0',
      { ...transistor, count: 128, thresholdShift: -0.05 },
    ],
    ['vdd vdd 0 1', source('vdd', 'vdd', '0', 1)],
    ['vin in 0 dc 0 ac 1', source('vin', 'in', '0', { dc: 0, ac: 1 })],
    ['it0 t0 0 dc {w0*1e-9}', source('it0', 't0', '0', { dc: '{w0*1e-9}' })],
    ['va a 0 pulse 0 1 2e-10 2e-11 3e-11 9e-10 1e-8', source('va', 'a', '0', { pulse: PULSE })],
    [
      'von on 0 pwl(0 0 1e-9 0 2e-9 1)',
      source('von', 'on', '0', {
        pwl: [
          [0, 0],
          [1e-9, 0],
          [2e-9, 1],
        ],
      }),
    ],
    ['r1 a 0 1000', resistor('load', 'r1', ['a', '0'], 1000)],
    ['r1 a 0 1000 flicker', { ...resistor('auxiliary', 'r1', ['a', '0'], 1000), model: 'flicker' }],
    ['cout out 0 2e-15', capacitor('cout', 'out', '0', 2e-15)],
    ['b1 a 0 i=v(c)*2', behavioural('b1', ['a', '0'], 'i', 'v(c)*2')],
    ['b1 a 0 v=tanh(v(c))', behavioural('b1', ['a', '0'], 'v', 'tanh(v(c))')],
    ['exn xn cm in 0 -0.5', voltageCopy('exn', ['xn', 'cm'], ['in', '0'], -0.5)],
    ['g1 a 0 c d 1e-3', { kind: 'controlled', name: 'g1', nodes: ['a', '0'], control: ['c', 'd'], gain: '1e-3' }],
    ['h1 o 0 vd2 1', { kind: 'controlled', name: 'h1', nodes: ['o', '0'], control: ['vd2'], gain: 1 }],
    [
      'x1 a b chip w0=3 w1=7',
      { kind: 'call', name: 'x1', nodes: [['a', 'b']], of: 'chip', parameters: { w0: 3, w1: 7 } },
    ],
    [
      'n1 a b\n+ c d\n+ module',
      {
        kind: 'call',
        name: 'n1',
        nodes: [
          ['a', 'b'],
          ['c', 'd'],
        ],
        of: 'module',
      },
    ],
    ['* loads', comment('loads')],
    ['*', comment('')],
    ['.include modelcard.ptm', { kind: 'include', file: 'modelcard.ptm' }],
    ['.options temp=27 gmin=1e-15', { kind: 'options', values: { temp: 27, gmin: '1e-15' } }],
    ['.options device temp=27', { kind: 'options', of: 'device', values: { temp: 27 } }],
    ['.param w0=255', { kind: 'parameter', name: 'w0', value: 255 }],
    ['.model f r kf=2 af=3', { kind: 'model', name: 'f', of: 'r', parameters: [{ kf: 2, af: 3 }] }],
    ['.model m msn w0=1\n+ w1=2', { kind: 'model', name: 'm', of: 'msn', parameters: [{ w0: 1 }, { w1: 2 }] }],
    ['.nodeset v(x0.t0)=0.2', { kind: 'nodeset', node: 'x0.t0', voltage: 0.2 }],
    [
      '.subckt chip a b\nr1 a b 5\n.ends',
      { kind: 'subcircuit', name: 'chip', ports: [['a', 'b']], circuit: [resistor('load', 'r1', ['a', 'b'], 5)] },
    ],
    [
      '.subckt chip a b\n+ c\n+ params:\n+ w0=1\n+ w1=2\n* empty\n.ends chip',
      {
        kind: 'subcircuit',
        name: 'chip',
        ports: [['a', 'b'], ['c']],
        parameters: { w0: 1, w1: 2 },
        circuit: [comment('empty')],
      },
    ],
  ])('%j', (text, entry) => {
    expect(printCircuit([entry])).toBe(text);
  });

  test('a circuit: an entry after the other', () => {
    const circuit = [comment('pair'), transistor, { ...transistor, name: 'mn0' } as const];
    expect(circuitLines(circuit).map((line) => line.split(' ')[0])).toEqual(['*', 'mp0', 'mn0']);
    expect(printCircuit(circuit)).toBe(circuitLines(circuit).join('\n'));
  });
});

describe('transistors of a circuit', () => {
  const circuit: Circuit = [
    comment('mirror of many: m=7'),
    { ...transistor, count: 4 },
    { ...transistor, name: 'mlp', role: 'load' },
    {
      kind: 'subcircuit',
      name: 'chip',
      ports: [['a']],
      circuit: [{ ...transistor, name: 'mt0', role: 'tail', count: 8 }],
    },
    resistor('load', 'rout', ['a', '0'], 1),
  ];

  test('those of a subcircuit too; a comment and a resistor are none', () => {
    expect(transistorsOf(circuit).map(({ name }) => name)).toEqual(['mp0', 'mlp', 'mt0']);
  });

  test('units are counted, one where no count is said, of all roles or of some', () => {
    expect(unitTransistors(circuit)).toBe(4 + 1 + 8);
    expect(unitTransistors(circuit, ['load'])).toBe(1);
    expect(unitTransistors(circuit, ['pair', 'tail'])).toBe(12);
    expect(unitTransistors(circuit, ['switch'])).toBe(0);
  });
});
