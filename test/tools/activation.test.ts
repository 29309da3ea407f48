import { describe, expect, test } from 'vitest';
import {
  accumulatorBits,
  activate,
  type DigitalNeuron,
  neuronCircuit,
  outputBits,
  sumIsSigned,
} from '../../gen/index.ts';
import { neuronVerilog } from '../../rtl/index.ts';
import {
  embeddedSimulator,
  icarusSimulator,
  type Simulator,
  type VerilogDesign,
  verilatorSimulator,
} from '../../sim/index.ts';
import { packVectors, recordLayout, unpackVectors } from '../../sim/simulator/vectors.ts';
import { createIcarus, createVerilator, createYosys } from '../../tools/index.ts';
import { digital } from '../unit/gen/neurons.ts';

/** Neuron whose bias runs through every sum of ten bits. Its parameters are not its spec's. */
interface Instance {
  readonly neuron: DigitalNeuron;
  readonly parameters: string;
  /** The spec that has those parameters. */
  readonly meaning: DigitalNeuron;
}

const BIAS = 10;

/** Output bits, the spec's shift, the instance's. */
const UNSIGNED_FORMATS = [
  [2, 6, 6],
  [4, 0, 1],
  [5, 3, 2],
  [9, 0, 0],
  [12, 0, 0],
] as const;
const SIGNED_FORMATS = [
  [2, 3, 5],
  [3, 1, 1],
  [6, 0, 0],
  [8, 2, 1],
  [12, 4, 0],
] as const;

function instances(signed: boolean): Instance[] {
  const list: { readonly own: object; readonly other: object; readonly parameters: string }[] = [];
  for (const activation of ['relu', 'hard-tanh', 'sigmoid-pwl', 'sigmoid-lut', 'tanh-lut'])
    for (const [bits, shift, other] of signed ? SIGNED_FORMATS : UNSIGNED_FORMATS) {
      const own = { activation, outputBits: bits, shift };
      const parameters = other === shift ? '' : ` #(.SHIFT(${other}))`;
      list.push({ own, other: { ...own, shift: other }, parameters });
    }
  list.push({
    own: { activation: 'relu', outputBits: 1 },
    other: { activation: 'relu', outputBits: 1 },
    parameters: '',
  });
  for (const threshold of [-700, -1, 0, 5, 600])
    list.push({
      own: { activation: 'threshold', threshold: -3 },
      other: { activation: 'threshold', threshold },
      parameters: ` #(.THRESHOLD(${threshold < 0 ? '-' : ''}12'sd${Math.abs(threshold)}))`,
    });
  return list.map(({ own, other, parameters }, k) => {
    const small = { name: `neuron${k}`, bits: 1, inputBits: 1, architecture: 'fused', bias: BIAS, signed };
    return { neuron: digital({ ...small, ...own }), meaning: digital({ ...small, ...other }), parameters };
  });
}

/** All instances in one module. A simulator's compiler takes longer to start than to compile one more. */
function bank(list: readonly Instance[]): VerilogDesign {
  const width = accumulatorBits(list[0]!.neuron);
  const files: Record<string, string> = {};
  for (const { neuron } of list) Object.assign(files, neuronVerilog(neuronCircuit(neuron)));
  files['bank.v'] = [
    `module bank (input wire [${BIAS - 1}:0] bias, output wire [${width - 1}:0] sum${list
      .map(({ neuron }, k) => `,\n  output wire [${outputBits(neuron) - 1}:0] y${k}`)
      .join('')});`,
    `  wire [${width - 1}:0] ${list.map((_, k) => `sum${k}`).join(', ')};`,
    ...list.map(
      ({ neuron, parameters }, k) =>
        `  ${neuron.name}${parameters} i${k} (.x(1'b0), .w(1'b0), .bias(bias), .sum(sum${k}), .y(y${k}));`,
    ),
    `  assign sum = ${list.map((_, k) => `sum${k}`).join(' & ')};`,
    'endmodule',
    '',
  ].join('\n');
  return {
    top: 'bank',
    ports: [
      { name: 'bias', direction: 'input', bits: BIAS },
      { name: 'sum', direction: 'output', bits: width },
      ...list.map(({ neuron }, k) => ({ name: `y${k}`, direction: 'output' as const, bits: outputBits(neuron) })),
    ],
    files,
  };
}

/** Mistakes in `simulator`, over every bias. */
async function mistakes(list: readonly Instance[], simulator: Simulator) {
  const design = bank(list);
  const { warnings, run, close } = await simulator(design);
  try {
    const vectors = Array.from({ length: 2 ** BIAS }, (_, k) => [BigInt(k)]);
    const { records } = await run(packVectors(recordLayout(design.ports, 'input'), vectors));
    const outputs = unpackVectors(recordLayout(design.ports, 'output'), records);
    const signed = sumIsSigned(list[0]!.neuron);
    const wrong = new Set<string>();
    let compared = 0;
    [...outputs].forEach(([, ...found], index) => {
      const sum = signed ? BigInt.asIntN(BIAS, BigInt(index)) : BigInt(index);
      list.forEach(({ neuron, meaning, parameters }, k) => {
        const expected = BigInt.asUintN(outputBits(meaning), activate(meaning, sum) ?? -1n);
        compared++;
        if (found[k] !== expected)
          wrong.add(`${neuron.activation} ${neuron.outputBits} bits, shift ${neuron.shift}${parameters}`);
      });
    });
    return { warnings, compared, wrong: [...wrong] };
  } finally {
    await close();
  }
}

