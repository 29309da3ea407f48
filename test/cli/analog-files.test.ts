/** Files of `analog`, as a designer takes them on in an ngspice of his own. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inFolder, measured, somagen } from './somagen.ts';

const SPEC =
  '{name: own, neurons: [{name: six, kind: analog, bits: 3, unitCurrent: 2 nA, tails: mirror, switches: transistors}]}';

test('models, figures and a report of what was measured; the deck runs in the installed ngspice with the card', () =>
  inFolder(async (cwd) => {
    writeFileSync(join(cwd, 'own.yaml'), SPEC);
    const args = ['analog', 'own.yaml', '--samples', '5', '--quiet'];
    const { code, stdout } = await somagen(args, { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /six: [\d.]+ effective bits \(alone: noise [\d.]+, .*Warning: fewer than the 3 bits of its weights/,
    );
    const out = join(cwd, 'runs/own');
    for (const file of ['analog/six.va', 'analog/six_macro.cir', 'figures/bandwidth.svg', 'report.html'])
      expect(existsSync(join(out, file)), file).toBe(true);
    const report = readFileSync(join(out, 'report.md'), 'utf8');
    expect(report).toMatch(/^# own: mixed-signal neuron\n/);
    expect(report).not.toMatch(/paper|claim|rejected|did not measure/i);

    const card = ['card', '--out', 'runs/own/analog'];
    expect((await somagen(card, { cwd })).code).toBe(0);
    expect(readFileSync(join(out, 'analog/modelcard.ptm'), 'utf8')).toMatch(/\.model\s+PTM65N\s+nmos/i);
    const deck = spawnSync('ngspice', ['-b', 'six.cir'], { cwd: join(out, 'analog'), encoding: 'utf8' });
    expect(deck.status, deck.stderr).toBe(0);
    const printed = (name: string): number => Number(new RegExp(`^${name}\\s+=\\s+(\\S+)`, 'm').exec(deck.stdout)?.[1]);
    const metrics = readFileSync(join(out, 'metrics.json'), 'utf8');
    for (const name of ['power', 'gain', 'bandwidth'])
      expect(printed(name) / Number(measured(metrics, `six.${name}`)), name).toBeCloseTo(1, 2);

    writeFileSync(join(out, 'analog/modelcard.ptm'), '* own');
    expect(await somagen(card, { cwd })).toMatchObject({
      code: 2,
      stderr: 'runs/own/analog/modelcard.ptm exists with other content; --force overwrites it\n',
    });
  }));
