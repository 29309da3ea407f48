import { describe, expect, test } from 'vitest';
import { veriloga } from '../../analog/index.ts';
import { checkWithAdms } from '../../analog/verilog-a/adms.ts';
import { lintVerilogA } from '../../analog/verilog-a/lint.ts';
import { createAdms } from '../../tools/native/adms.ts';
import { ToolError } from '../../tools/tool.ts';
import { analog } from '../unit/analog/neuron.ts';

const adms = createAdms();

/** An emitted model with weights as parameters: every planted mistake is one edit of it. */
const MODEL = veriloga(analog({ bits: 3, synapses: 2, unitCurrent: 1e-9 }));

type Finder = 'lint' | 'both';

/** Planted mistakes. Name, the one place, what stands there instead, who finds it (ADMS alone finds none), the lint's words. */
const PLANTED: readonly (readonly [string, string | RegExp, string, Finder, RegExp])[] = [
  // Declarations
  ['a variable is not declared', '  real drive;\n', '', 'both', /drive is not declared/],
  ['a variable is declared twice', '  real drive;', '  real drive, drive;', 'both', /drive is declared twice/],
  [
    'a parameter is declared twice',
    '  real drive;',
    '  real drive; parameter real c = 1;',
    'both',
    /c is declared twice/,
  ],
  ['a variable has the name of a port', '  real drive;', '  real drive, vdd;', 'both', /vdd is declared twice/],
  [
    'a name differs in case only',
    '  real drive;',
    '  real drive, Drive;',
    'lint',
    /Drive differs from another name in case only/,
  ],
  ['a keyword is a name', '  real drive;', '  real drive, table;', 'lint', /table is a word of Verilog-A/],
  ['a variable is never used', '  real drive;', '  real drive, spare;', 'lint', /variable spare is never used/],
  [
    'a parameter is never used',
    '  real drive;',
    '  parameter real spare = 1;\n  real drive;',
    'lint',
    /parameter spare is never used/,
  ],
  ['a node is never used', '  real drive;', '  electrical spare;\n  real drive;', 'lint', /node spare is never used/],
  ['a variable has a value in its declaration', '  real drive;', '  real drive = 0;', 'both', /value in a declaration/],
  ['an array', '  real drive;', '  real drive, many[0:3];', 'both', /bus or array/],
  ['a word in the place of a type', '  real drive;', '  rael drive;', 'both', /discipline rael of drive/],
  ['two variables without comma', '  real drive;', '  real drive part2;', 'both', /with commas between/],
  // Ports
  ['a port has no direction', '  inout x0p, ', '  inout ', 'lint', /port x0p has no direction: allowed is inout x0p;/],
  ['a port has no discipline', '  electrical x0p, ', '  electrical ', 'lint', /port x0p has no discipline/],
  ['a direction of no port', '  inout x0p, ', '  inout x0p, x9p, ', 'both', /x9p is not in the module's list/],
  ['a port is there twice', '(x0p, x0n,', '(x0p, x0n, x0p,', 'both', /x0p is declared twice/],
  ['an unknown discipline', '  electrical x0p', '  electrcal x0p', 'both', /discipline electrcal/],
  [
    'a discipline of other physics',
    '  electrical x0p',
    '  thermal x0p',
    'lint',
    /discipline thermal of x0p: allowed is electrical/,
  ],
  ['ports as ANSI declares them', '(x0p, x0n,', '(inout electrical x0p, x0n,', 'both', /inout in the list of ports/],
  ['a bus', '  inout x0p, ', '  inout [1:0] x0p; inout ', 'both', /bus or array/],
  ['a contribution to an input port', '  inout x0p, ', '  input x0p;\n  inout ', 'lint', /current into input port x0p/],
  ['no include of disciplines', '`include "disciplines.vams"', '', 'both', /no disciplines/],
  ['an include of another file', '"disciplines.vams"', '"discipline.h"', 'both', /include of "discipline.h"/],
  // Parameters
  [
    'a default out of its range',
    /w0 = 7 from/,
    'w0 = 9 from',
    'lint',
    /parameter w0: default 9 is out of range: allowed is from \[0:7\]/,
  ],
  ['an empty range', /w0 = 7 from \[0:7\]/, 'w0 = 7 from [7:0]', 'lint', /parameter w0: empty range from \[7:0\]/],
  [
    'a default that refers to a later parameter',
    /w0 = 7 from/,
    'w0 = w1 from',
    'both',
    /parameter w0: w1 is not declared/,
  ],
  ['a default that is a string', /w0 = 7 from/, 'w0 = "7" from', 'lint', /parameter w0: string "7"/],
  ['a scale factor', /w0 = 7 from/, 'w0 = 7000m from', 'lint', /scale factor or letters m after 7000/],
  ['a number that ends with its point', /w0 = 7 from/, 'w0 = 7. from', 'lint', /number 7\.: allowed/],
  ['a number that is too large', /w0 = 7 from/, 'w0 = 1e999 from', 'lint', /1e999 is too large/],
  ['a local parameter', /parameter real w0/, 'localparam real w0', 'both', /localparam in a module/],
  [
    'a fraction for a whole number',
    /parameter real w0 = 7/,
    'parameter integer w0 = 6.5',
    'lint',
    /default 6.5: allowed are whole numbers/,
  ],
  ['a range without its end', /from \[0:7\]/, 'from [0:7', 'both', /after a range/],
  // Statements
  [
    'a parameter is assigned',
    '    drive = 0;',
    '    drive = 0; sw = 0;',
    'lint',
    /parameter sw is assigned: allowed are variables/,
  ],
  ['a node is assigned', '    drive = 0;', '    drive = 0; vdd = 0;', 'both', /node vdd is assigned/],
  ['a variable is read before it has a value', '    drive = 0;\n', '', 'lint', /drive is read before it has a value/],
  [
    'a variable has a value on one path only',
    '    drive = 0;',
    '    if (w0 > 3) drive = 0;',
    'lint',
    /drive is read before it has a value/,
  ],
  [
    'a statement without semicolon',
    '    drive = 0;',
    '    drive = 0',
    'both',
    /stands after an assignment: allowed is ;/,
  ],
  ['a block without end', /\n {2}end\n/, '\n', 'both', /endmodule in a block/],
  ['a module without end', 'endmodule', '', 'both', /allowed are .* endmodule/],
  [
    'a second analog block',
    '  analog begin',
    '  analog begin drive = 0; end\n  analog begin',
    'both',
    /second analog block/,
  ],
  [
    'a second module',
    'endmodule',
    'endmodule\nmodule b(x); inout x; electrical x; analog begin I(x) <+ V(x); end endmodule',
    'lint',
    /one module in a text/,
  ],
  ['an event', '    drive = 0;', '    @(initial_step) begin drive = 0; end', 'lint', /event @/],
  ['a loop', '    drive = 0;', '    drive = 0; while (drive > 1) begin drive = 0; end', 'lint', /loop while/],
  ['a task', '    drive = 0;', '    drive = 0; $strobe("%g", drive);', 'lint', /task \$strobe/],
  ['a named block', '  analog begin', '  analog begin : all', 'lint', /named block/],
  // Contributions
  [
    'a contribution to a node that is not declared',
    'I(x0p,outn) <+',
    'I(x0q,outn) <+',
    'lint',
    /x0q in I\(x0q,outn\) is no declared node/,
  ],
  ['a contribution to a voltage', 'I(x0p,outn) <+', 'V(x0p,outn) <+', 'lint', /contribution to V\(...\): allowed is I/],
  ['a contribution from a node to itself', 'I(x0p,outn) <+', 'I(outn,outn) <+', 'lint', /from a node to itself/],
  ['an unknown access function', 'I(x0p,outn) <+', 'J(x0p,outn) <+', 'both', /J\(...\) <\+: allowed is I\(a,b\) <\+/],
  [
    'an equation in place of a contribution',
    'I(x0p,outn) <+',
    'I(x0p,outn) =',
    'both',
    /stands after a branch: allowed is <\+/,
  ],
  [
    'a branch in both directions',
    'I(outp,vss) <+ white',
    'I(vss,outp) <+ white',
    'lint',
    /branch I\((vss,outp|outp,vss)\) has a contribution as/,
  ],
  ['ddt under a condition', 'I(x0p,outn) <+', 'if (w0 > 3) I(x0p,outn) <+', 'lint', /ddt under a condition/],
  ['ddt inside a product', 'I(x0p,outn) <+ ddt', 'I(x0p,outn) <+ 2.0*ddt', 'lint', /ddt inside an expression/],
  ['ddt in an assignment', '    drive = 0;', '    drive = ddt(V(x0p,x0n));', 'lint', /ddt inside an expression/],
  ['ddt of a constant', /I\(x0p,outn\) <\+ ddt\(.*\);/, 'I(x0p,outn) <+ ddt(c);', 'lint', /ddt of a constant/],
  [
    'noise times a number',
    '<+ white_noise(sw,"white_outp")',
    '<+ 2.0*white_noise(sw,"white_outp")',
    'lint',
    /white_noise inside an expression/,
  ],
  [
    'noise beside a current',
    '<+ white_noise(sw,"white_outp")',
    '<+ sw+white_noise(sw,"white_outp")',
    'lint',
    /white_noise beside other terms/,
  ],
  ['noise without density', 'white_noise(sw,"white_outp")', 'white_noise()', 'both', /white_noise with 0 input/],
  [
    'flicker noise without exponent',
    'flicker_noise(sf,1.0,"flicker_outp")',
    'flicker_noise(sf)',
    'lint',
    /flicker_noise with 1 input/,
  ],
  ['noise with two names', '"white_outp"', '"white_outp","b"', 'lint', /white_noise with 3 input/],
  // Expressions
  [
    'a voltage at a node that is not declared',
    'ddt(coupling*V(x0p,outn))',
    'ddt(coupling*V(x0q,outn))',
    'both',
    /x0q in V\(x0q,outn\)/,
  ],
  ['a current is read', 'ddt(coupling*V(x0p,outn))', 'ddt(coupling*I(x0p,outn))', 'lint', /I\(x0p,outn\) is read/],
  [
    'a voltage between a node and itself',
    'V(x0p,x0n)',
    'V(x0p,x0p)',
    'lint',
    /V\(x0p,x0p\) is a branch from a node to itself/,
  ],
  ['an access function of other physics', 'V(x0p,x0n)', 'Temp(x0p,x0n)', 'lint', /Temp\(x0p,x0n\) is read/],
  ['a node in place of its voltage', 'V(x0p,x0n)', 'x0p', 'both', /node x0p is no value: allowed is V\(x0p\)/],
  ['a voltage among three nodes', 'V(x0p,x0n)', 'V(x0p,x0n,vss)', 'both', /at most two nodes/],
  ['a function with too many inputs', 'tanh(', 'tanh(1.0,', 'lint', /tanh with 2 input\(s\): allowed is 1/],
  ['a function with too few inputs', 'exp(inversion)', 'pow(inversion)', 'lint', /pow with 1 input\(s\): allowed is 2/],
  ['an unknown function', 'tanh(', 'tahn(', 'both', /tahn is no function of the subset/],
  ['a function outside the subset', 'tanh(', 'atan(', 'lint', /atan is no function of the subset/],
  ['a filter', 'tanh(', 'transition(', 'lint', /transition is no function of the subset/],
  ['an undefined macro', 'exp(inversion)', 'exp(`inversion)', 'both', /directive `inversion/],
  ['the operator **', 'exp(inversion)', 'exp(inversion**2)', 'both', /\*\* in an expression: allowed is pow/],
  ['the operator %', 'exp(inversion)', 'exp(inversion%2)', 'lint', /% in an expression/],
  ['a division of whole numbers', 'exp(inversion)', 'exp(inversion*1/2+3/2)', 'lint', /division of whole numbers/],
  ['a division by 0', 'exp(inversion)', 'exp(inversion/0)', 'lint', /division by 0/],
  ['a parenthesis too few', 'exp(inversion)', 'exp(inversion', 'both', /allowed is \)/],
  ['a string in place of a number', 'exp(inversion)', 'exp("inversion")', 'lint', /string "inversion"/],
  ['an assignment in place of a comparison', /\? 1\.0/, '= 1 ? 1.0', 'both', /= |stands after/],
  ['?: in ?: without parentheses', /\? 1\.0 : 0\.0/, '? 1.0 : w1 > 0 ? 1.0 : 0.0', 'both', /\?: in \?:/],
  ['?: without its second value', /\? 1\.0 : 0\.0/, '? 1.0', 'both', /allowed is :/],
];

async function complaintOfAdms(text: string): Promise<string | undefined> {
  try {
    await checkWithAdms(adms, text);
    return undefined;
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    return error.message;
  }
}

describe('a mistake planted in an emitted model', () => {
  test('the model itself is clean in ADMS and in the lint', async () => {
    expect(await complaintOfAdms(MODEL)).toBeUndefined();
    expect(lintVerilogA(MODEL, 'msn.va')).toEqual([]);
  });

  test.each(PLANTED)('%s: found', async (_, place, instead, finder, message) => {
    const text = MODEL.replace(place, () => instead);
    expect(text).not.toBe(MODEL);
    const problems = lintVerilogA(text, 'msn.va').map((problem) => problem.message);
    const found = (await complaintOfAdms(text)) !== undefined;
    expect({ ADMS: found, lint: problems.length > 0 }).toEqual({ ADMS: finder === 'both', lint: true });
    expect(problems.join('\n')).toMatch(message);
  });
});