describe.each([false, true])('every activation, as specified and with other parameters; signed: %s', (signed) => {
  const list = instances(signed);
  const right = { compared: list.length * 2 ** BIAS, wrong: [] };

  test('in Verilator, without a lint warning', async () => {
    expect(await mistakes(list, verilatorSimulator(createVerilator()))).toEqual({ warnings: '', ...right });
  });

  test('in Icarus', async () => {
    expect(await mistakes(list, icarusSimulator(createIcarus()))).toMatchObject(right);
  });

  test('as Yosys understands it, without latches', async () => {
    // Reading a table of 4096 entries back as gates takes Yosys ten seconds.
    const small = list.filter(({ neuron }) => neuron.outputBits < 12);
    const yosys = createYosys();
    try {
      expect(await mistakes(small, embeddedSimulator(yosys))).toEqual({
        warnings: '',
        compared: small.length * 2 ** BIAS,
        wrong: [],
      });
    } finally {
      await yosys.close();
    }
  });
});

test('serial: y is that of a wider accumulator too', async () => {
  const fields = { bits: 4, architecture: 'serial', synapses: 1 };
  const neurons = [
    digital({ ...fields, name: 'a', activation: 'relu', outputBits: 16 }),
    digital({ ...fields, name: 'b', signed: true, activation: 'hard-tanh', outputBits: 12 }),
    digital({ ...fields, name: 'c', signed: true, activation: 'tanh-lut', outputBits: 8, shift: 3 }),
    digital({ ...fields, name: 'd', signed: true, activation: 'threshold', threshold: -64 }),
    digital({ ...fields, name: 'e', activation: 'sigmoid-pwl', shift: 4 }),
  ];
  const control = ['clk', 'rst', 'in_valid', 'in_last'];
  const files: Record<string, string> = {};
  for (const neuron of neurons) Object.assign(files, neuronVerilog(neuronCircuit(neuron)));
  files['bank.v'] = [
    `module bank (${[...control, '[3:0] x', '[3:0] w'].map((port) => `input wire ${port}`).join(', ')},`,
    '  output wire [15:0] sum, output wire done,',
    `  ${neurons.map(({ name }) => `output wire [${outputBits(neurons.find((n) => n.name === name)!) - 1}:0] y${name}`).join(', ')});`,
    `  wire [15:0] ${neurons.map(({ name }) => `sum${name}`).join(', ')};`,
    `  wire ${neurons.map(({ name }) => `done${name}`).join(', ')};`,
    ...neurons.map(
      ({ name }) =>
        `  ${name} #(.ACC_BITS(16)) i${name} (.clk(clk), .rst(rst), .in_valid(in_valid), .in_last(in_last), .x(x), .w(w), ` +
        `.out_valid(done${name}), .sum(sum${name}), .y(y${name}));`,
    ),
    `  assign sum = suma ^ sumb ^ sumc ^ sumd ^ sume;`,
    `  assign done = &{${neurons.map(({ name }) => `done${name}`).join(', ')}};`,
    'endmodule',
    '',
  ].join('\n');
  const input = (name: string, bits = 1) => ({ name, direction: 'input' as const, bits });
  const output = (name: string, bits = 1) => ({ name, direction: 'output' as const, bits });
  const design: VerilogDesign = {
    top: 'bank',
    clock: { port: 'clk' },
    ports: [
      ...[input('rst'), input('in_valid'), input('in_last'), input('x', 4), input('w', 4)],
      ...[output('sum', 16), output('done')],
      ...neurons.map((neuron) => output(`y${neuron.name}`, outputBits(neuron))),
    ],
    files,
  };
  // Ten products: 15 * 7 each where unsigned, -1 * 7 where signed.
  const steps = [
    [1n, 0n, 0n, 0n, 0n],
    [1n, 0n, 0n, 0n, 0n],
    ...Array.from({ length: 10 }, (_, k) => [0n, 1n, k === 9 ? 1n : 0n, 15n, 7n]),
    [0n, 0n, 0n, 0n, 0n],
  ];
  const { warnings, run, close } = await verilatorSimulator(createVerilator())(design);
  try {
    const { records } = await run(packVectors(recordLayout(design.ports, 'input'), steps));
    const last = [...unpackVectors(recordLayout(design.ports, 'output'), records)].at(-1);
    const expected = neurons.map((neuron) => activate(neuron, sumIsSigned(neuron) ? -70n : 1050n) ?? -1n);
    expect(expected.slice(0, 2)).toEqual([1050n, -70n]);
    expect(warnings).toBe('');
    expect(last?.slice(1)).toEqual([1n, ...expected.map((y, k) => BigInt.asUintN(outputBits(neurons[k]!), y))]);
  } finally {
    await close();
  }
});
