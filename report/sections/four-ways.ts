/** Study of the four executions of each mixed-signal neuron. */

import { deviation, EXECUTIONS, type FourWays, reasonsText } from '../../analog/index.ts';
import { percent, quantity, deviation as relative } from '../../measurement/index.ts';
import { transferChart } from '../charts/transfer.ts';
import { type Block, figure, literal, table } from '../page/markdown.ts';
import type { Study } from '../study/study.ts';

const MISSING = '–';
const FIGURES = [
  ['power', 'power', 'W'],
  ['gain', 'gain', '1'],
  ['bandwidth', 'bandwidth', 'Hz'],
  ['noiseDensity', 'white noise, V²/Hz', 'V^2/Hz'],
  ['noiseTotal', 'noise', 'V^2'],
] as const;

/** Study with a table and a figure a neuron; nothing where none was executed four ways. */
export function fourWaysStudy(entries: readonly FourWays[]): Study {
  return {
    blocks: () => (entries.length === 0 ? [] : blocks(entries)),
    figures: entries.map((entry) => () => transferChart(entry)),
  };
}

function blocks(entries: readonly FourWays[]): readonly Block[] {
  return [
    '## One neuron, executed four ways',
    'The closed form as this program computes it; the Verilog-A as another reader of the emitted file evaluates it (its tree by ' +
      'admsXml where that is installed, else by the parser of the lint: operating point, derivatives, noise terms); the macro ' +
      'in ngspice; the transistors in ngspice. In brackets: how far from the closed form, of the transfer how far at worst, as a ' +
      'part of its largest value, over 21 inputs from −50 to 50 mV at the weights named.',
    ...entries.flatMap(neuronTable),
  ];
}

function neuronTable(entry: FourWays): readonly Block[] {
  const { neuron, executions, flags, weights, inputs } = entry;
  const heading = `### ${neuron}`;
  const [base] = executions;
  if (flags.length > 0 || !base)
    return [heading, `Only the transistors were run: the closed form does not hold (${literal(reasonsText(flags))}).`];
  const shown = EXECUTIONS.filter((name) => executions.some((execution) => execution.name === name));
  const at = (name: string) => executions.find((execution) => execution.name === name) ?? base;
  const rows = FIGURES.map(([key, label, unit]) => [
    label,
    ...shown.map((name) => {
      const [value, reference] = [at(name).figures[key], base.figures[key]];
      if (value === null) return MISSING;
      const beside = name === base.name || reference === null ? '' : ` (${relative(value, reference)})`;
      return `${quantity(value, unit)}${beside}`;
    }),
  ]);
  const transfer = [
    'transfer, worst',
    ...shown.map((name) => (name === base.name ? 'reference' : percent(deviation(base, at(name)).transfer))),
  ];
  const name = `transfer-${neuron}`;
  return [
    heading,
    table(['', ...shown.map((execution) => `${execution}>`)], [...rows, transfer]),
    `Weights: ${weights.join(', ')}; ${inputs.length} inputs each.`,
    figure(name, `Transfer of ${neuron}`, 'Points: transistors in ngspice. Lines: closed form. One line a weight.'),
  ];
}
