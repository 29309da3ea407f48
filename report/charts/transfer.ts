/** Chart of a mixed-signal neuron's DC transfer at several weights. */

import type { FourWays } from '../../analog/index.ts';
import { nth } from '../../numeric/index.ts';
import type { Figure } from './figure.ts';
import { chart, LEGEND } from './theme.ts';

/** Largest number of weights that are drawn; the file has all. */
const DRAWN = 8;

/** Figure of the transistors as points, the closed form as lines. Undefined where only the transistors were run. */
export function transferChart({ neuron, executions, weights, inputs }: FourWays): Figure | undefined {
  const closed = executions.find(({ name }) => name === 'closed form');
  const transistors = executions.find(({ name }) => name === 'transistors');
  if (!closed || !transistors) return undefined;
  const rows = weights.flatMap((weight, w) =>
    inputs.map((input, k) => ({
      weight,
      input: 1e3 * input,
      closed: 1e3 * nth(nth(closed.transfer, w), k),
      simulated: 1e3 * nth(nth(transistors.transfer, w), k),
    })),
  );
  const step = Math.max(1, Math.ceil(weights.length / DRAWN));
  const drawn = weights.filter((_, w) => (weights.length - 1 - w) % step === 0);
  const values = rows.filter(({ weight }) => drawn.includes(weight));
  const x = { field: 'input', type: 'quantitative', axis: { title: 'differential input, mV' } };
  const color = {
    field: 'weight',
    type: 'ordinal',
    scale: { scheme: 'viridis' },
    legend: { ...LEGEND, title: 'weight' },
  };
  const y = (field: string): object => ({ field, type: 'quantitative', axis: { title: 'differential output, mV' } });
  return {
    name: `transfer-${neuron}`,
    description: `Differential output of ${neuron} against its input at several weights, by transistors and by the closed form`,
    columns: ['weight', 'input_V', 'closed_form_V', 'transistors_V'],
    rows: rows.map(({ weight, input, closed: form, simulated }) => [weight, input / 1e3, form / 1e3, simulated / 1e3]),
    spec: chart(`Transfer of ${neuron}`, ['Points: transistors in ngspice. Lines: closed form.'], {
      data: { values },
      layer: [
        { mark: { type: 'line' }, encoding: { x, y: y('closed'), color } },
        { mark: { type: 'point', filled: true, size: 35, opacity: 1 }, encoding: { x, y: y('simulated'), color } },
      ],
    }),
  };
}
