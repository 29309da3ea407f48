/** Chart of a sequence in time: inputs, weights, and output beside the exact sum. */

import type { Sequence } from '../../analog/index.ts';
import { nth } from '../../numeric/index.ts';
import type { Figure } from './figure.ts';
import { chart, colourScale, GUIDE, LEGEND, stacked } from './theme.ts';

const MILLI = 1e3;
/** Heights of the three panels, px. */
const HEIGHTS = { inputs: 110, weights: 110, output: 220 } as const;
const WIDTH = 620;

/** Figure of the waveforms of `neuron`. */
export function waveformChart(neuron: string, sequence: Sequence): Figure {
  const { operations, time, output, switches, synapses } = sequence;
  const { to: end } = nth(operations, operations.length - 1);
  const [unit, scale] = timeUnit(end);
  const ends = [0, end * scale];
  const driven = nth(operations, 0).weights.map((_, k) => `synapse ${k}`);
  const steps = operations.flatMap(({ from, to, weights, inputs }) =>
    weights.flatMap((weight, k) =>
      [from, to].map((at) => ({
        at: at * scale,
        synapse: nth(driven, k),
        weight,
        input: MILLI * nth(inputs, k),
      })),
    ),
  );
  const wave = time.map((at, k) => ({ at: at * scale, value: MILLI * nth(output, k), what: LINES[0] }));
  const exact = operations.flatMap(({ from, to, ideal }) =>
    [from, to].map((at) => ({ at: at * scale, value: MILLI * ideal, what: LINES[1] })),
  );
  const x = (title: string | null): object => ({
    field: 'at',
    type: 'quantitative',
    scale: { domain: ends, nice: false },
    axis: { title, labels: title !== null },
  });
  const y = (field: string, title: string): object => ({ field, type: 'quantitative', axis: { title, tickCount: 4 } });
  const bySynapse = {
    field: 'synapse',
    type: 'nominal',
    sort: driven,
    scale: colourScale(driven, 1),
  };
  const byLine = {
    field: 'what',
    type: 'nominal',
    sort: LINES,
    scale: { domain: LINES, range: ['#0072B2', GUIDE] },
    legend: LEGEND,
  };
  const panel = (field: string, title: string, height: number, legend: object | null): object => ({
    width: WIDTH,
    height,
    data: { values: steps },
    mark: { type: 'line', strokeWidth: 2 },
    encoding: { x: x(null), y: y(field, title), color: { ...bySynapse, legend } },
  });
  const result = {
    width: WIDTH,
    height: HEIGHTS.output,
    layer: [
      {
        data: { values: wave },
        mark: { type: 'line', strokeWidth: 2.5 },
        encoding: { x: x(`time, ${unit}`), y: y('value', 'output, mV'), color: byLine },
      },
      {
        data: { values: exact },
        mark: { type: 'line', strokeWidth: 1.5, strokeDash: [5, 4] },
        encoding: { x: x(`time, ${unit}`), y: y('value', 'output, mV'), color: byLine },
      },
    ],
  };
  const spec = chart(
    `${neuron}: multiply-accumulates in time`,
    [
      `${synapses} synapses, ${switches === 'transistors' ? 'switches of transistors' : 'ideal switches'}; weights and inputs change together.`,
    ],
    {
      vconcat: [
        panel('input', 'inputs, mV', HEIGHTS.inputs, LEGEND),
        panel('weight', 'weights', HEIGHTS.weights, null),
        result,
      ],
      resolve: { scale: { color: 'independent' } },
      spacing: 14,
    },
  );
  return {
    name: `waveform-${neuron}`,
    description: `Inputs, weights and output of ${neuron} in time, with the exact sum beside the output`,
    columns: ['time_s', 'output_V'],
    rows: time.map((at, k) => [at, nth(output, k)]),
    spec: stacked(spec),
  };
}

const LINES = ['transistors', 'exact sum of weight × input'];

/** Unit and factor for times up to `longest` s. */
function timeUnit(longest: number): readonly [string, number] {
  if (longest >= 2e-3) return ['ms', 1e3];
  if (longest >= 2e-6) return ['µs', 1e6];
  return longest >= 2e-9 ? ['ns', 1e9] : ['ps', 1e12];
}
