/** Chart of the digital neurons' transistor counts beside the paper's. */

import { type DigitalFigures, PAPER_CLAIMS } from '../../compare/index.ts';
import { nth } from '../../numeric/index.ts';
import type { Figure } from './figure.ts';
import { chart, colourScale } from './theme.ts';

const COUNTS = ['multiplier, structural', 'neuron, structural', 'neuron, mapped'] as const;

/** Count in the paper for a multiplier of `bits` bits; undefined where it gives none. */
export function paperTransistors(bits: number): number | undefined {
  const claim = PAPER_CLAIMS.find(({ id }) => id === `transistors-${bits}bit`);
  return claim?.value ?? undefined;
}

/** Figure of bars a neuron; `paper`: its count a tick across them. Undefined without digital neurons. */
export function transistorChart(digital: readonly DigitalFigures[], paper: boolean): Figure | undefined {
  if (digital.length === 0) return undefined;
  const bars = digital.flatMap((neuron) => {
    const values = [neuron.multiplierTransistors, neuron.neuronTransistors, neuron.mappedTransistors];
    return COUNTS.flatMap((count, index) => {
      const transistors = nth(values, index);
      return transistors === null ? [] : [{ neuron: neuron.name, count, transistors }];
    });
  });
  const claims = digital.flatMap((neuron) => {
    const transistors = paper ? paperTransistors(neuron.bits) : undefined;
    return transistors === undefined ? [] : [{ neuron: neuron.name, count: COUNTS[0], transistors }];
  });
  const y = { field: 'neuron', type: 'nominal', sort: null, axis: { title: null, labelFontSize: 14, labelPadding: 8 } };
  const x = { field: 'transistors', type: 'quantitative', axis: { title: 'transistors', tickCount: 6, format: 'd' } };
  return {
    name: 'transistors',
    description: `Transistors of the bare multiplier and the neuron of each digital neuron${paper ? ', and the count of the paper' : ''}`,
    columns: ['neuron', 'count', 'transistors'],
    rows: [
      ...bars.map((bar) => [bar.neuron, bar.count, bar.transistors]),
      ...claims.map((claim) => [claim.neuron, 'paper', claim.transistors]),
    ],
    spec: chart(
      'Transistors of the digital neurons',
      claims.length > 0 ? ["Black line: the paper's count for the bare multiplier."] : [],
      {
        height: 60 + 80 * digital.length,
        layer: [
          {
            data: { values: bars },
            mark: { type: 'bar' },
            encoding: {
              x,
              y,
              yOffset: { field: 'count', type: 'nominal', scale: { domain: COUNTS, paddingInner: 0.15 } },
              color: {
                field: 'count',
                type: 'nominal',
                scale: colourScale(COUNTS),
                legend: {
                  orient: 'top',
                  direction: 'horizontal',
                  title: null,
                  columnPadding: 24,
                  symbolType: 'square',
                  symbolStrokeWidth: 0,
                },
              },
            },
          },
          {
            data: { values: bars },
            mark: { type: 'text', align: 'left', dx: 4, fontSize: 12 },
            encoding: {
              x,
              y,
              yOffset: { field: 'count', type: 'nominal', scale: { domain: COUNTS } },
              text: { field: 'transistors', type: 'quantitative' },
            },
          },
          {
            data: { values: claims },
            mark: { type: 'tick', color: '#000000', thickness: 3, bandSize: 34 },
            encoding: { x, y, yOffset: { field: 'count', type: 'nominal', scale: { domain: COUNTS } } },
          },
        ],
      },
    ),
  };
}
