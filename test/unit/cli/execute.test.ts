import { describe, expect, test } from 'vitest';
import { execute } from '../../../cli/flow/execute.ts';
import type { CommandPlan } from '../../../cli/flow/execution.ts';
import { emptyOutcome } from '../../../cli/flow/outcome.ts';
import { resultsOf } from '../../../cli/flow/results.ts';
import type { Run } from '../../../cli/run/run.ts';
import { generate } from '../../../cli/steps/generate.ts';
import { STEPS, type Step } from '../../../cli/steps/select.ts';
import { PAPER_CLAIMS } from '../../../compare/paper-claims.ts';
import { DIG3, DIG8, specOf } from '../report/fixture.ts';

const SPEC = specOf({
  name: 'small',
  neurons: [
    { name: 'dig3', kind: 'digital', bits: 3 },
    { name: 'msn3', kind: 'analog', bits: 3 },
  ],
  compare: { paper: true, pairs: [['dig3', 'msn3']] },
});

/** A run without engines whose folder is `written`: paths in the order of writing. */
function runInto(written: Map<string, string>): Run {
  const missing = (): never => {
    throw new Error('no engine');
  };
  return {
    spec: SPEC,
    options: { verb: 'compare', out: 'out', seed: 1, jobs: 1, force: false, signal: new AbortController().signal },
    recall: false,
    toolOptions: {},
    yosys: missing,
    ngspice: missing,
    cache: { get: async () => undefined, put: async () => undefined },
    cached: async (_, compute) => compute(),
    write: async (files) => {
      for (const [path, text] of Object.entries(files)) {
        written.delete(path);
        written.set(path, `${text}`);
      }
    },
    log: () => undefined,
    close: async () => undefined,
  };
}

const execution = (all: readonly Step[], steps: readonly Step[]): CommandPlan => ({
  ...{ all, steps, simulators: [], samples: 2, synthesis: {}, quiet: true },
});

describe('files', () => {
  test('without a report: those of the steps, then metrics, the spec and the manifest', async () => {
    const written = new Map<string, string>();
    const { failures } = await execute(runInto(written), execution(['generate'], ['generate']));
    expect(failures).toEqual([]);
    const paths = [...written.keys()];
    expect(paths).toContain('rtl/dig3.v');
    expect(paths.slice(-4)).toEqual(['metrics.json', 'metrics.csv', 'spec.resolved.json', 'manifest.json']);
    expect(written.get('metrics.json')).not.toContain('claim.');
  });

  test('metrics and spec stand before figures and report; the manifest is written once more for the time', async () => {
    const written = new Map<string, string>();
    await execute(runInto(written), execution(STEPS, ['report']));
    const paths = [...written.keys()];
    expect(paths.slice(0, 3)).toEqual(['metrics.json', 'metrics.csv', 'spec.resolved.json']);
    expect(paths.slice(3)).toEqual(expect.arrayContaining(['report.md', 'report.html']));
    expect(paths.at(-1)).toBe('manifest.json');
  });

  test('a step that fails: what the steps before it wrote is kept, and nothing is written after it', async () => {
    const written = new Map<string, string>();
    const steps = execution(STEPS, ['generate', 'synth', 'report']);
    await expect(execute(runInto(written), steps)).rejects.toThrow('no engine');
    const paths = [...written.keys()];
    expect(paths).toContain('rtl/dig3.v');
    expect(paths).not.toContain('metrics.json');
    expect(paths).not.toContain('report.md');
  });
});

describe('results', () => {
  const generated = generate(runInto(new Map()));
  const outcome = {
    ...emptyOutcome(generated),
    synthesized: [DIG3, DIG8].map((figures) => ({ name: figures.name, figures, measurements: [] })),
  };
  const keysOf = (text: string): readonly string[] =>
    JSON.parse(text).measurements.map(({ key }: { readonly key: string }) => key);

  test('curves of the conclusions are those of the comparison', () => {
    const { comparison, conclusions } = resultsOf(SPEC, outcome, true);
    expect(conclusions.curves).toBe(comparison.curves);
  });

  test('the claims of metrics.json are the conclusions, in their values too', () => {
    const { conclusions, files } = resultsOf(SPEC, outcome, true);
    const { measurements } = JSON.parse(files['metrics.json']);
    expect(conclusions.claims).toHaveLength(PAPER_CLAIMS.length);
    expect(measurements).toEqual(expect.arrayContaining(conclusions.claims.map(({ measurement }) => measurement)));
  });

  test('a command without a report keeps them to itself', () => {
    const { files } = resultsOf(SPEC, outcome, false);
    expect(keysOf(files['metrics.json']).filter((key) => key.startsWith('claim.'))).toEqual([]);
  });
});
