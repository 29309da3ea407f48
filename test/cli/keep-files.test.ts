import { expect, test } from 'vitest';
import { keepingFiles } from '../../cli/run/keep-files.ts';
import { ToolError } from '../../tools/tool.ts';

const written: Record<string, string | Uint8Array> = {};
const run = {
  write: async (files: Readonly<Record<string, string | Uint8Array>>) => void Object.assign(written, files),
  options: { verb: 'compare', out: 'runs/a', seed: 1, jobs: 1, force: false, signal: new AbortController().signal },
};

test('the deck of a failed simulation is kept, and the message names it', async () => {
  const error = new ToolError('ngspice', ['-b', 'deck.cir'], null, 'doAnalyses: no convergence', {
    'deck.cir': '* deck',
  });
  const kept = (await keepingFiles(run, error)) as Error;
  expect(written).toEqual({ 'failed/ngspice/deck.cir': '* deck' });
  expect(kept.message).toContain('doAnalyses: no convergence');
  expect(kept.message).toMatch(/Its input is kept: runs\/a\/failed\/ngspice\/deck\.cir$/);
});

test('other errors stay as they are', async () => {
  const error = new RangeError('bits must be 1 to 64: 65');
  expect(await keepingFiles(run, error)).toBe(error);
});
