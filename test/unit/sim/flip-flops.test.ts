import { expect, test } from 'vitest';
import { readDesign } from '../../../sim/embedded/yosys-netlist.ts';

/** One flip-flop whose clock comes from clk by inverters; its output is the sum. */
const blif = (type: string, pins: string, inverters = 0): string =>
  [
    '.model dut',
    '.inputs clk x',
    '.outputs sum',
    '.names $false',
    ...Array.from({ length: inverters }, (_, k) => `.subckt $_NOT_ A=${k === 0 ? 'clk' : `c${k}`} Y=c${k + 1}`),
    `.subckt ${type} C=${inverters === 0 ? 'clk' : `c${inverters}`} D=x Q=sum ${pins}`.trimEnd(),
    '.end',
  ].join('\n');

test.each([
  ['$_DFF_P_', 0, undefined],
  ['$_DFF_N_', 1, undefined],
  ['$_DFF_P_', 2, undefined],
  ['start0', 0, 0],
  ['start1', 2, 1],
])('%s behind %d inverters is a register that begins at %s', (type, inverters, start) => {
  const { netlist, starts } = readDesign(blif(type, '', inverters), 'dut', 'clk');
  expect(netlist.registers).toHaveLength(1);
  expect(starts).toEqual([start]);
});

test.each([
  ['$_DFF_N_', '', 0, 'it holds a register of the falling edge, sum'],
  ['$_DFF_P_', '', 1, 'it holds a register of the falling edge, sum'],
  // The script makes gates of these before.
  ['$_DFF_PP0_', 'R=x', 0, 'it holds a cell $_DFF_PP0_'],
  ['$_DLATCH_P_', 'E=x', 0, 'it holds a latch'],
])('%s %s behind %d inverters is refused', (type, pins, inverters, message) => {
  expect(() => readDesign(blif(type, pins, inverters), 'dut', 'clk')).toThrow(message);
});
