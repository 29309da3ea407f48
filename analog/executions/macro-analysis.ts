/** The SPICE macro in ngspice: the same figures as of the transistors. */

import type { AnalogNeuron } from '../../gen/index.ts';
import type { Tool } from '../../tools/tool.ts';
import { cornerFrequency } from '../analysis/analyse.ts';
import type { Behaviour } from '../behaviour/behaviour.ts';
import { macro } from '../behaviour/macro.ts';
import type { ExecutionFigures } from '../neuron/figures.ts';
import { runAll, scalar, wave } from '../spice/spice.ts';

/** The macro between ideal sources, named as in the transistors' circuit; the other synapses rest at the common mode. */
export function macroCircuit(neuron: AnalogNeuron, model: Behaviour, weight: number = model.units): string {
  const ports = Array.from({ length: model.synapses }, (_, k) => (k === 0 ? 'xp xn' : 'cm cm'));
  const celsius = Math.round((model.temperature - 273.15) * 1e6) / 1e6;
  return [
    macro(neuron).trimEnd(),
    `vdd vdd 0 ${model.supply}`,
    `vcm cm 0 ${model.commonMode}`,
    'vin in 0 dc 0 ac 1',
    'exp xp cm in 0 0.5',
    'exn xn cm in 0 -0.5',
    `x1 ${ports.join(' ')} outp outn vdd 0 ${model.name} w0=${weight}`,
    `.options temp=${celsius} gmin=1e-15 abstol=1e-16 vntol=1e-9 reltol=1e-5`,
  ].join('\n');
}

/** Of the macro at its largest weights. */
export async function macroFigures(neuron: AnalogNeuron, model: Behaviour, ngspice: Tool): Promise<ExecutionFigures> {
  const circuit = macroCircuit(neuron, model);
  const sweep = { kind: 'ac', pointsPerDecade: 200, from: 100, to: 1e12 } as const;
  const spectrum = {
    kind: 'noise',
    output: 'v(outp,outn)',
    source: 'vin',
    pointsPerDecade: 100,
    from: 1,
    to: 1e14,
  } as const;
  const [op, ac, noise] = await runAll(ngspice, circuit, [
    { analysis: { kind: 'op' }, vectors: ['i(vdd)'] },
    { analysis: sweep, vectors: ['v(outp)', 'v(outn)'] },
    { analysis: spectrum },
  ]);
  const { gain, bandwidth = null } = cornerFrequency(ac);
  const frequency = wave(noise, 'frequency');
  const density = wave(noise, 'onoise_spectrum');
  // Where flicker is far below the white noise and the pole still far away.
  const index = bandwidth === null ? -1 : frequency.findIndex((value) => value >= bandwidth / 1000);
  const [low, atLow] = [frequency[0] ?? Number.NaN, (density[0] ?? Number.NaN) ** 2];
  const [high, atHigh] = [frequency[index] ?? Number.NaN, (density[index] ?? Number.NaN) ** 2];
  return {
    power: -model.supply * scalar(op, 'i(vdd)'),
    gain,
    bandwidth,
    noiseDensity: bandwidth === null ? null : (high * atHigh - low * atLow) / (high - low),
    noiseTotal: scalar(noise, 'onoise_total') ** 2,
  };
}
