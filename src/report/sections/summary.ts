/** The opening: what was compared and what came out. */

import { percent, plain, quantity } from '../format.ts';
import type { PairCurve } from '../power.ts';
import type { ReportData } from './section.ts';

/** Title and the results in a few lines. */
export function summarySection(data: ReportData): readonly string[] {
  const { input } = data;
  const lines = [...data.curves.flatMap(pairLine), ...errorLines(data), claimLine(data)];
  return [
    `# ${input.spec.name}: digital and mixed-signal neurons compared`,
    `Made by somagen ${input.version}. Each number carries a mark that says where it comes from; the marks are explained ` +
      'under [Sources](#sources).',
    lines.map((line) => `- ${line}`).join('\n'),
  ];
}

function pairLine({ digital, analog, points }: PairCurve): readonly string[] {
  const both = points.flatMap((point) =>
    point.digital === null || point.analog === null
      ? []
      : [{ frequency: point.frequency, ratio: point.digital / point.analog }],
  );
  const first = both[0];
  const last = both.at(-1);
  if (first === undefined || last === undefined) return [];
  return [
    `**${digital.name} and ${analog.name}**: the digital neuron takes **${plain(first.ratio)} times** the power of the ` +
      `analog one at ${quantity(first.frequency, 'Hz')} and **${plain(last.ratio)} times** at ${quantity(last.frequency, 'Hz')}.`,
  ];
}

function errorLines({ input }: ReportData): readonly string[] {
  return input.evaluations.flatMap(({ network, bits, points }) => {
    const clean = points.find((point) => point.noisePower === 0);
    const worst = points.at(-1);
    if (clean === undefined || worst === undefined || worst === clean) return [];
    return [
      `**${network}, ${bits} bit**: ${percent(clean.mean)} of the test images are misclassified without noise, ` +
        `${percent(worst.mean)} at ${quantity(worst.noisePower, 'V^2')}.`,
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
