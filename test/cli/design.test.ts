import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { closedForm } from '../../analog/index.ts';
import { analog } from '../unit/analog/neuron.ts';
import { inFolder, somagen } from './somagen.ts';

const design = (targets: string, ...more: readonly string[]) =>
  inFolder(async (folder) => {
    const out = join(folder, 'out');
    const ended = await somagen(['analog', ...more, '--design', targets, '--out', out, '--quiet']);
    const file = (name: string): string | undefined =>
      existsSync(join(out, name)) ? readFileSync(join(out, name), 'utf8') : undefined;
    return { ...ended, spec: file('design.yaml'), metrics: file('metrics.json'), va: file('analog/msn.va') };
  });

describe('analog --design: the neuron of least energy that meets the targets, simulated as transistors', () => {
  test.each([
    ['bandwidth=20 MHz,noise=2e-5 V^2,bits=3,mismatch=4 %', { bandwidth: 20e6, noise: 2e-5 }],
    ['bandwidth=1 MHz,bits=4,synapses=8,noise=4e-6 V^2', { bandwidth: 1e6, noise: 4e-6 }],
  ])('%s', async (text, targets) => {
    const { code, stdout, spec, metrics, va } = await design(text);
    expect(stdout).toContain('The transistors meet every target.');
    expect(stdout).toMatch(/Energy times noise is a constant of a circuit: at least \S+ J V²/);
    expect(code).toBe(0);
    const { measurements } = JSON.parse(metrics ?? '{}') as {
      measurements: { key: string; value: number; origin: string }[];
    };
    const value = (key: string): number => measurements.find((entry) => entry.key === key)?.value ?? Number.NaN;
    expect(value('msn.bandwidth')).toBeGreaterThanOrEqual(targets.bandwidth);
    expect(value('msn.noise.total')).toBeLessThanOrEqual(targets.noise);
    expect(measurements.find(({ key }) => key === 'msn.bandwidth')?.origin).toBe('simulated');
    expect(parse(spec ?? '')).toMatchObject({ name: 'design', neurons: [{ kind: 'analog', name: 'msn' }] });
    expect(va).toContain('module msn(');
  });

  test('bits are the width of the weights: fewer effective bits are warned of, and met as a target', async () => {
    const free = await design('bandwidth=5 MHz,bits=2');
    expect(free.stdout).toContain('The transistors meet every target.');
    expect(free.stdout).toMatch(
      /Warning: 0\.\d effective bits at the output, fewer than the 2 bits .*effectiveBits=2 makes/,
    );
    const { code, stdout, metrics } = await design('bandwidth=5 MHz,bits=2,effectiveBits=2');
    expect([code, stdout]).toEqual([0, expect.stringContaining('The transistors meet every target.')]);
    expect(stdout).not.toContain('Warning');
    const { measurements } = JSON.parse(metrics ?? '{}') as { measurements: { key: string; value: number }[] };
    const value = (key: string): number => measurements.find((entry) => entry.key === key)?.value ?? Number.NaN;
    expect(value('msn.effectiveBits.together')).toBeGreaterThanOrEqual(2);
    // Noise alone: log2 of the range, twice the full scale of 12 mV times the gain, over sqrt(12) times its root mean square.
    const alone = Math.log2((0.024 * value('msn.gain')) / Math.sqrt(12 * value('msn.noise.total')));
    expect(alone).toBeGreaterThan(value('msn.effectiveBits.together'));
    expect(alone).toBeLessThan(value('msn.effectiveBits.together') + 1);
  });

  test('targets that exclude each other: exit code 1, and which excludes which', async () => {
    const { code, stdout, spec } = await design('bandwidth=50 MHz,bits=2,noise=1e-6 V^2,energy=0.5 fJ');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^No neuron meets bandwidth 50 MHz, gain 0.75, noise 1e-6 V², energy 500 aJ\./);
    expect(stdout).toMatch(/noise of 1e-6 V² is excluded by the others: they allow \S+ V² at least/);
    expect(stdout).toMatch(/energy of 500 aJ is excluded by the others: they allow [\d.]+ fJ at least/);
    expect(spec).toBeUndefined();
  });

  test.each([
    ['noise=1e-6 V^2', '--design must hold a bandwidth, such as bandwidth=5 MHz: noise=1e-6 V^2'],
    [
      'bandwidth=5 mHz',
      '--design bandwidth must be a frequency from 1 Hz, such as 5 MHz (mHz is millihertz; did you mean 5 MHz?): 5 mHz',
    ],
    ['bandwidth=5 MHz,effectiveBits=17', '--design effectiveBits must be a number above 0 up to 16, such as 6: 17'],
    ['bandwidth=5 MHz,bits=17', '--design bits must be a whole number from 1 to 16: 17'],
    ['bandwidth=5 V', '--design bandwidth must be a frequency from 1 Hz, such as 5 MHz (5 V is not in Hz): 5 V'],
    ['bandwidth=5 MHz,colour=red', '--design must be a list of KEY=VALUE with the keys'],
    ['bandwidth=5 MHz,bandwidth=6 MHz', '--design must name each key once: bandwidth'],
    [
      'bandwidth=5 MHz,mismatch=-1 %',
      '--design mismatch must be a part of the full scale above 0, such as 1 % or 0.01: -1 %',
    ],
  ])('%s: exit code 2, key, value and what is allowed', async (text, message) => {
    const { code, stderr } = await design(text);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  test.each([
    [['--only', 'analog'], '--only'],
    [['--to', 'report', '--from', 'analog'], '--from, --to'],
  ])('%j: a search has no steps, so they are refused, not ignored', async (more, named) => {
    const { code, stderr } = await design('bandwidth=5 MHz', ...more);
    expect([code, stderr.trim()]).toEqual([2, `--design has no steps: it goes without ${named}`]);
  });

  test('without a spec and without targets there is nothing to do', async () => {
    const { code, stderr } = await somagen(['analog', '--quiet']);
    expect([code, stderr.trim()]).toEqual([2, 'analog needs a spec, or --design with targets']);
  });
});

describe('a mixed-signal neuron that cannot be', () => {
  const analysed = (neuron: string) =>
    inFolder(async (folder) => {
      const file = join(folder, 'a.yaml');
      writeFileSync(file, `name: a\nneurons:\n  - ${neuron}\n`);
      const ended = await somagen(['analog', file, '--out', join(folder, 'out'), '--samples', '2', '--quiet']);
      return { ...ended, said: `${ended.stdout}${ended.stderr}` };
    });

  test('16 bits of unit transistors: the cost, and what to do instead', async () => {
    const { code, said } = await analysed('{name: m, kind: analog, bits: 16}');
    expect(code).toBe(2);
    expect(said).toMatch(
      /unit sizing at 16 bits takes 65535 transistors a side .* use sizing segmented with a segment of 6/,
    );
  });

  test('16 bits in segments are within reach of the closed form', () => {
    const neuron = analog({ bits: 16, sizing: 'segmented', segment: 6, unitCurrent: 1e-11 });
    const { flags, power } = closedForm(neuron);
    expect(flags).toEqual([]);
    // Supply times all unit currents, and what tunnels.
    expect(power! / 65535e-11).toBeGreaterThan(1);
    expect(power! / 65535e-11).toBeLessThan(1.2);
  });

  test('a supply below the thresholds and a current below the leakage: what breaks is told, no figure is given', async () => {
    const low = await analysed('{name: m, kind: analog, bits: 1, supply: 0.3 V, unitCurrent: 1 uA}');
    expect(low.said).toMatch(/m at 1 µA: no headroom: .* at a supply of 0.3 V/);
    const small = await analysed('{name: m, kind: analog, bits: 1, unitCurrent: 0.5 pA}');
    expect(small.said).toMatch(/m at 500 fA: leakage-limited, below the gate tunnelling floor: it adds \d+ %/);
    expect([low.code, small.code]).toEqual([0, 0]);
  });
});
