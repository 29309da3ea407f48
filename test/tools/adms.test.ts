import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { behaviourOf } from '../../analog/behaviour/behaviour.ts';
import { transferOf } from '../../analog/behaviour/transfer.ts';
import { closedForm, veriloga } from '../../analog/index.ts';
import { designOf } from '../../analog/neuron/sizing.ts';
import { checkWithAdms, readWithAdms } from '../../analog/verilog-a/adms.ts';
import { lintVerilogA, readVerilogA } from '../../analog/verilog-a/lint.ts';
import { evaluateVerilogA, verilogAOutput } from '../../analog/verilog-a/model.ts';
import type { VaModule } from '../../analog/verilog-a/tree.ts';
import { createAdms } from '../../tools/native/adms.ts';
import { MissingToolError, ToolError } from '../../tools/tool.ts';
import { analog } from '../unit/analog/neuron.ts';

const adms = createAdms();

describe('emitted models', () => {
  // ADMS's whole check takes half a minute for 128 weight ports, so that it stands for the smaller ones here.
  test.each([
    [1, 1, 'unit', 1e-8, 'parameters'],
    [2, 3, 'unit', 1e-8, 'ports'],
    [3, 16, 'unit', 1e-9, 'parameters'],
    [4, 4, 'unit', 1e-10, 'ports'],
    [8, 1, 'unit', 1e-10, 'parameters'],
    [8, 1, 'minimum', 1e-11, 'ports'],
    [8, 2, 'tail-steered', 1e-9, 'parameters'],
    [8, 2, 'tail-steered', 1e-9, 'ports'],
    [12, 16, 'segmented', 1e-10, 'parameters'],
  ] as const)(
    '%i bits, %i synapses, %s sizing, %d A, weights as %s: clean in ADMS and in the lint',
    async (bits, synapses, sizing, unitCurrent, weights) => {
      const text = veriloga(analog({ bits, synapses, sizing, unitCurrent }), weights);
      await checkWithAdms(adms, text);
      expect(lintVerilogA(text, 'msn.va')).toEqual([]);
      expect(withoutLines(await readWithAdms(adms, text))).toEqual(withoutLines(readVerilogA(text)));
    },
  );

  test.each([
    [12, 16, 'segmented', 'ports'],
    [8, 16, 'unit', 'ports'],
    [8, 64, 'unit', 'parameters'],
  ] as const)(
    '%i bits, %i synapses, %s sizing, weights as %s: clean in the lint, and both parsers read the same',
    async (bits, synapses, sizing, weights) => {
      const text = veriloga(analog({ bits, synapses, sizing }), weights);
      expect(lintVerilogA(text, 'msn.va')).toEqual([]);
      expect(withoutLines(await readWithAdms(adms, text))).toEqual(withoutLines(readVerilogA(text)));
    },
  );

  test.each([
    [8, 1, 'unit', 1e-10, 'parameters'],
    [3, 2, 'unit', 1e-9, 'ports'],
    [8, 16, 'unit', 1e-8, 'ports'],
    [12, 4, 'segmented', 1e-10, 'parameters'],
    [8, 2, 'tail-steered', 1e-9, 'ports'],
    [8, 1, 'minimum', 1e-11, 'parameters'],
  ] as const)(
    '%i bits, %i synapses, %s sizing, %d A, weights as %s: as ADMS reads it, it has the figures of the closed form',
    async (bits, synapses, sizing, unitCurrent, weights) => {
      const neuron = analog({ bits, synapses, sizing, unitCurrent });
      const model = await readWithAdms(adms, veriloga(neuron, weights));
      const ports = model.nodes
        .filter(({ name }) => /^w\d+_\d+$/.test(name))
        .map(({ name }) => [name, neuron.supply] as const);
      const bench = {
        supply: neuron.supply,
        commonMode: designOf(neuron).commonMode,
        ports: Object.fromEntries(ports),
      };
      const found = evaluateVerilogA(model, bench);
      const expected = closedForm(neuron);
      // ln(1+exp(z)) of the loads loses digits where z is far below 0; the integral leaves 6e-7 above its end.
      const figures = [
        'gain',
        'bandwidth',
        'noiseDensity',
        'flicker',
        'noiseTotal',
        'noiseRectangular',
        'power',
      ] as const;
      for (const figure of figures)
        expect((found[figure] ?? 0) / (expected[figure] ?? 0) - 1, figure).toBeCloseTo(0, 5);
      expect(found.output).toBe(0);
    },
  );

  test('3 bits, two synapses: every pair of weights gives the same transfer in both forms, and that of the closed form', async () => {
    const neuron = analog({ bits: 3, synapses: 2, unitCurrent: 1e-9 });
    const [byParameters, byPorts] = [
      await readWithAdms(adms, veriloga(neuron)),
      await readWithAdms(adms, veriloga(neuron, 'ports')),
    ];
    const base = { supply: neuron.supply, commonMode: designOf(neuron).commonMode, inputs: [0.04, -0.025] };
    const behaviour = behaviourOf(neuron);
    for (let both = 0; both < 64; both++) {
      const weights = [both % 8, Math.floor(both / 8)];
      const parameters = Object.fromEntries(weights.map((weight, k) => [`w${k}`, weight]));
      const ports = Object.fromEntries(
        weights.flatMap((weight, k) => [0, 1, 2].map((bit) => [`w${k}_${bit}`, Math.floor(weight / 2 ** bit) % 2])),
      );
      const output = verilogAOutput(byParameters, { ...base, parameters });
      expect(verilogAOutput(byPorts, { ...base, ports })).toBe(output);
      expect(output).toBeCloseTo(transferOf(behaviour, weights, base.inputs), 9);
    }
  });
});

