/** What the four executions of a neuron found, as measurements, and what its noise comes from. */

import type { Measurement } from '../../measurement/index.ts';
import { CARD } from '../device/card.ts';
import { NOISE_SOURCES, type SourceNoise } from '../neuron/figures.ts';
import { deviation, type Execution, type FourWays } from './four-ways.ts';

const QUANTITIES = [
  ['power', 'power', 'W'],
  ['bandwidth', 'bandwidth', 'Hz'],
  ['gain', 'gain', '1'],
  ['noise.total', 'noiseTotal', 'V^2'],
] as const;

/** NAME.verilogA.QUANTITY and NAME.macro.QUANTITY, and NAME.EXECUTION.transferDeviation against the closed form. */
export function executionMeasurements(entry: FourWays): readonly Measurement[] {
  const { neuron, executions, weights, inputs } = entry;
  const base = executions.find(({ name }) => name === 'closed form');
  if (!base) return [];
  return executions.flatMap((execution) => {
    const { prefix, origin, source } = originOf(execution, neuron);
    const figures = QUANTITIES.map(([key, member, unit]) => ({
      key: `${neuron}.${prefix}.${key}`,
      value: execution.figures[member],
      ...{ unit, origin, source },
    }));
    const transfer = {
      key: `${neuron}.${prefix}.transferDeviation`,
      value: deviation(base, execution).transfer,
      ...{ unit: '1', origin },
      source: `${source}; worst of ${weights.length} weights and ${inputs.length} inputs against the closed form, over its largest output`,
    };
    const listed = execution.name === 'Verilog-A' || execution.name === 'macro';
    return [...(listed ? figures : []), ...(execution === base ? [] : [transfer])];
  });
}

/** NAME.noise.SOURCE and NAME.noise.flicker: integrated noise at the output of what the transistors simulated. */
export function noiseMeasurements(neuron: string, bySource: readonly SourceNoise[] | null): readonly Measurement[] {
  if (!bySource) return [];
  const source = `${CARD.simulator} (${CARD.package}), ${CARD.name}, noise of each transistor at the output, integrated from 1 Hz`;
  const value = (key: string, amount: number, note: string): Measurement => ({
    ...{ key: `${neuron}.noise.${key}`, value: amount, unit: 'V^2', origin: 'simulated' },
    source: `${source}; ${note}`,
  });
  const listed = NOISE_SOURCES.flatMap((name) => bySource.filter((entry) => entry.source === name));
  return [
    ...listed.map((entry) => value(entry.source, entry.white, 'thermal and shot noise')),
    value(
      'flicker',
      listed.reduce((sum, entry) => sum + entry.flicker, 0),
      "flicker of all transistors by the card's uncalibrated defaults",
    ),
  ];
}

function originOf(
  { name }: Execution,
  neuron: string,
): {
  readonly prefix: string;
  readonly origin: 'simulated' | 'modelled';
  readonly source: string;
} {
  switch (name) {
    case 'closed form':
      return { prefix: 'closedForm', origin: 'modelled', source: 'closed form' };
    case 'Verilog-A':
      return {
        prefix: 'verilogA',
        origin: 'modelled',
        source: `analog/${neuron}.va, its parsed tree evaluated with exact derivatives`,
      };
    case 'macro':
      return {
        prefix: 'macro',
        origin: 'simulated',
        source: `${CARD.simulator} (${CARD.package}), analog/${neuron}_macro.cir`,
      };
    case 'transistors':
      return {
        prefix: 'transistors',
        origin: 'simulated',
        source: `${CARD.simulator} (${CARD.package}), ${CARD.name}, transistors of analog/${neuron}.cir`,
      };
  }
}
