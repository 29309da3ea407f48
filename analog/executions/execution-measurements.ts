/** Measurements of the four executions of a neuron and of its noise by source. */

import { EXECUTION_KEYS, type Measurement, measured, NOISE_KEYS } from '../../measurement/index.ts';
import { CARD } from '../device/card.ts';
import { NOISE_SOURCES, type SourceNoise } from '../neuron/figures.ts';
import { deviation, type Execution, type FourWays } from './four-ways.ts';

const QUANTITIES = ['power', 'bandwidth', 'gain', 'noiseTotal'] as const;

/**
 * Measurements of a neuron's executions. They are NAME.verilogA.QUANTITY, NAME.macro.QUANTITY, and
 * NAME.EXECUTION.transferDeviation against the closed form.
 */
export function executionMeasurements(entry: FourWays): readonly Measurement[] {
  const { neuron, executions, weights, inputs } = entry;
  const base = executions.find(({ name }) => name === 'closed form');
  if (!base) return [];
  return executions.flatMap((execution) => {
    const described = descriptionOf(execution, neuron);
    if (described === null) return [];
    const { name, origin, source } = described;
    const figures = QUANTITIES.flatMap((quantity) =>
      name === 'transistors'
        ? []
        : [
            measured(
              EXECUTION_KEYS[quantity],
              { neuron, behaviour: name },
              execution.figures[quantity],
              origin,
              source,
            ),
          ],
    );
    const transfer = measured(
      EXECUTION_KEYS.transferDeviation,
      { neuron, execution: name },
      deviation(base, execution).transfer,
      origin,
      `${source}; worst of ${weights.length} weights and ${inputs.length} inputs against the closed form, over its largest output`,
    );
    return [...figures, transfer];
  });
}

/**
 * Measurements of integrated noise at the output, by the transistors. They are NAME.noise.SOURCE and
 * NAME.noise.flicker.
 */
export function noiseMeasurements(neuron: string, bySource: readonly SourceNoise[] | null): readonly Measurement[] {
  if (!bySource) return [];
  const source = `${CARD.simulator} (${CARD.package}), ${CARD.name}, noise of each transistor at the output, integrated from 1 Hz`;
  const listed = NOISE_SOURCES.flatMap((name) => bySource.filter((entry) => entry.source === name));
  return [
    ...listed.map((entry) =>
      measured(
        NOISE_KEYS.white,
        { neuron, noiseSource: entry.source },
        entry.white,
        'simulated',
        `${source}; thermal and shot noise`,
      ),
    ),
    measured(
      NOISE_KEYS.flicker,
      { neuron },
      listed.reduce((sum, entry) => sum + entry.flicker, 0),
      'simulated',
      `${source}; flicker of all transistors by the card's uncalibrated defaults`,
    ),
  ];
}

/** Name of an execution in keys, with the origin of its figures. Null for the closed form, the yardstick. */
function descriptionOf(
  { name }: Execution,
  neuron: string,
): {
  readonly name: 'verilogA' | 'macro' | 'transistors';
  readonly origin: 'simulated' | 'modelled';
  readonly source: string;
} | null {
  switch (name) {
    case 'closed form':
      return null;
    case 'Verilog-A':
      return {
        name: 'verilogA',
        origin: 'modelled',
        source: `analog/${neuron}.va, its parsed tree evaluated with exact derivatives`,
      };
    case 'macro':
      return {
        name: 'macro',
        origin: 'simulated',
        source: `${CARD.simulator} (${CARD.package}), analog/${neuron}_macro.cir`,
      };
    case 'transistors':
      return {
        name: 'transistors',
        origin: 'simulated',
        source: `${CARD.simulator} (${CARD.package}), ${CARD.name}, transistors of analog/${neuron}.cir`,
      };
  }
}
