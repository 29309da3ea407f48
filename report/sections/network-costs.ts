/** Study of energy, time and transistors of whole networks. */

import type { NetworkComparison } from '../../compare/index.ts';
import { COST_KEYS, findMeasurement, type Measurement, plain, quantity } from '../../measurement/index.ts';
import type { Citations } from '../page/citations.ts';
import { literal, table } from '../page/markdown.ts';
import type { Study } from '../study/study.ts';

/** Study with a table a network, a row a neuron. Nothing where no neuron of a pair was measured. */
export function networkCostStudy(comparison: NetworkComparison): Study {
  const { parallel, networks, costs } = comparison;
  const blocks = (citations: Citations): readonly string[] => {
    if (costs.length === 0) return [];
    return [
      '## Whole networks',
      `One inference on ${parallel === 1 ? 'one neuron, one operation after the other' : `${parallel} neurons at once`}: the digital neuron ` +
        "at its shortest clock, with its leakage for the time it takes; the mixed-signal neuron at the spec's unit current, one operation in one over its " +
        'bandwidth. A sum of more products than a neuron has synapses takes several operations; adding their results, converters and moving ' +
        'activations are left out. Reading the weights is not in the energy but beside it: as it is when every product reads its weight, and when each weight is ' +
        'read once an inference; a bit takes what a memory of their size takes at 45 nm (Horowitz, ISSCC 2014), or `evaluate.memory`. ' +
        '`evaluate.parallel` sets the number of neurons.',
      ...networks.flatMap((network) => networkBlock(network, comparison, citations)),
    ];
  };
  return { blocks, figures: [] };
}

function networkBlock(
  { name: network, products }: NetworkComparison['networks'][number],
  { costs, memory }: NetworkComparison,
  { cite, mark }: Citations,
): readonly string[] {
  const own = costs.filter((cost) => cost.network === network);
  const shown = (measurement: Measurement): string => {
    const { value, unit } = measurement;
    return `${value === null ? '–' : unit === '1' ? plain(value) : quantity(value, unit)} ${mark(measurement)}`;
  };
  const reading = (neuron: string, key: 'memoryEnergy' | 'memoryEnergyOnce'): string => {
    const found = findMeasurement(memory, COST_KEYS[key], { network, neuron });
    return found ? shown(found) : '–';
  };
  return [
    `### ${network}: ${plain(products)} products ${cite(COST_KEYS.products, { network })}`,
    table(
      ['neuron', 'operations>', 'energy>', 'time>', 'transistors>', 'weights read a product>', 'weights read once>'],
      own.map(({ neuron, operations, measurements: { energy, time, transistors } }) => [
        `\`${literal(neuron)}\``,
        plain(operations),
        shown(energy),
        shown(time),
        shown(transistors),
        reading(neuron, 'memoryEnergy'),
        reading(neuron, 'memoryEnergyOnce'),
      ]),
    ),
  ];
}
