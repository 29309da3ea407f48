import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AdderGroup,
  type Builder,
  type ComplexKind,
  createBuilder,
  type GateKind,
  type Net,
  type Netlist,
  neuronCircuit,
} from '../../../gen/index.ts';
import {
  type FullAdderVariant,
  gateFullAdder,
  gateHalfAdder,
  type HalfAdderVariant,
} from '../../../gen/polarity/gate-adders.ts';
import { polarityBuilder } from '../../../gen/polarity/polarity.ts';
import { countTransistors } from '../../../synth/transistors.ts';
import { evaluated } from './evaluate.ts';
import { digital } from './neurons.ts';

/** Every value of the input port `x` of `bits` bits. */
const allOf = (bits: number) => Array.from({ length: 2 ** bits }, (_, k) => ({ x: BigInt(k) }));
const ones = (value: number): number => value.toString(2).replaceAll('0', '').length;

/** The truth table of a module whose ports have the signs that its name says: `full_adder_ppn_pn`. */
function expectAdder(netlist: Netlist, output: string, signs: string): void {
  const [inputs = '', outputs = ''] = signs.split('_');
  const found = evaluated(netlist, output, allOf(inputs.length));
  found.forEach((bits, k) => {
    const count = [...inputs].filter((sign, bit) => ((k >> bit) & 1) === (sign === 'p' ? 1 : 0)).length;
    const expected = [count % 2, count >> 1].map((bit, place) => (outputs[place] === 'p' ? bit : 1 - bit));
    expect([Number(bits & 1n), Number(bits >> 1n)]).toEqual(expected);
  });
}

/** The cells of a group with its own inputs numbered first: equal for groups that are the same circuit. */
function body({ cells }: Netlist, group: AdderGroup): string {
  const names = new Map(group.inputs.map((net, k) => [net, `in${k}`]));
  const lines = cells.slice(group.start, group.end).map(({ kind, inputs, outputs }, k) => {
    const line = `${kind} ${inputs.map((net) => names.get(net) ?? 'from outside').join(' ')}`;
    outputs.forEach((net, place) => {
      names.set(net, `cell${k}.${place}`);
    });
    return line;
  });
  return [...lines, group.outputs.map((net) => names.get(net) ?? 'from outside').join(' ')].join('\n');
}

describe('the adders of gates', () => {
  test.each<FullAdderVariant>(['ppp_pp', 'ppp_np', 'ppn_pp', 'ppn_pn', 'ppn_np'])(
    'full adder %s: truth table, 26 transistors',
    (variant) => {
      const builder = createBuilder('dut');
      const [u = 0, v = 0, w = 0] = builder.input('x', 3);
      builder.output('out', gateFullAdder(builder, variant, u, v, w));
      const netlist = builder.finish();
      expectAdder(netlist, 'out', variant);
      expect(countTransistors(netlist).transistors).toBe(26);
      expect(netlist.groups.map(({ module }) => module)).toEqual([`full_adder_${variant}`]);
    },
  );

  test.each<HalfAdderVariant>(['pp_nn', 'nn_pp'])('half adder %s: truth table, 10 transistors', (variant) => {
    const builder = createBuilder('dut');
    const [x = 0, y = 0] = builder.input('x', 2);
    builder.output('out', gateHalfAdder(builder, variant, x, y));
    const netlist = builder.finish();
    expectAdder(netlist, 'out', variant);
    expect(countTransistors(netlist).transistors).toBe(10);
  });
});

