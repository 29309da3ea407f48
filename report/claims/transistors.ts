/** Findings on transistor counts. */

import { type MultiplierVariant, statedNumber } from '../../compare/index.ts';
import { DIGITAL_KEYS, deviation, findMeasurement } from '../../measurement/index.ts';
import { digitalOf, type Evidence, type Finding, notMeasured } from './finding.ts';

/** Finding on the bare multiplier of the spec's first digital neuron of `bits` bits. */
export function transistorFinding(evidence: Evidence, bits: 3 | 8): Finding {
  const neuron = digitalOf(evidence, bits);
  if (neuron === undefined) return notMeasured(`the spec holds no ${bits}-bit digital neuron`);
  const measurement = findMeasurement(evidence.input.measurements, DIGITAL_KEYS.multiplierTransistors, {
    neuron: neuron.name,
  });
  if (measurement === undefined || measurement.value === null)
    return notMeasured(`the digital neurons were not synthesized in this run`);
  const variants = evidence.input.digital.find((figures) => figures.name === neuron.name)?.variants ?? [];
  const stated = statedNumber(`transistors-${bits}bit`);
  return {
    value: measurement.value,
    origin: measurement.origin,
    source: `${measurement.key} (${measurement.source})`,
    explanation: [
      `Counted in the bare \`${neuron.multiplier}\` multiplier of \`${neuron.name}\`, without accumulator or registers.`,
      ...compareVariants(variants, stated, bits),
    ],
    judged: 'compared',
  };
}

/** Sentences on the stated count beside those of all reductions. */
function compareVariants(variants: readonly MultiplierVariant[], stated: number, bits: number): readonly string[] {
  if (variants.length < 2) return [];
  const sorted = variants.toSorted((a, b) => a.transistors - b.transistors);
  const least = sorted.at(0);
  const most = sorted.at(-1);
  if (least === undefined || most === undefined) return [];
  const named = (variant: MultiplierVariant) =>
    `${variant.name} (${variant.transistors}, ${deviation(variant.transistors, stated)})`;
  if (least.transistors === most.transistors)
    return [
      `At ${bits} bits every reduction built here (${sorted.map((variant) => variant.name).join(', ')}) has ` +
        `${least.transistors} transistors, so this count does not tell which one the paper used.`,
    ];
  const equal = sorted.filter((variant) => variant.transistors === stated);
  if (equal.length > 0)
    return [`Of the reductions built here ${equal.map((variant) => variant.name).join(', ')} has the paper's count.`];
  const below = sorted.filter((variant) => variant.transistors < stated).at(-1);
  const above = sorted.find((variant) => variant.transistors > stated);
  const where =
    below !== undefined && above !== undefined
      ? `it lies between ${named(below)} and ${named(above)}`
      : `it lies ${below === undefined ? 'below' : 'above'} them all, the nearest being ${named(below ?? above ?? least)}`;
  return [
    `None of the reductions built here gives the paper's ${stated}: ${where}.`,
    'The paper names neither the variant of the tree, nor its final adder, nor the transistors it counts for a cell; ' +
      'no cost here was chosen to fit.',
  ];
}