/** Expressions of every operator, as text. */
const expressionText: fc.Arbitrary<string> = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    fc.constantFrom('2', '0.5', '1e-15', 'p', 'x', 'V(a,b)', 'V(b)', '$vt', '$temperature'),
    fc
      .tuple(tie('any'), fc.constantFrom('+', '-', '*', '/', '<', '<=', '>', '>=', '==', '!=', '&&', '||'), tie('any'))
      .map(([left, operator, right]) => `${left}${operator}${right}`),
    tie('any').map((inside) => `(${inside})`),
    fc.tuple(fc.constantFrom('-', '!'), tie('any')).map(([sign, inside]) => `${sign}(${inside})`),
    fc.tuple(tie('any'), tie('any'), tie('any')).map(([condition, yes, no]) => `(${condition} ? (${yes}) : (${no}))`),
    fc.tuple(fc.constantFrom('exp', 'tanh', 'ln'), tie('any')).map(([name, input]) => `${name}(${input})`),
    fc.tuple(tie('any'), tie('any')).map(([base, exponent]) => `pow(${base},${exponent})`),
  ),
})).any as fc.Arbitrary<string>;

test('400 expressions of all operators: ADMS and our parser read the same precedence', async () => {
  const expressions = fc.sample(expressionText, { numRuns: 400, seed: 1 });
  const text = [
    '`include "disciplines.vams"',
    'module m(a, b);',
    '  inout a, b;',
    '  electrical a, b;',
    '  parameter real p = 1 from [0:2];',
    '  real x;',
    '  analog begin',
    '    x = 1;',
    ...expressions.map((expression) => `    x = ${expression};`),
    '    I(a,b) <+ x;',
    '  end',
    'endmodule',
  ].join('\n');
  const [byAdms, byUs] = [await readWithAdms(adms, text), readVerilogA(text)];
  expect(byUs.body.kind === 'block' ? byUs.body.items.length : 0).toBe(402);
  expect(withoutLines(byAdms)).toEqual(withoutLines(byUs));
});

/** A tree of one reader beside that of the other, which knows no lines. */
function withoutLines(tree: VaModule): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value) =>
      key === 'line' ? undefined : value === Infinity ? 'inf' : value === -Infinity ? '-inf' : value,
    ),
  );
}

describe('ADMS as a tool', () => {
  test('says where the text is wrong, and leaves its own files out', async () => {
    const error = await adms(['m.va'], { 'm.va': 'module m(a; endmodule' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ToolError);
    expect((error as ToolError).message).toMatch(/^ADMS complains:[\s\S]*line 1 -- see ';'/);
    expect(Object.keys((error as ToolError).files)).toEqual(['m.va']);
  });

  test('says how to install it where it is missing', async () => {
    const path = process.env.PATH;
    process.env.PATH = '/nowhere';
    try {
      await expect(adms(['m.va'], { 'm.va': '' })).rejects.toThrow(MissingToolError);
      await expect(adms(['m.va'], { 'm.va': '' })).rejects.toThrow(/ADMS not found .*apt-get install adms/);
    } finally {
      process.env.PATH = path;
    }
  });
});
