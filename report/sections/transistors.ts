/** Section on transistor counts and synthesis of the digital neurons. */

import { besidePaper, type DigitalFigures } from '../../compare/index.ts';
import { DIGITAL_KEYS, deviation, findMeasurement, plain, quantity } from '../../measurement/index.ts';
import { paperTransistors } from '../charts/transistors.ts';
import { type Block, figure, type Picture, table } from '../page/markdown.ts';
import type { ReportData } from './section.ts';

const MISSING = '–';

/** Tables of the counts, the chart and the dot diagrams. */
export function transistorSection(data: ReportData): readonly Block[] {
  const { spec, digital } = data.input;
  const paper = besidePaper(spec);
  if (digital.length === 0) return [];
  return [
    '## Digital neurons',
    'The structural count takes each AND gate, half adder and full adder as a cell of its own; the mapped count is that of ' +
      `the gates after logic synthesis, which takes the adders apart.${paper ? ' The paper counts one multiplier alone.' : ''}`,
    table(
      [
        'neuron',
        'full adders>',
        'half adders>',
        'multiplier>',
        ...(paper ? ['paper>', 'ours over paper>'] : []),
        'whole neuron>',
        'mapped>',
        'cells>',
      ],
      digital.map((neuron) => countRow(neuron, data)),
    ),
    figure(
      'transistors',
      'Transistors of each digital neuron',
      `Structural and mapped counts${paper ? " beside the paper's" : ''}.`,
    ),
    table(
      ['neuron', 'leakage>', 'energy per MAC>', 'delay>', 'highest frequency>'],
      digital.map(({ name, leakage, energy, delay }) => [
        `\`${name}\``,
        `${quantity(leakage, 'W')} ${data.citations.cite(DIGITAL_KEYS.leakage, { neuron: name })}`,
        `${quantity(energy, 'J')} ${data.citations.cite(DIGITAL_KEYS.energy, { neuron: name })}`,
        `${quantity(delay, 's')} ${data.citations.cite(DIGITAL_KEYS.delay, { neuron: name })}`,
        quantity(1 / delay, 'Hz'),
      ]),
    ),
    ...digital.flatMap((neuron) => [...variantTable(neuron, data), dotDiagram(neuron)]),
  ];
}

function countRow(neuron: DigitalFigures, { input, citations }: ReportData): readonly string[] {
  const { name } = neuron;
  const cell = (key: keyof typeof DIGITAL_KEYS, value: number | null) =>
    value === null ? MISSING : `${plain(value)} ${citations.cite(DIGITAL_KEYS[key], { neuron: name })}`;
  const counted = (key: 'multiplierFullAdders' | 'multiplierHalfAdders') => {
    const found = findMeasurement(input.measurements, DIGITAL_KEYS[key], { neuron: name });
    return cell(key, found?.value ?? null);
  };
  const stated = paperTransistors(neuron.bits);
  const beside = [
    stated === undefined ? MISSING : `${stated} ${citations.tag('paper')}`,
    stated === undefined ? MISSING : deviation(neuron.multiplierTransistors, stated),
  ];
  return [
    `\`${name}\``,
    counted('multiplierFullAdders'),
    counted('multiplierHalfAdders'),
    cell('multiplierTransistors', neuron.multiplierTransistors),
    ...(besidePaper(input.spec) ? beside : []),
    cell('transistors', neuron.neuronTransistors),
    cell('mappedTransistors', neuron.mappedTransistors),
    cell('cells', neuron.cells),
  ];
}

function variantTable(
  { name: neuron, bits, variants }: DigitalFigures,
  { input, citations }: ReportData,
): readonly string[] {
  if (variants === undefined || variants.length === 0) return [];
  const paper = besidePaper(input.spec);
  const stated = paperTransistors(bits);
  const mark = citations.cite(DIGITAL_KEYS.multiplierTransistors, { neuron });
  return [
    `### Reductions of ${neuron}`,
    table(
      [
        'reduction',
        `full adders ${mark}>`,
        `half adders ${mark}>`,
        `transistors ${mark}>`,
        ...(paper ? ['against the paper>'] : []),
      ],
      variants.map(({ name, fullAdders, halfAdders, transistors }) => [
        name,
        plain(fullAdders),
        plain(halfAdders),
        plain(transistors),
        ...(paper ? [stated === undefined ? MISSING : deviation(transistors, stated)] : []),
      ]),
    ),
  ];
}

function dotDiagram({ name }: DigitalFigures): Picture {
  return figure(
    `dots-${name}`,
    `Dot diagram of ${name}`,
    `How the partial products of \`${name}\` are reduced, stage by stage.`,
  );
}
