import { expect, test } from 'vitest';
import { vaBenches } from '../../analog/behaviour/bench.ts';
import { closedForm, macro } from '../../analog/index.ts';
import { nativeTool } from '../../tools/native/process.ts';
import { PROGRAMS } from '../../tools/native/program.ts';
import { analog } from '../unit/analog/neuron.ts';

const ngspice = nativeTool(PROGRAMS.ngspice, { timeLimit: 60 });

test('the bench for ngspice measures what the closed form says, with the macro in the place of the compiled model', async () => {
  const neuron = analog({ bits: 8, synapses: 2, unitCurrent: 1e-10 });
  const bench = vaBenches(neuron)['analog/msn_ngspice.cir'] ?? '';
  // A subcircuit takes the weights with the instance, where its parameters' defaults are those of the model's card.
  const text = bench
    .replace(/\.control\npre_osdi msn\.osdi\n\.endc\n/, () => macro(neuron))
    .replace(/^n1 ([^.]*)msn_model$/m, 'x1 $1msn')
    .replace(/^\.model msn_model .*\n(\+.*\n)*/m, '');
  expect(text).not.toMatch(/osdi|msn_model/);
  const { log, files } = await ngspice(['-b', 'bench.cir'], { 'bench.cir': text });
  const found = (name: string): number => Number(new RegExp(`^${name} +=  ?(\\S+)`, 'm').exec(log)?.[1]);
  const { gain, bandwidth, noiseTotal, power } = closedForm(neuron);
  expect(found('gain') / (gain ?? 0)).toBeCloseTo(1, 4);
  expect(found('power') / (power ?? 0)).toBeCloseTo(1, 4);
  // Between points of the sweep ngspice goes in straight lines.
  expect(found('bandwidth') / (bandwidth ?? 0)).toBeCloseTo(1, 2);
  expect(found('total') / (noiseTotal ?? 0)).toBeCloseTo(1, 2);
  const points = String(files['msn_transfer.txt'])
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/ +/).map(Number));
  expect(points.length).toBe(81);
  expect(points[40]?.[1]).toBeCloseTo(0, 9);
  // From 2.5 mV to the left of the middle to 2.5 mV to the right of it.
  expect(((points[41]?.[1] ?? 0) - (points[39]?.[1] ?? 0)) / 0.005 / (gain ?? 0)).toBeCloseTo(1, 2);
});
