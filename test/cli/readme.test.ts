import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseNetwork } from '../../nn/index.ts';
import { withMap } from '../../scripts/write-map.ts';
import { inFolder, measured, ROOT, somagen } from './somagen.ts';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The lines of a code block that call somagen, without comments. */
const commands = README.split('\n')
  .map((line) => /^npx somagen ([^#]*)/.exec(line)?.[1]?.trim().split(/\s+/))
  .filter((args) => args !== undefined);

describe('every command of the README does what it says', () => {
  test('there are some', () => expect(commands.length).toBeGreaterThan(8));

  test(
    'they end with exit code 0',
    () =>
      inFolder(async (cwd) => {
        symlinkSync(join(ROOT, 'examples'), join(cwd, 'examples'));
        for (const args of commands) {
          const { code, stderr } = await somagen(args, { cwd });
          expect([args.join(' '), code, code === 0 ? '' : stderr]).toEqual([args.join(' '), 0, '']);
        }
        // The picture at the top is the one that this run made, and so are the numbers of the paper's spec.
        const figure = (path: string): string => readFileSync(path, 'utf8');
        expect(figure(join(cwd, 'out/paper/figures/power.svg'))).toBe(figure(join(ROOT, 'docs/power.svg')));
        const metrics = readFileSync(join(cwd, 'out/paper/metrics.json'), 'utf8');
        expect(measured(metrics, 'claim.transistors-8bit')).toBe(2006);
        expect(measured(metrics, 'claim.transistors-3bit')).toBe(192);
      }),
    300_000,
  );

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
