/** Errors of networks on the terminal: a table each, the float network, and the noise that is stood. */

import { type EvaluationFigures, evaluationFigures, sigmaText, standsText } from '../../compare/index.ts';
import { percent, quantity } from '../../measurement/index.ts';
import { type EvaluateResult, roundingCost, sigmaPerVolt, variantName } from '../../nn/index.ts';
import { signedPoints, suspicion } from '../../report/index.ts';
import { textTable } from '../session/table.ts';

/** Tables of errors, one a network. */
export function errorTables(results: readonly EvaluateResult[]): string {
  const figures = evaluationFigures(results);
  return [...new Set(results.map(({ job }) => job.network))]
    .flatMap((network) => [
      errorTable(
        network,
        results.filter(({ job }) => job.network === network),
      ),
      ...toleranceLines(figures.filter((entry) => entry.network === network)),
    ])
    .join('\n');
}

/** Lines on the noise that costs a point. */
const toleranceLines = (own: readonly EvaluationFigures[]): readonly string[] =>
  own.map((entry) => `${entry.network}, ${entry.label}: ${standsText(entry)}`);

/** The first result of each variant. */
const variants = (results: readonly EvaluateResult[]): readonly EvaluateResult[] => {
  const names = results.map(({ job }) => `${job.network} ${variantName(job)}`);
  return results.filter((_, k) => names.indexOf(names[k] ?? '') === k);
};

/** Lines on widths whose rounding costs more than it should. */
export function suspicions(results: readonly EvaluateResult[]): readonly string[] {
  return variants(results).flatMap((result) =>
    roundingCost(result).suspicious ? [`${result.job.network}: suspicious: ${suspicion(variantName(result.job))}`] : [],
  );
}

/** Error by noise power and width, with the half width of the interval; that in floating point, and what rounding adds. */
function errorTable(network: string, results: readonly EvaluateResult[]): string {
  const columns = [...new Set(results.map(({ job }) => variantName(job)))];
  const noise = ({ job }: EvaluateResult): string => job.neuron?.neuron ?? quantity(job.noisePower, 'V^2');
  const sigmas = (power: string): string => {
    const own = results.filter((result) => noise(result) === power && !result.job.neuron && result.job.noisePower > 0);
    const [text = '-', ...others] = new Set(own.map(({ job }) => sigmaText(job.noisePower, sigmaPerVolt(job))));
    return others.length > 0 ? '-' : text;
  };
  const rows = textTable([network, 'σ', ...columns]);
  for (const power of new Set(results.map(noise)))
    rows.push([
      power,
      sigmas(power),
      ...columns.map((column) => {
        const found = results.find((result) => noise(result) === power && variantName(result.job) === column);
        if (!found) return '-';
        const half = found.interval ? ` ± ${percent((found.interval.high - found.interval.low) / 2)}` : '';
        return `${percent(found.error)}${half}`;
      }),
    ]);
  const first = variants(results);
  rows.push(['in floating point', '', ...first.map(({ floatError }) => percent(floatError))]);
  rows.push(['rounding itself', '', ...first.map((result) => signedPoints(roundingCost(result).cost))]);
  return rows.toString();
}
