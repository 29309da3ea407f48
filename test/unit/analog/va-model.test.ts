import { describe, expect, test } from 'vitest';
import { veriloga } from '../../../analog/index.ts';
import { readVerilogA } from '../../../analog/verilog-a/lint.ts';
import { evaluateVerilogA, verilogAOutput } from '../../../analog/verilog-a/model.ts';
import { linearize } from '../../../analog/verilog-a/network.ts';
import { analog } from './neuron.ts';

/** A module on nodes a and b. */
const network = (statements: string, declarations = '') =>
  readVerilogA(`\`include "disciplines.vams"
module m(a, b);
  inout a, b;
  electrical a, b;
  ${declarations}
  analog begin
    ${statements}
  end
endmodule
`);

/** Current of the module into node a, held at 1 V: the value of an expression. */
function value(expression: string, declarations = '', statements = ''): number {
  const module = network(`${statements} I(a) <+ ${expression}; I(b) <+ V(b);`, declarations);
  const { nodes, currents } = linearize({ module, sources: { a: 1 } });
  return currents[nodes.indexOf('a')]!;
}

/** One resistor-loaded amplifier: gain w*gm/g, pole g/(2 pi c), 4kTg of noise a side. */
const AMPLIFIER = readVerilogA(`\`include "disciplines.vams"
module amplifier(x0p, x0n, outp, outn, vdd, vss);
  inout x0p, x0n, outp, outn, vdd, vss;
  electrical x0p, x0n, outp, outn, vdd, vss;
  parameter real g = 1e-6 from (0:inf);
  parameter real gm = 1e-8 from (0:inf);
  parameter real c = 1e-14 from (0:inf);
  parameter real w0 = 255 from [0:255];
  parameter real kf = 1e-22 from [0:inf);
  real i;
  analog begin
    i = 0.5*w0*gm*V(x0p,x0n);
    I(vdd,outp) <+ g*V(vdd,outp)+i;
    I(vdd,outn) <+ g*V(vdd,outn)-i;
    I(outp,vss) <+ 1e-7;
    I(outn,vss) <+ 1e-7;
    I(outp,vss) <+ ddt(c*V(outp,vss));
    I(outn,vss) <+ ddt(c*V(outn,vss));
    I(outp,vss) <+ white_noise(4*1.380649e-23*$temperature*g,"a");
    I(outn,vss) <+ white_noise(4*1.380649e-23*$temperature*g,"b");
    I(outp,vss) <+ flicker_noise(kf,1.0,"c");
  end
endmodule
`);
const BENCH = { supply: 1.2, commonMode: 0.6 };

