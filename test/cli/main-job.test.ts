/** The contract of the command line on `examples/paper.yaml` and on smaller specs. */

import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disagreements, equalMeanings } from '../equal-meanings.ts';
import { type Ended, inFolder, measured, somagen } from './somagen.ts';

const PAPER = 'examples/paper.yaml';

/** A spec that runs in seconds. */
const SMALL = `name: small
neurons:
  - { name: dig, kind: digital, bits: 3, multiplier: dadda, adder: ripple, activation: threshold, threshold: 5 }
  - { name: msn, kind: analog, bits: 3 }
compare: { paper: true, pairs: [[dig, msn]], frequencies: { from: 1 kHz, to: 1 GHz, pointsPerDecade: 1 } }
evaluate: { networks: [mnist-fcn], bits: [3, 8], noisePower: [1e-7, 1 uV^2, 1e-6], draws: 3, images: 300 }
`;

/** Path to hash of every file under `folder`. */
function hashes(folder: string, below = ''): Record<string, string> {
  return Object.fromEntries(
    readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
      const path = join(below, entry.name);
      if (entry.isDirectory()) return Object.entries(hashes(folder, path));
      return [
        [
          path,
          createHash('sha256')
            .update(readFileSync(join(folder, path)))
            .digest('hex'),
        ],
      ];
    }),
  );
}

describe('synth examples/paper.yaml --json', () => {
  test('classic Wallace: 47 full and 17 half adders, 2006 and 192 transistors', () =>
    inFolder(async (out) => {
      const { code, stdout } = await somagen(['synth', PAPER, '--json', '--quiet', '--out', out]);
      expect(code).toBe(0);
      expect(measured(stdout, 'dig3.multiplier.transistors.structural')).toBe(192);
      expect(measured(stdout, 'dig8.multiplier.fullAdders')).toBe(47);
      expect(measured(stdout, 'dig8.multiplier.halfAdders')).toBe(17);
      expect(measured(stdout, 'dig8.multiplier.transistors.structural')).toBe(2006);
      expect(readFileSync(join(out, 'metrics.json'), 'utf8')).toBe(stdout);
      expect(existsSync(join(out, 'netlist/dig8.mapped.v'))).toBe(true);
    }));

  test('--set neurons.dig8.multiplier=dadda: 48, 8 and 1872', () =>
    inFolder(async (out) => {
      const set = ['--set', 'neurons.dig8.multiplier=dadda'];
      const { stdout } = await somagen(['synth', PAPER, '--json', '--quiet', '--out', out, ...set]);
      expect(measured(stdout, 'dig8.multiplier.fullAdders')).toBe(48);
      expect(measured(stdout, 'dig8.multiplier.halfAdders')).toBe(8);
      expect(measured(stdout, 'dig8.multiplier.transistors.structural')).toBe(1872);
    }));
});

describe('verify', () => {
  const simulators = ['--simulators', 'embedded,verilator,iverilog'];

  test('checks all 65,536 products in every simulator; a gate changed by hand is named by its first vector', () =>
    inFolder(async (out) => {
      const args = ['verify', PAPER, '--quiet', '--out', out, ...simulators];
      const right = await somagen(args);
      expect(right.code).toBe(0);
      for (const simulator of ['embedded', 'verilator', 'iverilog'])
        expect(right.stdout).toContain(`dig8 in ${simulator}: all 65536 input vectors equal the golden model`);

      const file = join(out, 'rtl/dig8.v');
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replace('= x[0] & w[0];', '= x[0] | w[0];'));
      const wrong = await somagen(args);
      expect(wrong.code).toBe(1);
      for (const simulator of ['embedded', 'verilator', 'iverilog'])
        expect(wrong.stdout).toContain(
          `dig8 in ${simulator}: 32768 of all 65536 input vectors differ; first: vector 1, x 0x1, w 0x0: expected sum 0x0, found sum 0x1`,
        );
    }));

  test('files of another spec are made again, unless they were changed: those are refused, with what to do', () =>
    inFolder(async (out) => {
      await somagen(['generate', PAPER, '--quiet', '--out', out]);
      const dadda = ['verify', PAPER, '--quiet', '--out', out, '--set', 'neurons.dig8.multiplier=dadda'];
      expect((await somagen(dadda)).code).toBe(0);
      const file = join(out, 'rtl/dig8.v');
      expect(readFileSync(file, 'utf8')).toContain('48 full adders');
      writeFileSync(file, readFileSync(file, 'utf8').replace('= x[0] & w[0];', '= x[0] | w[0];'));
      expect((await somagen(dadda)).code).toBe(1);
      const { code, stderr } = await somagen(['verify', PAPER, '--quiet', '--out', out]);
      expect(code).toBe(2);
      expect(stderr).toContain('rtl/dig8.v was made from another spec and then changed; somagen generate');
    }));
});

