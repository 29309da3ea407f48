import { describe, expect, test } from 'vitest';
import { SpiceError, spiceTransistors } from '../../../synth/liberty/spice-transistors.ts';

const read = (...texts: readonly string[]) =>
  Object.fromEntries(spiceTransistors(texts.map((text, k) => ({ path: `${'st'[k]}.sp`, text }))));
const cell = (...lines: readonly string[]): string => `.subckt C A Y VDD VSS\n${lines.join('\n')}\n.ends\n`;
/** An inverter as a schematic of IHP's has it: devices as instances of model subcircuits. */
const INVERTER = cell(
  'XN0 Y A VSS VSS sg13_lv_nmos w=740.00n l=130.00n ng=1 m=1',
  'XP0 Y A VDD VDD sg13_lv_pmos w=1.12u l=130.00n ng=1 m=1',
);

describe('transistors of a subcircuit', () => {
  test.each<[string, string, number]>([
    ['M lines', cell('M0 Y A VDD VDD p', '+ w=1', 'm1 Y A VSS VSS n'), 2],
    ['instances of models', INVERTER, 2],
    ['instances of models that are written otherwise', cell('X0 VSS A Y VSS sky130_fd_pr__nfet_01v8 w=1 l=1'), 1],
    ['a model that only its width and length tell', cell('X0 Y A VSS VSS n_12_hvt_x W=1u L=60n'), 1],
    ['m= in any case and with blanks', cell('MN0 Y A VSS VSS n M = 3', 'XP0 Y A VDD VDD pfet m=2'), 5],
    ['fingers, which are one device', cell('MN0 Y A VSS VSS n nf=4', 'XP0 Y A VDD VDD pmos w=1 l=1 ng=4'), 2],
    ['devices that are no transistors', cell('D0 A VDD d', 'X1 VSS A dantenna l=1 w=1', 'R0 A Y 1k', 'C0 Y VSS 1f'), 0],
    ['comments', cell('* M0 Y A VDD VDD p', '*.PININFO A:I', 'M1 Y A VSS VSS n $ m=7', 'M2 Y A VSS VSS n ; m=7'), 2],
    ['a comment between continued lines', cell('M0 Y A VSS VSS n', '* why', '+ m=2'), 2],
    ['Windows line ends', INVERTER.replaceAll('\n', '\r\n'), 2],
    [
      'a wrapped model of the simulator',
      `.subckt mynmos d g s b\nN1 d g s b psp\n.ends\n${cell('X0 Y A VSS VSS mynmos')}`,
      1,
    ],
    [
      'a model wrapped with its resistor',
      `.subckt mos1 d g s b\nR0 d e 1\nM1 e g s b n\n.ends\n${cell('X0 Y A VSS VSS mos1')}`,
      1,
    ],
  ])('%s', (_, text, transistors) => {
    expect(read(text).C).toEqual({ transistors });
  });

  test('hierarchy, in any order, any case and CDL, over files', () => {
    const pair = '.SUBCKT PAIR A Y VDD VSS\nXI0 A N VDD VSS / c\nXI1 N Y VDD VSS C m=2\n.ENDS PAIR\n';
    expect(read(pair, INVERTER)).toEqual({ C: { transistors: 2 }, PAIR: { transistors: 6 } });
  });
});

describe('a count that is not known', () => {
  test.each([
    ['a subcircuit that no file holds', cell('X0 A Y DRIVER'), 's.sp:2: no file holds the subcircuit DRIVER'],
    [
      'one that an included file may hold',
      `.include "more.sp"\n${cell('X0 A Y DRIVER')}`,
      's.sp:3: no file holds the subcircuit DRIVER; s.sp:1: .include "more.sp" is not followed: name it too',
    ],
    ['a subcircuit in itself', cell('X0 A Y VDD VSS C'), 's.sp:1: the subcircuit holds itself'],
    ['a number that is an expression', cell("M0 Y A VSS VSS n m='2*k'"), 's.sp:2: m= must be a whole number above 0'],
    ['no device at all', cell('M0 Y A VSS VSS n m=0'), 's.sp:2: m= must be a whole number above 0'],
  ])('%s', (_, text, reason) => {
    expect(read(text).C).toEqual({ reason });
  });

  test('too many and too deep', () => {
    const chain = Array.from({ length: 3000 }, (_, k) => `.subckt S${k} A\nX0 A S${k + 1} m=9\n.ends\n`).join('');
    expect(read(`${chain}.subckt S3000 A\nM0 A A A A n\n.ends\n`).S0).toEqual({
      reason: expect.stringContaining('more than 64 deep'),
    });
    expect(read(cell('M0 Y A VSS VSS n m=10000001')).C).toEqual({
      reason: 's.sp:1: holds more than 1000000 transistors',
    });
  });
});

describe('a file is refused', () => {
  test.each([
    ['', 's.sp: holds no .subckt'],
    ['.subckt A\nM0\n', 's.sp: the file ends within .subckt A: it is truncated'],
    ['.subckt A\n.subckt B\n', 's.sp:2: .subckt B stands within A'],
    ['.subckt A\n.ends\n.subckt A\n', 's.sp:3: .subckt A stands in s.sp:1 too'],
    ['.subckt\n.ends\n', 's.sp:1: .subckt has no name'],
    ['.subckt A\n.ends B\n', 's.sp:2: .ends B stands in .subckt A'],
  ])('%j', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  test('a subcircuit in two files', () => {
    expect(() => read(INVERTER, INVERTER)).toThrow(new SpiceError('t.sp:1', '.subckt C stands in s.sp:1 too'));
  });
});
