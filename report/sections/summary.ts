/** Opening of the report: subjects and results. */

import { type PairCurve, paperClaim } from '../../compare/index.ts';
import { ERROR_KEYS, PAIR_KEYS, percent, plain, quantity } from '../../measurement/index.ts';
import type { ReportData } from './section.ts';

/** Title and the results in a few lines. */
export function summarySection(data: ReportData): readonly string[] {
  const { input } = data;
  const lines = [...data.curves.flatMap((curve) => pairLine(curve, data)), ...errorLines(data), claimLine(data)];
  return [
    `# ${input.spec.name}: ${input.spec.compare ? 'digital and mixed-signal neurons compared' : 'classification error against noise'}`,
    `Made by somagen ${input.version}. Each number, or its column, carries a mark that says where it comes from; the marks ` +
      'are explained under [Sources](#sources).',
    lines.map((line) => `- ${line}`).join('\n'),
  ];
}

function pairLine({ digital, analog, points }: PairCurve, { citations }: ReportData): readonly string[] {
  const both = points.flatMap((point) =>
    point.digital === null || point.analog === null
      ? []
      : [{ frequency: point.frequency, ratio: point.digital / point.analog }],
  );
  const first = both[0];
  const last = both.at(-1);
  if (first === undefined || last === undefined) return [];
  const shown = ({ frequency, ratio }: typeof first) =>
    `**${plain(ratio)} times** ${citations.cite(PAIR_KEYS.powerRatio, { digital: digital.name, analog: analog.name, frequency })} at ${quantity(frequency, 'Hz')}`;
  return [
    `**${digital.name} and ${analog.name}**: the digital neuron takes ${shown(first)} and ${shown(last)} the power of the ` +
      'analog one.',
  ];
}

/** Lines on errors without noise and at the paper's noise power. Where that was not evaluated, at the largest. */
function errorLines({ input, citations }: ReportData): readonly string[] {
  const stated = paperClaim('noise-power').value;
  return input.evaluations.flatMap(({ network, bits, label, qualifiers, points }) => {
    const clean = points.find((point) => point.noisePower === 0);
    const noisy = points.find((point) => point.noisePower === stated) ?? points.at(-1);
    if (clean === undefined || noisy === undefined || noisy === clean) return [];
    const mark = citations.cite(ERROR_KEYS.error, { network, bits, noise: noisy.noisePower, ...qualifiers });
    return [
      `**${network}, ${label}**: ${percent(clean.mean)} of the test images are misclassified without noise, ` +
        `**${percent(noisy.mean)}** ${mark} at ${quantity(noisy.noisePower, 'V^2')}.`,
    ];
  });
}

function claimLine({ claims }: ReportData): string {
  const count = (...kinds: readonly string[]) => claims.filter(({ verdict }) => kinds.includes(verdict)).length;
  return (
    `**Claims of the paper**: of ${claims.length}, ${count('agrees')} agree, ${count('partly')} agree as far as measured, ` +
    `${count('differs')} differ, ${count('assumed')} taken over, ${count('not measured')} not measured here ` +
    '([table](#claims-of-the-paper)).'
  );
}
