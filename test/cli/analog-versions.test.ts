import { expect, test } from 'vitest';
import { CARD } from '../../analog/index.ts';
import { NotStored, openRun, recalling } from '../../cli/run/run.ts';
import { ANALOG_VERSIONS } from '../../cli/steps/analog-versions.ts';
import { analog } from '../unit/analog/neuron.ts';
import { inFolder } from './somagen.ts';

test('a result that was stored when reasons were words is not found', () =>
  inFolder(async (folder) => {
    const neuron = analog();
    const { signal } = new AbortController();
    const run = await openRun(
      { name: 'a', technology: { thresholdShift: 0 }, neurons: [neuron] },
      { verb: 'analog', out: folder, seed: 1, jobs: 1, force: false, signal },
    );
    const key = { kind: 'analog', input: { neuron, unitCurrent: 1e-10 } };
    const words = { flags: ['no headroom'] };
    await run.cached({ ...key, versions: [CARD.package, CARD.sha256] }, async () => words);
    const recalled = recalling(run);
    const stored = (versions: readonly string[]) => recalled.cached({ ...key, versions }, async () => null);
    expect(await stored([CARD.package, CARD.sha256])).toEqual(words);
    await expect(stored(ANALOG_VERSIONS)).rejects.toThrow(NotStored);
    await run.close();
  }));
