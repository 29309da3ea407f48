import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CARRY_PROPAGATE_ADDERS } from '../../../gen/adder/adders.ts';
import { hybrid } from '../../../gen/adder/hybrid-network.ts';
import {
  brentKung,
  hanCarlson,
  koggeStone,
  type PrefixNetwork,
  type Span,
  sklansky,
} from '../../../gen/adder/prefix-network.ts';
import { createBuilder } from '../../../gen/netlist/builder.ts';
import type { Netlist } from '../../../gen/netlist/netlist.ts';

const flat = (columns: number) => ({ arrivals: Array.from({ length: columns }, () => 0), nodeDelay: 1 });

/** Joints of the spans and of all their parts, each once. */
function nodesOf(spans: readonly Span[]): number {
  const seen = new Set<Span>();
  const visit = (span: Span): void => {
    if (seen.has(span) || !('upper' in span)) return;
    seen.add(span);
    visit(span.upper);
    visit(span.lower);
  };
  for (const span of spans) visit(span);
  return seen.size;
}

const depthOf = (spans: readonly Span[]): number => Math.max(...spans.map((span) => span.depth));

/** Arrival of the last carry. */
function lastCarry(spans: readonly Span[], arrivals: readonly number[]): number {
  const known = new Map<Span, number>();
  const time = (span: Span): number => {
    const before = known.get(span);
    if (before !== undefined) return before;
    const when = 'upper' in span ? 1 + Math.max(time(span.upper), time(span.lower)) : arrivals[span.low]!;
    known.set(span, when);
    return when;
  };
  return Math.max(...spans.map(time));
}

const ripplingCarry = (arrivals: readonly number[]): number =>
  arrivals.reduce((carry, bits, k) => (k === 0 ? bits : Math.max(carry, bits) + 1), 0);

describe('size and depth for n = 2^L columns, as published', () => {
  test.each([1, 2, 3, 4, 5, 6, 7])('L = %i', (L) => {
    const n = 2 ** L;
    const figures = (network: PrefixNetwork) => [nodesOf(network(flat(n))), depthOf(network(flat(n)))];
    expect(figures(sklansky)).toEqual([(n / 2) * L, L]);
    expect(figures(koggeStone)).toEqual([n * L - n + 1, L]);
    expect(figures(brentKung)).toEqual([2 * n - 2 - L, L === 1 ? 1 : 2 * L - 2]);
    // With four columns the level more has nothing to do.
    if (L > 2) expect(figures(hanCarlson)).toEqual([(n / 2) * L, L + 1]);
  });
});

describe('hybrid', () => {
  const arrivalsOf = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 40 });

  test('every span is made of two that stand side by side, and reaches down to column 0', () => {
    fc.assert(
      fc.property(arrivalsOf, (arrivals) => {
        hybrid({ arrivals, nodeDelay: 1 }).forEach((span, k) => {
          expect([span.high, span.low]).toEqual([k, 0]);
          const check = (part: Span): void => {
            if (!('upper' in part)) return;
            expect([part.high, part.upper.low, part.lower.low]).toEqual([
              part.upper.high,
              part.lower.high + 1,
              part.low,
            ]);
            check(part.upper);
            check(part.lower);
          };
          check(span);
        });
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  test('never later than rippling, never more nodes than Kogge-Stone', () => {
    fc.assert(
      fc.property(arrivalsOf, (arrivals) => {
        const spans = hybrid({ arrivals, nodeDelay: 1 });
        expect(lastCarry(spans, arrivals)).toBeLessThanOrEqual(ripplingCarry(arrivals));
        expect(nodesOf(spans)).toBeLessThanOrEqual(nodesOf(koggeStone(flat(arrivals.length))));
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  test('bits that come at once: as few levels as Sklansky, and no more nodes', () => {
    for (const n of [2, 3, 5, 8, 13, 16, 31, 32, 64, 100]) {
      const [ours, other] = [hybrid(flat(n)), sklansky(flat(n))];
      expect(depthOf(ours)).toBe(Math.ceil(Math.log2(n)));
      expect(nodesOf(ours)).toBeLessThanOrEqual(nodesOf(other));
    }
  });

  test('bits that come one node after the other ripple: n - 1 nodes', () => {
    const arrivals = Array.from({ length: 64 }, (_, k) => k);
    expect(nodesOf(hybrid({ arrivals, nodeDelay: 1 }))).toBe(63);
    expect(lastCarry(hybrid({ arrivals, nodeDelay: 1 }), arrivals)).toBe(64);
  });

  test('a ramp, then a plateau: ripples below, few levels above, far fewer nodes than Kogge-Stone', () => {
    const arrivals = Array.from({ length: 64 }, (_, k) => Math.min(k, 24));
    const spans = hybrid({ arrivals, nodeDelay: 1 });
    expect(lastCarry(spans, arrivals)).toBeLessThanOrEqual(24 + 6);
    expect(nodesOf(spans)).toBeLessThan(nodesOf(koggeStone(flat(64))) / 2);
    for (let k = 1; k < 20; k++) expect(spans[k]!.depth).toBe(k);
  });
});

test('prefix adders have no cell that nothing reads, and one AOI21 or OAI21 for each node of Kogge-Stone', () => {
  const netlistOf = (name: keyof typeof CARRY_PROPAGATE_ADDERS, columns: number): Netlist => {
    const builder = createBuilder('dut');
    const [a, b] = [builder.input('a', columns), builder.input('b', columns)];
    builder.output(
      'sum',
      CARRY_PROPAGATE_ADDERS[name](
        builder,
        a.map((net, k) => [net, b[k]!]),
      ),
    );
    return builder.finish();
  };
  for (const name of ['sklansky', 'kogge-stone', 'brent-kung', 'han-carlson', 'hybrid'] as const) {
    const { cells, ports } = netlistOf(name, 32);
    const read = new Set([...cells.flatMap((cell) => cell.inputs), ...ports.flatMap((port) => port.nets)]);
    expect(cells.filter((cell) => cell.outputs.every((net) => !read.has(net)))).toEqual([]);
  }
  // The last of 32 columns has no carry out.
  const { cells } = netlistOf('kogge-stone', 32);
  const joints = cells.filter((cell) => cell.kind === 'aoi21' || cell.kind === 'oai21').length;
  expect(joints).toBe(nodesOf(koggeStone(flat(31))));
});
