import { describe, expect, test } from 'vitest';
import { lintVerilogA, problemText, readVerilogA } from '../../../analog/verilog-a/lint.ts';

/** A whole model of the subset, with a function, an if, ?:, and an integer. */
const MODEL = `// A resistor, a diode and a capacitor.
\`include "disciplines.vams"
module part(a, b);
  inout a, b;
  electrical a, b;
  electrical inner; /* between
  both */
  parameter real g = 1e-3 from (0:inf);
  parameter real half = g/2.0 from (-inf:inf) exclude 0;
  parameter integer n = 1 from [1:3];
  real x, y;
  analog function real diode;
    input i, v;
    real i, v, t;
    begin
      t = limexp(v)-1;
      diode = i*t;
    end
  endfunction
  analog begin
    x = half*n;
    if (V(a,b) > 0.5 && n != 2) begin
      y = 2.0;
    end else
      y = (V(a) < 0) ? 3.0 : (V(b) < 0 ? 4.0 : 5.0);
    I(a,inner) <+ x*y*V(a,inner)-ddt(1e-12*V(a,inner));
    I(inner,b) <+ diode(1e-15,V(inner,b)/$vt);
    I(inner,b) <+ white_noise(4*1.38e-23*$temperature*g,"thermal");
  end
endmodule
`;

const problems = (text: string): readonly string[] => lintVerilogA(text, 'part.va').map(problemText);

test('a model of the subset has no problem', () => {
  expect(problems(MODEL)).toEqual([]);
});

test.each([
  [
    't = limexp(v)-1;',
    't = V(a)-1;',
    [
      'part.va:16: V(a) in function diode: allowed are names and numbers',
      'part.va:16: a in V(a) is no declared node: allowed is a after electrical',
      'part.va:12: v of function diode is never used',
    ],
  ],
  ['diode = i*t;', 't = i*t;', ['part.va:12: function diode gives its name no value on every path']],
  ['diode = i*t;', 'diode = i*t; i = 1;', ['part.va:17: input i is assigned: allowed are variables']],
  ['diode = i*t;', 'diode = i*t; I(a,b) <+ i;', ['part.va:17: contribution in a function: allowed are assignments']],
  [
    'diode = i*t;',
    'diode = i*t*g;',
    ['part.va:17: g is not declared: allowed are parameters and variables declared before'],
  ],
  [
    'diode = i*t;',
    'diode = i*diode(i,t);',
    [
      'part.va:17: diode is no function of the subset: allowed are ln exp limexp sqrt tanh pow abs min max $vt $temperature and analog functions declared before',
    ],
  ],
  ['real i, v, t;', 'real i, t;', ['part.va:12: input v of function diode has no type: allowed is real v;']],
  ['input i, v;', 'output i; input v;', ['part.va:13: output of function diode: allowed are inputs']],
  ['    begin\n      t =', '      t =', ['part.va:15: t as function diode: allowed is begin ... end']],
  ['diode(1e-15,V(inner,b)/$vt)', 'diode(V(inner,b)/$vt)', ['part.va:27: diode with 1 input(s): allowed is 2']],
  ['diode(1e-15,V(inner,b)/$vt)', '1e-15*V(inner,b)/$vt', ['part.va:12: function diode is never used']],
  [
    'electrical inner;',
    'ground inner;',
    [
      'part.va:6: ground in a module: allowed are inout, input, output, electrical, parameter, real, integer, analog and endmodule',
    ],
  ],
  [
    '  electrical inner;',
    '',
    [
      'part.va:26: inner in I(a,inner) is no declared node: allowed is inner after electrical',
      'part.va:26: inner in V(a,inner) is no declared node: allowed is inner after electrical',
    ],
  ],
  ['"thermal"', '3', ['part.va:28: name of a white_noise: allowed is a string']],
  ['-ddt(', '-2*ddt(', ['part.va:26: ddt inside an expression: allowed is I(a,b) <+ ddt(...), a term of its own']],
  [
    'x = half*n;',
    'x = half*n/2; y = n/2;',
    ['part.va:21: division of whole numbers, which cuts the fraction off: allowed is a real number, as in 1.0/2.0'],
  ],
  ['x = half*n;', 'x = +half*n;', ['part.va:21: + as a sign: allowed is the number without it']],
  ['x = half*n;', ';', ['part.va:21: empty statement: allowed is one ; after a statement']],
  [
    'x = half*n;',
    '',
    ['part.va:26: x is read before it has a value on every path', 'part.va:9: parameter half is never used'],
  ],
  [
    'real x, y;',
    'real x, y; parameter real p = 1, q = 2;',
    ['part.va:11: list of parameters: allowed is one in each declaration'],
  ],
  ['real x, y;', 'real x, y; parameter string p = "";', ['part.va:11: parameter string: allowed are real and integer']],
  ['// A', '\u00b5 // A', ['part.va:1: character "\u00b5": no text of Verilog-A holds it']],
  [
    '`include',
    '`define N 3\n`include',
    ['part.va:2: directive `define: allowed is `include of disciplines.vams and constants.vams'],
  ],
] as const)('%s as %s', (place, instead, expected) => {
  expect(MODEL).toContain(place);
  const found = problems(MODEL.replace(place, () => instead));
  for (const message of expected) expect(found).toContain(message);
});

describe('the parser', () => {
  test('gives lines', () => {
    const { body, functions } = readVerilogA(MODEL);
    expect(functions[0]?.line).toBe(12);
    expect(body.kind === 'block' ? body.items.map(({ line }) => line) : []).toEqual([21, 22, 26, 27, 28]);
  });

  test('a text outside the subset is refused with its line', () => {
    expect(() => readVerilogA(MODEL.replace('1e-15,', '1f,'))).toThrow('scale factor or letters f after 1');
    expect(() => readVerilogA('module m(a); endmodule')).toThrow('module without analog block: allowed is one');
  });

  test('any text ends in problems, never in another error', () => {
    for (let at = 0; at < MODEL.length; at += 3) {
      expect(Array.isArray(problems(MODEL.slice(0, at)))).toBe(true);
      expect(Array.isArray(problems(MODEL.slice(at)))).toBe(true);
    }
    expect(problems('')).toEqual(['part.va:1: end of the text before the module: allowed is module']);
  });
});
