import { expect, test } from 'vitest';
import { netlistOf } from '../../../sim/embedded/yosys-netlist.ts';

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
  ['$_DFF_P_', '', 0],
  ['$_DFF_N_', '', 1],
  ['$_DFF_P_', '', 2],
  ['$_DFF_PP0_', 'R=$false', 0],
  ['$_DFF_PN1_', 'R=$true', 0],
  ['$_DFFSR_PPN_', 'R=$true S=$false', 0],
])('%s %s behind %d inverters is a register', (type, pins, inverters) => {
  expect(netlistOf(blif(type, pins, inverters), 'dut').registers).toHaveLength(1);
});

test.each([
  ['$_DFF_N_', '', 0, 'the flip-flop of sum must take the rising edge of clk'],
  ['$_DFF_P_', '', 1, 'the flip-flop of sum must take the rising edge of clk'],
  ['$_DFF_PP0_', 'R=x', 0, 'the flip-flop of sum must not be set or cleared without a clock'],
  ['$_DFFSR_PPP_', 'R=$false S=$true', 0, 'the flip-flop of sum must not be set or cleared without a clock'],
])('%s %s behind %d inverters is refused', (type, pins, inverters, message) => {
  expect(() => netlistOf(blif(type, pins, inverters), 'dut')).toThrow(message);
});
