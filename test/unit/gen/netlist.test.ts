import { describe, expect, test } from 'vitest';
import { createBuilder } from '../../../gen/index.ts';
import type { GateKind } from '../../../gen/netlist/netlist.ts';

const MEANING: Readonly<Record<GateKind, (a: number, b: number) => number>> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  nand: (a, b) => 1 - (a & b),
  nor: (a, b) => 1 - (a | b),
  xnor: (a, b) => 1 - (a ^ b),
};

describe('a builder', () => {
  test('cells stand in topological order', () => {
    const builder = createBuilder('t');
    const [a = 0, b = 0] = builder.input('a', 2);
    const [sum, carry] = builder.halfAdder(a, b);
    builder.output('y', [builder.gate('xor', sum, carry)]);
    const driven = new Set<number>([0, 1, a, b]);
    for (const cell of builder.finish().cells) {
      for (const net of cell.inputs) expect(driven).toContain(net);
      for (const net of cell.outputs) driven.add(net);
    }
  });

  test('a net that does not exist and a port that does are refused', () => {
    const builder = createBuilder('t');
    const [a = 0] = builder.input('a', 1);
    expect(() => builder.gate('and', a, 99)).toThrow('net does not exist yet: 99');
    expect(() => builder.input('a', 1)).toThrow('port exists already: a');
  });

  test.each(Object.keys(MEANING) as GateKind[])('%s of constants and a wire folds to its meaning', (kind) => {
    for (const constant of [0, 1]) {
      const builder = createBuilder('t');
      const [wire = 0] = builder.input('a', 1);
      for (const result of [builder.gate(kind, constant, wire), builder.gate(kind, wire, constant)]) {
        const low = MEANING[kind](constant, 0);
        const high = MEANING[kind](constant, 1);
        if (low === high) expect(result).toBe(low);
        else if (high === 1) expect(result).toBe(wire);
        else
          expect(builder.finish().cells.find((cell) => cell.outputs[0] === result)).toMatchObject({
            kind: 'not',
            inputs: [wire],
          });
      }
      for (const other of [0, 1]) expect(builder.gate(kind, constant, other)).toBe(MEANING[kind](constant, other));
    }
  });

  test('adders of constants give 2 * carry + sum = a + b + c', () => {
    const builder = createBuilder('t');
    for (const a of [0, 1])
      for (const b of [0, 1]) {
        const [sum, carry] = builder.halfAdder(a, b);
        expect(2 * carry + sum).toBe(a + b);
        for (const c of [0, 1]) {
          const [sum3, carry3] = builder.fullAdder(a, b, c);
          expect(2 * carry3 + sum3).toBe(a + b + c);
        }
      }
    expect(builder.finish().cells).toEqual([]);
  });
});
