/** Analysis of the SPICE macro in ngspice. Its figures are the same as those of the transistors. */

import { nth, ZERO_CELSIUS } from '../../numeric/index.ts';
import type { Tool } from '../../tools/tool.ts';
import { cornerFrequency } from '../analysis/analyse.ts';
import type { Behaviour } from '../behaviour/behaviour.ts';
import { macroStatements } from '../behaviour/macro.ts';
import { balanced, SMALL_SIGNAL } from '../deck/surroundings.ts';
import { TOLERANCES } from '../device/card.ts';
import type { ExecutionFigures } from '../neuron/figures.ts';
import type { Circuit } from '../spice/circuit.ts';
import { OUTPUTS } from '../spice/differential.ts';
import { source } from '../spice/elements.ts';
import { runAll } from '../spice/run.ts';
import { scalar, wave } from '../spice/spice.ts';

/** Macro between ideal sources, named as in the transistors' circuit. The other synapses rest at the common mode. */
export function macroCircuit(model: Behaviour, weight: number = model.units): Circuit {
  const { name, supply, commonMode, synapses, temperature } = model;
  const inputs = Array.from({ length: synapses }, (_, k) => (k === 0 ? ['xp', 'xn'] : ['cm', 'cm']));
  return [
    ...macroStatements(model),
    source('vdd', 'vdd', '0', supply),
    source('vcm', 'cm', '0', commonMode),
    SMALL_SIGNAL,
    ...balanced('xp', 'xn'),
    {
      kind: 'call',
      name: 'x1',
      nodes: [[...inputs.flat(), 'outp', 'outn', 'vdd', '0']],
      of: name,
      parameters: { w0: weight },
    },
    { kind: 'options', values: { temp: Math.round((temperature - ZERO_CELSIUS) * 1e6) / 1e6, ...TOLERANCES } },
  ];
}

/** Figures of the macro at its largest weights. */
export async function macroFigures(model: Behaviour, ngspice: Tool): Promise<ExecutionFigures> {
  const circuit = macroCircuit(model);
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
    { analysis: sweep, vectors: OUTPUTS },
    { analysis: spectrum },
  ]);
  const { gain, bandwidth = null } = cornerFrequency(ac);
  const frequency = wave(noise, 'frequency');
  const density = wave(noise, 'onoise_spectrum');
  const white = (pole: number): number => {
    // Where flicker is far below the white noise and the pole still far away.
    const index = frequency.findIndex((value) => value >= pole / 1000);
    const [low, atLow] = [nth(frequency, 0), nth(density, 0) ** 2];
    const [high, atHigh] = [nth(frequency, index), nth(density, index) ** 2];
    return (high * atHigh - low * atLow) / (high - low);
  };
  return {
    power: -model.supply * scalar(op, 'i(vdd)'),
    gain,
    bandwidth,
    noiseDensity: bandwidth === null ? null : white(bandwidth),
    noiseTotal: scalar(noise, 'onoise_total') ** 2,
  };
}