describe('adders on bits of any sign', () => {
  /** A bit that stands on a complemented wire only. */
  const complemented = (builder: Builder, net: Net): Net => builder.not(builder.cell('not', [net])[0] ?? 0);

  test('every mix of wires, literals, wanted outputs: sum and carry, no inverter but for outputs', () => {
    for (let wires = 0; wires < 8; wires++)
      for (let literals = 0; literals < 8; literals++)
        for (const first of ['sum', 'carry'] as const)
          for (const carry of ['positive', 'complemented'] as const) {
            const builder = polarityBuilder(createBuilder('dut'));
            const [a = 0, b = 0, c = 0] = builder.input('x', 3).map((net, k) => {
              const placed = (wires >> k) & 1 ? complemented(builder, net) : net;
              return (literals >> k) & 1 ? builder.not(placed) : placed;
            });
            const [sum, high] = builder.fullAdder(a, b, c, { first, carry });
            const before = countTransistors(builder.finish());
            expect(before.transistors).toBe(26 + 2 * ones(wires));
            if (first === 'sum') expect(builder.hasWire(sum)).toBe(true);
            builder.output('out', [sum, high]);
            evaluated(builder.finish(), 'out', allOf(3)).forEach((bits, k) => {
              // A complemented wire carries the complement, and `not` took it back: only the literals count.
              expect(Number(bits)).toBe(ones((k ^ literals) & 7));
            });
          }
  });

  test('two bits, and two bits and a one: 10 transistors where the wires are of one sign, 12 where not', () => {
    for (let wires = 0; wires < 4; wires++)
      for (const one of [0, 1]) {
        const builder = polarityBuilder(createBuilder('dut'));
        const [a = 0, b = 0] = builder
          .input('x', 2)
          .map((net, k) => ((wires >> k) & 1 ? complemented(builder, net) : net));
        const outputs = one ? builder.fullAdder(a, 1, b) : builder.halfAdder(a, b);
        const mixed = ones(wires) === 1;
        expect(countTransistors(builder.finish()).transistors).toBe((mixed ? 12 : 10) + 2 * ones(wires));
        builder.output('out', outputs);
        evaluated(builder.finish(), 'out', allOf(2)).forEach((bits, k) => {
          expect(Number(bits)).toBe(ones(k) + one);
        });
      }
  });

  test('constants and repeated bits take no gates', () => {
    const builder = polarityBuilder(createBuilder('dut'));
    const [x = 0, y = 0] = builder.input('x', 2);
    const not = builder.not(x);
    expect(builder.fullAdder(x, 1, 0)).toEqual([not, x]);
    expect(builder.fullAdder(1, x, 1)).toEqual([x, 1]);
    expect(builder.fullAdder(x, y, x)).toEqual([y, x]);
    expect(builder.fullAdder(x, y, not)).toEqual([builder.not(y), y]);
    expect(builder.halfAdder(x, x)).toEqual([0, x]);
    expect(builder.halfAdder(x, not)).toEqual([1, 0]);
    expect(builder.halfAdder(1, x)).toEqual([not, x]);
    expect(builder.finish().cells).toEqual([]);
  });

  test('a product and one of its factors products: adders of 4 and 20 transistors', () => {
    const builder = polarityBuilder(createBuilder('dut'));
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = builder.input('x', 5);
    const product = builder.gate('and', a, b);
    const [, both] = builder.halfAdder(product, builder.gate('and', c, d));
    expect(builder.implies(both, product)).toBe(true);
    expect(builder.implies(product, both)).toBe(false);
    expect(builder.implies(both, e)).toBe(false);
    const before = countTransistors(builder.finish()).transistors;
    const two = builder.halfAdder(both, product);
    expect(countTransistors(builder.finish()).transistors).toBe(before + 4);
    const three = builder.fullAdder(e, both, product);
    expect(countTransistors(builder.finish()).transistors).toBe(before + 4 + 20);
    builder.output('two', two);
    builder.output('three', three);
    const netlist = builder.finish();
    const implied = allOf(5).map(({ x }) => Number((x & 15n) === 15n) + Number((x & 3n) === 3n));
    expect(evaluated(netlist, 'two', allOf(5)).map(Number)).toEqual(implied);
    expect(evaluated(netlist, 'three', allOf(5)).map(Number)).toEqual(implied.map((count, k) => count + (k >> 4)));
  });
});