describe('expressions', () => {
  test.each([
    ['1-2-3', -4],
    ['2+3*4-6/4.0', 12.5],
    ['-2*-3', 6],
    ['7/2', 3],
    ['-7/2', -3],
    ['7/2.0', 3.5],
    ['1+2 > 2 && !(3 < 2) ? 5 : 6', 5],
    ['1 == 2 || 2 != 2 ? 5 : 6', 6],
    ['2 >= 2 ? (2 <= 1 ? 1 : 2) : 3', 2],
    ['pow(2,10)+sqrt(16)+abs(-3)+min(1,2)+max(1,2)', 1034],
    ['ln(exp(2))+limexp(0)', 3],
    ['V(a)', 1],
    // k/q times 27 C, and times a temperature that is given.
    ['$vt', 0.025864922],
    ['$vt(1000)', 0.08617333262],
    ['$temperature', 300.15],
  ])('%s is %d', (expression, expected) => {
    expect(value(expression)).toBeCloseTo(expected, 8);
  });

  test('a variable of type integer takes the nearest whole number, halves away from 0', () => {
    expect(value('n', 'integer n;', 'n = 2.5;')).toBe(3);
    expect(value('n', 'integer n;', 'n = -2.5;')).toBe(-3);
    expect(value('n/2', 'integer n;', 'n = 5;')).toBe(2);
  });

  test('an analog function takes its inputs in their order', () => {
    const own = 'analog function real over; input p, q; real p, q, r; begin r = p; over = r/q; end endfunction';
    expect(value('over(3.0,4)', own)).toBe(0.75);
  });

  test('of if and else one is executed', () => {
    expect(value('x', 'real x;', 'if (V(a) > 0.5) x = 1; else x = 2;')).toBe(1);
    expect(value('x', 'real x;', 'x = 5; if (V(a) > 1.5) begin x = 1; end else if (V(a) > 1.2) x = 2;')).toBe(5);
  });

  test('parameters may be set, in their ranges', () => {
    const module = network(
      'I(a,b) <+ g*V(a,b);',
      'parameter real g = 1 from (0:10] exclude 5; parameter real h = 2*g;',
    );
    const current = (parameters: Readonly<Record<string, number>>): number =>
      linearize({ module, parameters, sources: { a: 1, b: 0 } }).currents[0]!;
    expect(current({ g: 3 })).toBe(3);
    expect(() => current({ g: 0 })).toThrow('g of m must be from (0:10] exclude [5:5]: 0');
    expect(() => current({ g: 5 })).toThrow('g of m must be');
    expect(() => current({ q: 5 })).toThrow('m has no parameter q; it has: g, h');
  });

  test.each([
    ['V(a,b) <+ 1;', 'contribution to V(a,b)'],
    ['I(a,b) <+ I(a,b);', 'I(a,b) is read'],
    ['I(a,b) <+ x;', 'x has no value where it is read'],
    ['I(a,b) <+ atan(1);', 'function atan'],
    ['I(a,b) <+ white_noise(-1);', 'white_noise of density -1'],
    ['I(a,b) <+ 2*ddt(V(a,b));', 'function ddt'],
  ])('%s is refused', (statements, message) => {
    expect(() => linearize({ module: network(statements, 'real x;'), sources: { a: 1, b: 0 } })).toThrow(message);
  });
});

describe('the operating point', () => {
  test('of a diode behind a resistor solves the equation of both', () => {
    const module = network('I(a,b) <+ 1e-15*(exp(V(a,b)/0.025)-1); I(a) <+ (V(a)-5)/1000.0;');
    const { voltages } = linearize({ module, sources: { b: 0 } });
    const [v = 0] = voltages;
    expect(1e-15 * (Math.exp(v / 0.025) - 1)).toBeCloseTo((5 - v) / 1000, 12);
    expect(v).toBeGreaterThan(0.6);
  });

  test('is found where the equations are rounded to more than its precision', () => {
    // 1 + exp(-25) holds exp(-25) to 8e-6, which is 0.4 uV here; the current is that of exp(-25)^2 all the same.
    const own = 'parameter real i = 1 from (0:inf);';
    const module = network('I(a,b) <+ pow(ln(1+exp(-25+20*V(a,b)))/1.3887943865e-11,2)-i+1e-3*V(a,b);', own);
    for (let i = 1; i < 2; i += 0.01) {
      const [v] = linearize({ module, parameters: { i }, sources: { b: 0 } }).voltages;
      expect(v).toBeCloseTo(Math.log(i) / 40, 4);
    }
  });

  test('a node that nothing holds has none', () => {
    expect(() => linearize({ module: network('I(a) <+ V(a);'), sources: {} })).toThrow(
      /no solution: node equation 1 is singular/,
    );
  });

  test('a current that no voltage takes up has none', () => {
    expect(() => linearize({ module: network('I(a,b) <+ 1+exp(V(a,b));'), sources: { b: 0 } })).toThrow(
      /no operating point|no solution/,
    );
  });

  test('a source at a node that is none is refused', () => {
    expect(() => linearize({ module: network('I(a,b) <+ V(a,b);'), sources: { c: 0 } })).toThrow(
      'source at c, which is no node of m: a,b',
    );
  });
});

