import { afterAll, describe, expect, test } from 'vitest';
import { closedForm, macro, veriloga } from '../../analog/index.ts';
import { scalar, simulate, wave } from '../../analog/spice/spice.ts';
import { nativeTool } from '../../tools/native/process.ts';
import { PROGRAMS } from '../../tools/native/program.ts';
import { ToolError } from '../../tools/tool.ts';
import { createNgspice } from '../../tools/wasm/ngspice.ts';
import { analog } from '../unit/analog/neuron.ts';

const ngspice = createNgspice({ jobs: 1 });
afterAll(() => ngspice.close());

const neuron = (bits: number, synapses: number, unitCurrent: number) => analog({ bits, synapses, unitCurrent });

describe('the SPICE macro', () => {
  test.each([
    [8, 1, 1e-10],
    [8, 3, 1e-8],
    [3, 2, 1e-9],
  ])(
    '%i bits, %i synapses, %d A: gain, bandwidth, noise and power are the closed form within a thousandth',
    async (bits, synapses, current) => {
      const spec = neuron(bits, synapses, current);
      const f = closedForm(spec);
      const ports = Array.from({ length: synapses }, (_, k) => (k === 0 ? 'xp xn' : 'cm cm'));
      const circuit = [
        macro(spec),
        'vdd vdd 0 1',
        'vcm cm 0 0.6',
        'vin in 0 dc 0 ac 1',
        'ep xp cm in 0 0.5',
        'en xn cm in 0 -0.5',
        `x1 ${ports.join(' ')} outp outn vdd 0 msn`,
        '.options temp=27',
      ].join('\n');
      const spot = (at: number) => ({ kind: 'ac', pointsPerDecade: 1, from: at, to: at }) as const;
      const sweep = {
        kind: 'noise',
        output: 'v(outp,outn)',
        source: 'vin',
        pointsPerDecade: 100,
        from: 1,
        to: 1e13,
      } as const;
      const [op, low, corner, noise] = await simulate(ngspice, {
        circuit,
        runs: [
          { analysis: { kind: 'op' } },
          { analysis: spot(1), vectors: ['v(outp,outn)'] },
          { analysis: spot(f.bandwidth!), vectors: ['v(outp,outn)'] },
          { analysis: sweep },
        ],
      });
      const magnitude = (waves: NonNullable<typeof low>): number =>
        Math.hypot(Object.values(waves.real)[1]![0]!, Object.values(waves.imaginary)[1]![0]!);
      const within = (value: number, expected: number): void =>
        expect(Math.abs(value / expected - 1)).toBeLessThan(1e-3);
      within(-scalar(op!, 'i(vdd)'), f.power!);
      within(magnitude(low!), f.gain!);
      within(magnitude(corner!), f.gain! * Math.SQRT1_2);
      within(scalar(noise!, 'onoise_total') ** 2, f.noiseTotal!);
      within(wave(noise!, 'onoise_spectrum')[0]! ** 2, f.noiseDensity! + f.flicker!);
    },
  );

  test('half the weight is half the gain', async () => {
    const gain = async (weight: number): Promise<number> => {
      const circuit = `${macro(neuron(8, 1, 1e-10))}vdd vdd 0 1\nvin xp xn dc 0 ac 1\nvn xn 0 0.6\nx1 xp xn outp outn vdd 0 msn w0=${weight}`;
      const runs = [
        { analysis: { kind: 'ac', pointsPerDecade: 1, from: 1, to: 1 }, vectors: ['v(outp,outn)'] },
      ] as const;
      const [ac] = await simulate(ngspice, { circuit, runs });
      return Object.values(ac!.real)[1]![0]!;
    };
    expect((await gain(100)) / (await gain(200))).toBeCloseTo(0.5, 9);
  });
});

describe('Verilog-A', () => {
  const adms = nativeTool(PROGRAMS.adms, { timeLimit: 30 });
  const check = (text: string) => adms(['msn.va'], { 'msn.va': text });

  test.each([
    [8, 1],
    [3, 1],
    [8, 40],
  ])('%i bits, %i synapses: ADMS takes it', async (bits, synapses) => {
    const { log } = await check(veriloga(neuron(bits, synapses, 1e-10)));
    expect(log).not.toMatch(/fatal|error|warning/i);
  });

  test('ADMS refuses it with an undeclared variable', async () => {
    const broken = veriloga(neuron(8, 1, 1e-10)).replace('  real drive;\n', '');
    await expect(check(broken)).rejects.toThrow(ToolError);
  });

  test('only words that every Verilog-A compiler takes: scalar ports, whole terms, no newer syntax', () => {
    const code = veriloga(neuron(8, 2, 1e-10)).replace(/\/\/.*/g, '');
    expect(code).not.toMatch(/\*\*|localparam|genvar|laplace|transition|absdelay|@|\[\d+:\d+\]\s*x|branch/);
    const contributions = code.split('\n').filter((line) => line.includes('<+'));
    for (const line of contributions.filter((entry) => /ddt|_noise/.test(entry)))
      expect(line).toMatch(/^ {4}I\(\w+,\w+\) <\+ (ddt\(.*\)|(white|flicker)_noise\(.*\));$/);
    const branches = contributions.map((line) => /I\((\w+),(\w+)\)/.exec(line)!.slice(1));
    for (const [a, b] of branches) expect(branches).not.toContainEqual([b, a]);
  });

  test('outside the closed form there is none, and the message says why', () => {
    const message = /msn has no closed form at 1e-12 A: leakage-limited, below the gate tunnelling floor/;
    expect(() => veriloga(neuron(8, 1, 1e-12))).toThrow(message);
    expect(() => macro(neuron(8, 1, 1e-12))).toThrow(message);
  });
});
