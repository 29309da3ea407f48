import { describe, expect, test } from 'vitest';
import { fuzz } from '../../../bench/fuzz.ts';
import { FUZZ_READERS } from '../../../bench/fuzz-readers.ts';

const INPUTS = 300;

describe('mutated files are read, or refused by the reader itself', () => {
  test.each(FUZZ_READERS)('$name', (reader) => {
    const { accepted, refused, nonsense, foreign, foreignCount } = fuzz(reader, INPUTS, 7);
    expect({ nonsense, foreign, foreignCount }).toEqual({ nonsense: [], foreign: [], foreignCount: 0 });
    expect(accepted + refused).toBe(INPUTS);
    expect(Math.min(accepted, refused)).toBeGreaterThan(INPUTS / 100);
  });
});

describe('the fuzz itself', () => {
  const [liberty] = FUZZ_READERS;
  if (!liberty) throw new Error('there is no reader to fuzz');

  test('finds errors that are not the reader’s own, and nonsense', () => {
    const broken = fuzz({ ...liberty, own: [] }, 50, 7);
    expect(broken.foreignCount).toBe(fuzz(liberty, 50, 7).refused);
    expect(broken.foreign[0]).toMatch(/^input \d+: LibertyError: fuzz.lib:\d+: /);
    const { accepted, nonsense } = fuzz({ ...liberty, nonsense: () => 'odd' }, 50, 7);
    expect(nonsense).toHaveLength(accepted);
  });

  test('the same seed gives the same inputs, another one others', () => {
    const inputs = (seed: number): string[] => {
      const seen: string[] = [];
      fuzz({ ...liberty, read: (bytes) => seen.push(Buffer.from(bytes).toString('latin1')) }, 20, seed);
      return seen;
    };
    expect(inputs(1)).toEqual(inputs(1));
    expect(inputs(2)).not.toEqual(inputs(1));
  });
});