test('analog: the closed form is within 15 % of ngspice from 100 pA to 10 nA', () =>
  inFolder(async (out) => {
    const { code, stdout } = await somagen(['analog', PAPER, '--json', '--quiet', '--out', out]);
    expect(code).toBe(0);
    for (const figure of ['bandwidth', 'gain'])
      for (const current of ['1e-10', '3.162e-10', '1e-9', '3.162e-9', '1e-8']) {
        const simulated = Number(measured(stdout, `msn8.${figure}@unitCurrent=${current}`));
        const formula = Number(measured(stdout, `msn8.closedForm.${figure}@unitCurrent=${current}`));
        expect(Math.abs(formula / simulated - 1)).toBeLessThan(0.15);
      }
    expect(Number(measured(stdout, 'msn8.noise.total'))).toBeGreaterThan(0);
    expect(Number(measured(stdout, 'msn8.noise.rectangular'))).toBeGreaterThan(0);
  }));

describe('compare', () => {
  const folder = mkdtempSync(join(tmpdir(), 'somagen-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const spec = join(folder, 'small.yaml');
  writeFileSync(spec, SMALL);
  const [one, two] = [join(folder, 'one'), join(folder, 'two')];
  const compare = (out: string, jobs: number) =>
    somagen(['compare', spec, '--out', out, '--samples', '5', '--jobs', `${jobs}`, '--json']);
  let first: Ended | undefined;
  beforeAll(async () => {
    first = await compare(one, 2);
  });

  test('leaves the files of the contract', () => {
    expect(first?.code, first?.stderr).toBe(0);
    expect(JSON.parse(first?.stdout ?? '')).toMatchObject({ somagen: '0.1.0', spec: 'small' });
    expect(first?.stderr).toContain('report');
    const left = Object.keys(hashes(one)).filter((path) => !path.startsWith('cache/'));
    const figures = left.filter((path) => path.startsWith('figures/'));
    expect(left.filter((path) => !figures.includes(path)).sort()).toEqual(
      [
        ...[
          ...['msn.cir', 'msn.va', 'msn_macro.cir', 'msn_wports.va', 'msn_spectre.scs', 'msn_ngspice.cir'],
          ...['msn_xyce_ac.cir', 'msn_xyce_dc.cir', 'msn_xyce_noise.cir'],
        ].map((name) => `analog/${name}`),
        ...['analog', 'generate', 'verify'].map((step) => `logs/${step}.log`),
        'manifest.json',
        'metrics.csv',
        'metrics.json',
        'netlist/dig.mapped.v',
        'report.html',
        'report.md',
        ...['dig.f', 'dig.v', 'dig_reference.v', 'dig_tb.v', 'half_adder.v', 'full_adder.v'].map(
          (name) => `rtl/${name}`,
        ),
        'spec.resolved.json',
      ].sort(),
    );
    // Every figure is a picture with its data beside it; dot diagrams are circuits and have none.
    const drawn = [
      ...['bandwidth', 'energy', 'error-mnist-fcn', 'noise', 'power', 'ratio', 'transistors', 'transfer-msn'],
      ...['sizings-power', 'sizings-energy', 'threshold', 'waveform-msn', 'large-signal-bandwidth-msn'],
    ];
    for (const name of drawn)
      expect(figures).toEqual(expect.arrayContaining([`figures/${name}.csv`, `figures/${name}.svg`]));
    for (const path of figures.filter((name) => name.endsWith('.svg') && !name.includes('dots-')))
      expect(figures).toContain(path.replace('.svg', '.csv'));
  });

  test('a quantity that stands in two sections has one value', () => {
    const found = JSON.parse(first?.stdout ?? '') as { measurements: { key: string; value: number | null }[] };
    const values = new Map(found.measurements.map(({ key, value }) => [key, value]));
    const pairs = equalMeanings(values, '1e-10', '0', ['msn']);
    const known = pairs.filter(([one, other]) => values.has(one) && values.has(other));
    expect(known.length).toBeGreaterThan(30);
    expect(disagreements(values, pairs)).toEqual([]);
  });

  test('the same again, with another number of threads, gives the same bytes', async () => {
    const left = hashes(one);
    expect((await compare(two, 1)).code).toBe(0);
    const { 'manifest.json': _, ...same } = hashes(two);
    expect(left).toMatchObject(same);
  });

  test('the manifest has the ports and hashes of the files', () => {
    const left = hashes(one);
    const manifest = JSON.parse(readFileSync(join(one, 'manifest.json'), 'utf8'));
    expect(manifest.neurons[0]).toMatchObject({
      name: 'dig',
      top: 'dig',
      latency: 0,
      ports: [
        { name: 'x', direction: 'input', width: 3 },
        { name: 'w', direction: 'input', width: 3 },
        { name: 'sum', direction: 'output', width: 6 },
        { name: 'y', direction: 'output', width: 1 },
      ],
    });
    for (const neuron of manifest.neurons)
      for (const { path, sha256 } of neuron.files) expect([path, sha256]).toEqual([path, left[path]]);
  });

  test('steps that are left out take stored results; --only report of a fresh folder has none', () =>
    inFolder(async (folder) => {
      const spec = join(folder, 'small.yaml');
      writeFileSync(spec, SMALL);
      const out = join(folder, 'out');
      const args = ['compare', spec, '--out', out, '--quiet', '--json'];
      const empty = await somagen([...args, '--only', 'report']);
      expect(measured(empty.stdout, 'claim.transistors-3bit')).toBe(null);
      const upTo = await somagen([...args, '--to', 'synth']);
      expect(measured(upTo.stdout, 'dig.multiplier.fullAdders')).toBe(3);
      const report = await somagen([...args, '--only', 'report']);
      expect(measured(report.stdout, 'dig.multiplier.fullAdders')).toBe(3);
      expect(measured(report.stdout, 'claim.transistors-3bit')).toBe(192);
      expect(() => measured(report.stdout, 'msn.power')).toThrow('msn.power stands 0 times');
    }));

  test('the report shows every figure in a browser that has no network', async () => {
    const flags =
      '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags.split(' ') });
    try {
      const context = await browser.newContext({ offline: true });
      const page = await context.newPage();
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(`file://${join(one, 'report.html')}`);
      const figures = page.locator('figure svg');
      const pictures = Object.keys(hashes(one)).filter((path) => path.startsWith('figures/') && path.endsWith('.svg'));
      expect(await figures.count()).toBe(pictures.length);
      for (const figure of await figures.all()) {
        const box = await figure.boundingBox();
        expect(box?.width).toBeGreaterThan(200);
        expect(box?.height).toBeGreaterThan(50);
        expect(await figure.locator('path, circle, rect').count()).toBeGreaterThan(5);
      }
      expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

test('an interruption: exit code 130, and what was finished is not computed again', () =>
  inFolder(async (folder) => {
    const spec = join(folder, 'small.yaml');
    writeFileSync(spec, SMALL);
    const args = ['analog', spec, '--out', folder, '--jobs', '1', '--samples'];
    // So many samples that it cannot end before it is interrupted.
    const { code, stderr } = await somagen([...args, '100000'], { signalAfter: /\b3 operating points/ });
    expect(stderr).toContain('interrupted; what was finished is kept');
    expect(code).toBe(130);
    const cache = join(folder, 'cache');
    const written = (names: readonly string[]) => names.map((name) => statSync(join(cache, name)).mtimeMs);
    const kept = readdirSync(cache);
    const times = written(kept);
    expect(kept.length).toBeGreaterThanOrEqual(3);
    expect((await somagen([...args, '2'])).code).toBe(0);
    expect(written(kept)).toEqual(times);
    expect(readdirSync(cache).length).toBeGreaterThan(kept.length);
  }));

test('a current without a closed form: the deck is written, and why Verilog-A and macro are not', () =>
  inFolder(async (out) => {
    const args = ['generate', PAPER, '--quiet', '--out', out, '--set', 'neurons.msn3.unitCurrent=1 pA'];
    const { code, stderr } = await somagen(args);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^msn3: no Verilog-A and no macro at 1e-12 A: leakage-limited, below the gate tunnelling floor/,
    );
    const models = ['.cir', '.va', '_macro.cir', '_ngspice.cir', '_spectre.scs', '_wports.va'].map(
      (end) => `msn8${end}`,
    );
    const xyce = ['ac', 'dc', 'noise'].map((name) => `msn8_xyce_${name}.cir`);
    expect(readdirSync(join(out, 'analog')).sort()).toEqual(['msn3.cir', ...models, ...xyce]);
  }));

test('in an empty folder: init, compare as it says next, every other verb; a second init leaves the file alone', () =>
  inFolder(async (cwd) => {
    const init = await somagen(['init'], { cwd });
    expect(init).toMatchObject({ code: 0, stderr: 'neuron.yaml written; next: somagen compare neuron.yaml\n' });
    const report = join(cwd, 'runs/starter/report.html');
    for (const verb of ['compare', 'generate', 'synth', 'explore', 'verify', 'analog', 'evaluate']) {
      const { code, stderr } = await somagen([verb, 'neuron.yaml'], { cwd });
      expect([verb, code], stderr).toEqual([verb, 0]);
      expect(existsSync(report)).toBe(true);
    }
    const again = await somagen(['init'], { cwd });
    expect(again).toMatchObject({ code: 2, stderr: 'neuron.yaml exists; --force overwrites it\n' });
  }));

test('two networks, one draw: no band in the picture, and the run ends well', () =>
  inFolder(async (cwd) => {
    const evaluate = { networks: ['mnist-fcn', 'mnist-cnn'], bits: [8], noisePower: [1e-6], draws: 1, images: 20 };
    writeFileSync(join(cwd, 'one.json'), JSON.stringify({ name: 'one', evaluate }));
    const { code, stderr } = await somagen(['evaluate', 'one.json', '--quiet'], { cwd });
    expect(code, stderr).toBe(0);
    expect(existsSync(join(cwd, 'runs/one/figures/figure3.svg'))).toBe(true);
  }));

test('doctor tells every engine and program, and that this machine has what the main job needs', async () => {
  const { code, stdout } = await somagen(['doctor', '--json']);
  expect(code).toBe(0);
  const names = (JSON.parse(stdout) as { tools: { name: string }[] }).tools.map((tool) => tool.name);
  expect(names).toEqual(
    expect.arrayContaining(['Node', 'Yosys (embedded)', 'ngspice (embedded)', 'Verilator', 'ADMS']),
  );
});
