/** Chart of classification error against noise power. */

import type { EvaluationFigures } from '../../compare/index.ts';
import { errorLayers, errorRows, powerDomain, variantsOf } from './error-panel.ts';
import type { Figure } from './figure.ts';
import { chart } from './theme.ts';

/** Figure of one network's error; undefined without a noisy point. */
export function errorChart(network: string, evaluations: readonly EvaluationFigures[]): Figure | undefined {
  const own = evaluations.filter((evaluation) => evaluation.network === network);
  const domain = powerDomain(own);
  if (domain === undefined) return undefined;
  const variants = variantsOf(own);
  return {
    name: `error-${network}`,
    description: `Classification error of ${network} against noise power for ${variants.labels.join(', ')}`,
    ...errorRows(own),
    spec: chart(
      `Error of ${network} against noise`,
      ['Bands: 95 % t interval over the draws. Dotted: without noise.', '10⁻⁶ V² is 1 mV rms.'],
      { layer: errorLayers(own, variants, domain) },
    ),
  };
}
