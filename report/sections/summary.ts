/** Opening of the report: subjects and results. */

import { type PairCurve, standsText } from '../../compare/index.ts';
import { analogNeurons } from '../../gen/index.ts';
import {
  EFFECTIVE_BIT_KEYS,
  ERROR_KEYS,
  findMeasurement,
  OPERATING_POINT_KEYS,
  PAIR_KEYS,
  percent,
  plain,
  quantity,
} from '../../measurement/index.ts';
import type { ReportData } from './section.ts';
import { shownPoint } from './shown-noise.ts';
import { reportTitle } from './title.ts';

/** Title and the results in a few lines. */
export function summarySection(data: ReportData): readonly string[] {
  const { input } = data;
  const lines = [
    ...data.curves.flatMap((curve) => pairLine(curve, data)),
    ...(data.curves.length === 0 ? neuronLines(data) : []),
    ...errorLines(data),
    ...claimLine(data),
  ];
  return [
    `# ${reportTitle(data)}`,
    `Made by somagen ${input.version}. Each number, or its column, carries a mark that says where it comes from; the marks ` +
      'are explained under [Sources](#sources).',
    ...leftOut(data),
    ...(lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join('\n')]),
  ];
}

/** Parts of the spec that this run did not measure. */
function leftOut({ input: { spec, digital, analog, evaluations }, curves }: ReportData): readonly string[] {
  const compared = curves.length > 0 || !spec.compare?.pairs.length;
  const has = (kind: 'digital' | 'analog'): boolean => spec.neurons?.some((neuron) => neuron.kind === kind) === true;
  const parts = [
    ...(has('digital') && digital.length === 0 ? ['the digital neurons (`somagen synth`)'] : []),
    ...(has('analog') && analog.length === 0 ? ['the mixed-signal neurons (`somagen analog`)'] : []),
    ...(spec.evaluate !== undefined && evaluations.length === 0 ? ['the networks (`somagen evaluate`)'] : []),
  ];
  if (parts.length === 0 && compared) return [];
  const unmeasured = parts.length === 0 ? '' : `Of the spec, this run did not measure: ${parts.join(', ')}. `;
  return [`${unmeasured}${compared ? '' : 'No pair is compared: that takes both of its neurons.'}`.trim()];
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

/** Lines on the mixed-signal neurons, where no pair speaks of them. */
function neuronLines({ input: { spec, measurements }, citations }: ReportData): readonly string[] {
  return analogNeurons(spec).flatMap(({ name, unitCurrent, bits }) => {
    const shown = (['power', 'bandwidth', 'noiseTotal'] as const).flatMap((figure) => {
      const key = OPERATING_POINT_KEYS[figure];
      const found = findMeasurement(measurements, key, { neuron: name });
      return found === undefined || found.value === null
        ? []
        : [`${quantity(found.value, key.unit)} ${citations.mark(found)}`];
    });
    if (shown.length < 3) return [];
    const [power, bandwidth, noise] = shown;
    const together = findMeasurement(measurements, EFFECTIVE_BIT_KEYS.bits, { neuron: name, error: 'together' });
    const resolved =
      together === undefined || together.value === null
        ? ''
        : `, **${together.value.toFixed(1)} effective bits** ${citations.mark(together)} of the ${bits} of its weights`;
    return [
      `**${name}** at ${quantity(unitCurrent, 'A')} a unit: ${power}, ${bandwidth}, ${noise} of noise at the output${resolved}.`,
    ];
  });
}

/** Lines on errors without noise and with it. */
function errorLines({ input, citations }: ReportData): readonly string[] {
  return input.evaluations.flatMap((entry) => {
    const { network, bits, label, qualifiers, points } = entry;
    const clean = points.find((point) => point.noisePower === 0);
    const noisy = shownPoint(entry);
    if (clean === undefined || noisy === undefined) return [];
    const mark = citations.cite(ERROR_KEYS.error, { network, bits, noise: noisy.noisePower, ...qualifiers });
    return [
      `**${network}, ${label}**: ${percent(clean.mean)} of the test images are misclassified without noise, ` +
        `**${percent(noisy.mean)}** ${mark} at ${quantity(noisy.noisePower, 'V^2')}; it ${standsText(entry)}.`,
    ];
  });
}

function claimLine({ claims }: ReportData): readonly string[] {
  if (claims.length === 0) return [];
  const count = (...kinds: readonly string[]) => claims.filter(({ verdict }) => kinds.includes(verdict)).length;
  return [
    `**Claims of the paper**: of ${claims.length}, ${count('agrees')} agree, ${count('partly')} agree as far as measured, ` +
      `${count('differs')} differ, ${count('assumed')} taken over, ${count('not measured')} not measured here ` +
      '([table](#claims-of-the-paper)).',
  ];
}