describe('an amplifier with resistors', () => {
  const figures = evaluateVerilogA(AMPLIFIER, BENCH);

  test('gain is w gm/g, the supply gives both currents', () => {
    expect(figures.gain).toBeCloseTo(2.55, 12);
    expect(figures.outputs[0]).toBeCloseTo(1.1, 12);
    expect(figures.supplyCurrent).toBeCloseTo(2e-7, 18);
    expect(figures.power).toBeCloseTo(2.4e-7, 18);
  });

  test('the bandwidth is that of g and c', () => {
    expect(figures.bandwidth! / (1e-6 / (2 * Math.PI * 1e-14))).toBeCloseTo(1, 12);
  });

  test('white noise is 4kT/g a side, and 2kT/c in all', () => {
    const quiet = evaluateVerilogA(AMPLIFIER, { ...BENCH, parameters: { kf: 0 } });
    expect(quiet.noiseDensity / ((8 * 1.380649e-23 * 300.15) / 1e-6)).toBeCloseTo(1, 12);
    expect(quiet.noiseTotal! / ((2 * 1.380649e-23 * 300.15) / 1e-14)).toBeCloseTo(1, 5);
    const hot = evaluateVerilogA(AMPLIFIER, { ...BENCH, temperature: 600.3, parameters: { kf: 0 } });
    expect(hot.noiseTotal! / quiet.noiseTotal!).toBeCloseTo(2, 12);
  });

  test('flicker noise of one pole adds K ln(f) of the pole in Hz', () => {
    const quiet = evaluateVerilogA(AMPLIFIER, { ...BENCH, parameters: { kf: 0 } });
    expect(figures.flicker).toBeCloseTo(1e-22 / 1e-12, 18);
    const expected = 1e-10 * Math.log(figures.bandwidth!);
    expect((figures.noiseTotal! - quiet.noiseTotal!) / expected).toBeCloseTo(1, 4);
  });

  test('the transfer is linear in input and weight', () => {
    expect(verilogAOutput(AMPLIFIER, { ...BENCH, inputs: [0.01] })).toBeCloseTo(0.0255, 12);
    expect(verilogAOutput(AMPLIFIER, { ...BENCH, inputs: [-0.02], parameters: { w0: 51 } })).toBeCloseTo(-0.0102, 12);
  });

  test('weight 0 has no gain and no bandwidth', () => {
    const off = evaluateVerilogA(AMPLIFIER, { ...BENCH, parameters: { w0: 0 } });
    expect([off.gain, off.bandwidth, off.noiseTotal]).toEqual([0, null, null]);
  });

  test('what the bench asks for must be there', () => {
    expect(() => evaluateVerilogA(AMPLIFIER, { ...BENCH, synapse: 1 })).toThrow(
      'amplifier has no synapse 1 (port x1p)',
    );
    expect(() => evaluateVerilogA(AMPLIFIER, { ...BENCH, inputs: [0, 0] })).toThrow(
      'amplifier has 1 synapse(s), not 2',
    );
  });
});

describe('an emitted model', () => {
  const neuron = analog({ bits: 3, synapses: 2, unitCurrent: 1e-9, commonMode: 0.6 });
  const model = readVerilogA(veriloga(neuron));
  const bench = { supply: 1, commonMode: 0.6, parameters: { w0: 5, w1: 6 } };

  test.each([-0.1, -0.05, -0.02, 0, 0.01, 0.03, 0.08])(
    'its gain at %d V is the slope of its transfer there',
    (input) => {
      const step = 1e-5;
      const output = (shift: number): number => verilogAOutput(model, { ...bench, inputs: [0.02, input + shift] });
      const { gain } = evaluateVerilogA(model, { ...bench, inputs: [0.02, input], synapse: 1 });
      expect((output(step) - output(-step)) / (2 * step) / gain).toBeCloseTo(1, 6);
    },
  );

  test('the transfer is odd, and falls short of the gain where the pairs saturate', () => {
    const output = (input: number): number => verilogAOutput(model, { ...bench, inputs: [input, 0] });
    const { gain } = evaluateVerilogA(model, bench);
    expect(output(0.05) + output(-0.05)).toBeCloseTo(0, 12);
    expect(output(0.1) / (0.1 * gain)).toBeLessThan(0.9);
    expect(output(0.001) / (0.001 * gain)).toBeCloseTo(1, 3);
  });
});
