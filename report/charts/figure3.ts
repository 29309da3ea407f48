/** Chart of every network's error against noise power, as in figure 3 of the paper. */

import type { EvaluationFigures } from '../../compare/index.ts';
import { errorLayers, errorRows, powerDomain, variantsOf } from './error-panel.ts';
import type { Figure } from './figure.ts';
import { chart, stacked } from './theme.ts';

/** Width and height of a panel, px. */
const PANEL = { width: 350, height: 300 };

/**
 * Figure of a panel a network, (a), (b), (c) in their order. Undefined for one network alone, or without a noisy point.
 */
export function figure3(evaluations: readonly EvaluationFigures[]): Figure | undefined {
  const networks = [...new Set(evaluations.map(({ network }) => network))];
  const domain = powerDomain(evaluations);
  if (domain === undefined || networks.length < 2) return undefined;
  const variants = variantsOf(evaluations);
  const panels = networks.map((network, k) => ({
    ...PANEL,
    title: { text: `(${String.fromCharCode(97 + k)}) ${network}`, fontSize: 15, offset: 8 },
    layer: errorLayers(
      evaluations.filter((evaluation) => evaluation.network === network),
      variants,
      domain,
    ),
  }));
  const aware = evaluations.some((evaluation) => evaluation.aware) ? ' Dashed: trained with the rounding.' : '';
  return {
    name: 'figure3',
    description: `Classification error of ${networks.join(', ')} against noise power for ${variants.labels.join(', ')}`,
    ...errorRows(evaluations),
    spec: stacked(
      chart(
        'Error against noise',
        [`Bands: 95 % t interval over the draws. Dotted: without noise.${aware} 10⁻⁶ V² is 1 mV rms.`],
        {
          hconcat: panels,
          spacing: 30,
          resolve: { scale: { color: 'shared', strokeDash: 'shared', y: 'independent' } },
        },
      ),
    ),
  };
}