test('any circuit computes the same with and without signs tracked', () => {
  const GATES = ['and', 'or', 'xor', 'nand', 'nor', 'xnor'] as const satisfies readonly GateKind[];
  const COMPLEX = [
    'nand3',
    'nor3',
    'oai21',
    'aoi21',
    'oai22',
    'aoi22',
    'mux',
  ] as const satisfies readonly ComplexKind[];
  const step = fc.record({
    kind: fc.constantFrom(...GATES, ...COMPLEX, 'not', 'select', 'halfAdder', 'fullAdder'),
    of: fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }),
  });
  const isOf = <T extends string>(kinds: readonly T[], kind: string): kind is T => kinds.some((name) => name === kind);
  const build = (builder: Builder, steps: readonly { readonly kind: string; readonly of: readonly number[] }[]) => {
    const nets: Net[] = [0, 1, ...builder.input('x', 5)];
    for (const { kind, of } of steps) {
      const [a = 0, b = 0, c = 0] = of.map((k) => nets[k % nets.length] ?? 0);
      // Cells of three and four inputs take no constants, which any other bit may turn out to be.
      const [p = 0, q = 0, r = 0, s = 0] = of.map((k) =>
        (k % 2 ? builder.not : (net: Net) => net)(nets[2 + (k % 5)] ?? 0),
      );
      if (isOf(GATES, kind)) nets.push(builder.gate(kind, a, b));
      else if (isOf(COMPLEX, kind))
        nets.push(builder.complex(kind, p, q, r, ...(kind === 'oai22' || kind === 'aoi22' ? [s] : [])));
      else if (kind === 'not') nets.push(builder.not(a));
      else if (kind === 'select') nets.push(builder.mux(a, b, c));
      else nets.push(...(kind === 'halfAdder' ? builder.halfAdder(a, b) : builder.fullAdder(a, b, c)));
    }
    builder.output('out', nets);
    return builder.finish();
  };
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const tracked = build(polarityBuilder(createBuilder('dut')), steps);
      const plain = build(createBuilder('dut'), steps);
      expect(evaluated(tracked, 'out', allOf(5))).toEqual(evaluated(plain, 'out', allOf(5)));
      const kinds = new Set(tracked.cells.map(({ kind }) => kind));
      for (const kind of ['and', 'or', 'xor', 'xnor', 'mux', 'halfAdder', 'fullAdder'] as const)
        expect(kinds.has(kind)).toBe(false);
    }),
    { seed: 11, numRuns: 300 },
  );
});

test('registers take and give bits of either sign', () => {
  const builder = polarityBuilder(createBuilder('dut'));
  const [x = 0, y = 0] = builder.input('x', 2);
  const q = builder.register();
  builder.drive(q, builder.gate('and', x, y));
  builder.output('out', [builder.not(q)]);
  const { cells, registers } = builder.finish();
  expect(cells.map(({ kind }) => kind)).toEqual(['nand', 'not', 'not']);
  expect(registers).toEqual([{ q: cells[2]?.inputs[0], d: cells[1]?.outputs[0] }]);
});

test('a bit arrives when its wire does, whatever its sign', () => {
  const builder = polarityBuilder(createBuilder('dut'));
  const [x = 0, y = 0] = builder.input('x', 2);
  const product = builder.gate('and', x, y);
  expect([x, product, builder.not(product)].map((net) => builder.arrival(net))).toEqual([0, 1, 1]);
});

describe('gates in neurons', () => {
  const GATES = { adderCells: 'gates' };
  const designs = [
    { bits: 8, multiplier: 'timing-driven' },
    { bits: 8, multiplier: 'timing-driven', partialProducts: 'radix4', signed: true },
    { bits: 7, multiplier: 'wallace' },
    { bits: 6, multiplier: 'dadda', adder: 'kogge-stone', signed: true },
    { bits: 5, multiplier: 'array', synapses: 3, bias: true },
    { bits: 8, multiplier: 'timing-driven', partialProducts: 'radix4', synapses: 4, architecture: 'fused' },
    { bits: 4, architecture: 'serial', signed: true },
  ].map((fields) => neuronCircuit(digital({ ...GATES, ...fields })).netlist);

  test('adders of one module name are the same circuit and compute what the name says', () => {
    const bodies = new Map<string, string>();
    for (const netlist of designs)
      for (const group of netlist.groups) {
        const known = bodies.get(group.module);
        const own = body(netlist, group);
        expect(own).not.toContain('from outside');
        if (known === undefined) bodies.set(group.module, own);
        else expect(own).toBe(known);
        const ports = [
          { name: 'x', direction: 'input' as const, nets: group.inputs },
          { name: 'out', direction: 'output' as const, nets: group.outputs },
        ];
        const cell = { ...netlist, ports, cells: netlist.cells.slice(group.start, group.end) };
        expectAdder(cell, 'out', group.module.replace(/^(half|full)_adder_/, ''));
      }
    expect([...bodies.keys()].length).toBeGreaterThanOrEqual(6);
  });

  test('unsigned 8 x 8 array: no inverter drives an adder, one is at an output of the array', () => {
    const [netlist] = designs;
    const driven = new Set(netlist?.cells.flatMap(({ kind, outputs }) => (kind === 'not' ? outputs : [])));
    expect(netlist?.groups.flatMap(({ inputs }) => inputs).filter((net) => driven.has(net))).toEqual([]);
    // Bit 0 of the sum is a NAND and an inverter; the top carry may need one.
    expect(driven.size).toBeLessThanOrEqual(2);
  });
});
