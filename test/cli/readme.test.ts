import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseNetwork } from '../../nn/index.ts';
import { withMap } from '../../scripts/write-map.ts';
import { inFolder, measured, ROOT, somagen } from './somagen.ts';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The lines of a code block that call somagen, without comments. */
const commands = README.split('\n')
  .map((line) => /^npx somagen ([^#]*)/.exec(line)?.[1]?.trim().split(/\s+/))
  .filter((args) => args !== undefined);

describe('the README', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'somagen-test-'));
  symlinkSync(join(ROOT, 'examples'), join(cwd, 'examples'));
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  test('there are commands', () => expect(commands.length).toBeGreaterThan(8));

  // In the order of the text, in one folder, as a reader types them.
  test.each(commands.map((args) => [args.join(' '), args] as const))('npx somagen %s: exit code 0', async (_, args) => {
    const { code, stderr } = await somagen(args, { cwd });
    expect(code, stderr).toBe(0);
  });

  test('the picture at the top is that of its run of the paper, and so are the numbers', () => {
    const figure = (path: string): string => readFileSync(path, 'utf8');
    expect(figure(join(cwd, 'out/paper/figures/power.svg'))).toBe(figure(join(ROOT, 'docs/power.svg')));
    const metrics = readFileSync(join(cwd, 'out/paper/metrics.json'), 'utf8');
    expect(measured(metrics, 'claim.transistors-8bit')).toBe(2006);
    expect(measured(metrics, 'claim.transistors-3bit')).toBe(192);
  });

  test('its network is a network', () => {
    const [, json = ''] = /```json\n([\s\S]*?)```/.exec(README) ?? [];
    expect(parseNetwork(json, 'README.md').layers).toHaveLength(7);
  });

  test('its spec is a spec', () =>
    inFolder(async (folder) => {
      const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(README) ?? [];
      writeFileSync(join(folder, 'tiny.yaml'), yaml);
      expect((await somagen(['generate', join(folder, 'tiny.yaml'), '--out', folder, '--quiet'])).code).toBe(0);
    }));
});

test('the README gives a reason for every dependency', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  for (const name of Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }))
    if (!name.startsWith('@types/')) expect(README).toContain(`\`${name}\``);
});

test('the map in CONTRIBUTING.md is that of the files', () => {
  const contributing = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  expect(contributing).toBe(withMap(contributing));
});

test('dependencies are pinned to exact versions', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});
