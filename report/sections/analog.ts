/** Section on the operating points of mixed-signal neurons, simulated beside the closed form. */

import { reasonsText } from '../../analog/index.ts';
import type { BiasCurve, BiasPoint } from '../../compare/index.ts';
import { analogNeurons } from '../../gen/index.ts';
import { deviation, OPERATING_POINT_KEYS, quantity } from '../../measurement/index.ts';
import { type Block, figure, literal, table } from '../page/markdown.ts';
import type { ReportData } from './section.ts';

const MISSING = '–';
const TAILS = { ideal: 'ideal sources', mirror: 'mirrored by transistors' } as const;

/** Tables of the operating points, one a neuron, and the charts. */
export function analogSection(data: ReportData): readonly Block[] {
  const { spec, analog } = data.input;
  if (analog.length === 0) return [];
  const tails = new Set(analogNeurons(spec).map((neuron) => TAILS[neuron.tails]));
  return [
    '## Mixed-signal neurons',
    `Differential pairs whose tail currents are ${[...tails].join(' or ')}, all on shared loads, at full ` +
      'weight. Noise is at the output, in V² (1e-6 V² is 1 mV rms): over the whole spectrum, and as the rectangle of white ' +
      'density times bandwidth. Per synapse: power over bandwidth and synapses. In brackets: how far the closed form ' +
      '`mod` is from the simulation, where it holds. The marks name the source at the unit current of the spec; other rows differ in it alone. Least: the smallest unit current that is of use, within 2 %.',
    ...analog.flatMap((neuron) => operatingPoints(neuron, data)),
    figure('bandwidth', 'Bandwidth against unit current', 'Bandwidth, simulated and by the closed form.'),
    figure('noise', 'Noise against unit current', 'Integrated output noise, simulated and by the closed form.'),
  ];
}

function operatingPoints({ name, synapses, points }: BiasCurve, { citations }: ReportData): readonly string[] {
  const mark = (key: keyof typeof OPERATING_POINT_KEYS): string =>
    citations.cite(OPERATING_POINT_KEYS[key], { neuron: name });
  const least = points.findIndex(({ flags }) => flags.length === 0);
  const floor = least > 0 ? points[least] : undefined;
  const flagged = points.flatMap(({ unitCurrent, flags }) =>
    flags.length === 0 ? [] : [`At ${quantity(unitCurrent, 'A')} not used: ${literal(reasonsText(flags))}.`],
  );
  return [
    `### ${name}`,
    table(
      [
        'unit current>',
        `power ${mark('power')}>`,
        `bandwidth ${mark('bandwidth')}>`,
        `gain ${mark('gain')}>`,
        `noise ${mark('noiseTotal')}>`,
        `rectangular ${mark('noiseRectangular')}>`,
        `per synapse ${mark('energyPerSynapse')}>`,
      ],
      points.map((point) => row(point, synapses, point === floor)),
    ),
    ...(flagged.length === 0 ? [] : [flagged.join(' ')]),
  ];
}

function row(point: BiasPoint, synapses: number, isFloor: boolean): readonly string[] {
  const { unitCurrent, power, bandwidth, gain, noiseTotal, noiseRectangular, closedForm, flags } = point;
  const value = (simulated: number | null, unit: string, modelled?: number | null) => {
    if (simulated === null) return MISSING;
    const beside = modelled === undefined || modelled === null ? '' : ` (${deviation(modelled, simulated)})`;
    return `${quantity(simulated, unit)}${beside}`;
  };
  return [
    `${quantity(unitCurrent, 'A')}${flags.length > 0 ? ' (not used)' : isFloor ? ' (least)' : ''}`,
    value(power, 'W', closedForm?.power),
    value(bandwidth, 'Hz', closedForm?.bandwidth),
    value(gain, '1', closedForm?.gain),
    value(noiseTotal, 'V^2', closedForm?.noiseTotal),
    value(noiseRectangular, 'V^2'),
    power === null || bandwidth === null ? MISSING : quantity(power / bandwidth / synapses, 'J'),
  ];
}
