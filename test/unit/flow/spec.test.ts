import { describe, expect, test } from 'vitest';
import { readSpec, SpecError } from '../../../flow/index.ts';

const problems = (source: Parameters<typeof readSpec>[0]): Promise<readonly object[]> =>
  readSpec(source).then(
    () => [],
    (error: unknown) => (error instanceof SpecError ? error.problems : Promise.reject(error)),
  );

describe('readSpec', () => {
  const data = { name: 'one', neurons: [{ name: 'msn8', kind: 'analog', bits: 8, unitCurrent: '100 pA' }] } as const;

  test('YAML, JSON and data are the same spec', async () => {
    const spec = await readSpec(data);
    expect(spec.neurons?.[0]).toMatchObject({ name: 'msn8', unitCurrent: 1e-10, supply: 1 });
    expect(await readSpec(JSON.stringify(data))).toEqual(spec);
    const yaml = 'name: one\nneurons:\n  - { name: msn8, kind: analog, bits: 8, unitCurrent: 100 pA }\n';
    expect(await readSpec(yaml)).toEqual(spec);
  });

  test('a spec is a document too', async () => {
    const spec = await readSpec({ name: 'one', neurons: [{ name: 'dig8', kind: 'digital', bits: 8 }] });
    expect(await readSpec(JSON.stringify(spec))).toEqual(spec);
  });

  test('an error has a line a problem, with place, value and what is allowed', async () => {
    const wrong = { name: 'one', neurons: [{ name: 'dig8', kind: 'digital', bits: 65, synapses: 0 }] } as const;
    await expect(readSpec(wrong)).rejects.toThrow(
      'neurons[0].bits must be a whole number from 1 to 64: 65\nneurons[0].synapses must be a whole number from 1 to 4096: 0',
    );
    expect(await problems(wrong)).toMatchObject([
      { path: ['neurons', 0, 'bits'] },
      { path: ['neurons', 0, 'synapses'] },
    ]);
  });

  test('text that is no YAML is refused with its line', async () => {
    await expect(readSpec('name: [one')).rejects.toThrow(/^the spec must be YAML or JSON: .* at line 1, column 11/);
    expect(await problems('name: [one')).toMatchObject([{ path: [] }]);
  });
});
