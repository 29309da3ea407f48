import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inFolder, somagen } from './somagen.ts';

test('generate ends while it computes, and leaves nothing', () =>
  inFolder(async (folder) => {
    // Circuit and texts of 2048 multipliers: many seconds in which nothing else of that thread runs.
    const spec = join(folder, 'big.yaml');
    writeFileSync(
      spec,
      'name: big\nneurons:\n  - {name: d, kind: digital, bits: 16, synapses: 2048, architecture: parallel}\n',
    );
    const out = join(folder, 'out');
    const { code, stdout, stderr } = await somagen(['generate', spec, '--out', out], { signalAfter: /generate:/ });
    expect(stderr).toContain('interrupted; what was finished is kept');
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(existsSync(out)).toBe(false);
  }));

test('a folder in which another run is at work is refused with its verb and process', () =>
  inFolder(async (folder) => {
    const { takeFolder } = await import('../../tools/index.ts');
    const out = join(folder, 'out');
    mkdirSync(out);
    const release = await takeFolder(out, 'compare');
    const { code, stderr } = await somagen(['generate', 'examples/mac8.yaml', '--out', out, '--quiet']);
    await release();
    expect(stderr).toContain(`somagen compare (process ${process.pid}) has been at work there for`);
    expect(code).toBe(2);
    expect(readdirSync(out)).toEqual([]);
  }));
