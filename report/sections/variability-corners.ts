/** Tables of mixed-signal neurons at the corners of supply, temperature and process. */

import { type Corner, reasonName, type Variability } from '../../analog/index.ts';
import type { AnalogNeuron } from '../../gen/index.ts';
import { CORNER_KEYS, plain, quantity } from '../../measurement/index.ts';
import { ZERO_CELSIUS } from '../../numeric/index.ts';
import type { Citations } from '../page/citations.ts';
import { literal, table } from '../page/markdown.ts';

const MISSING = '–';
const QUANTITIES = [
  ['power', 'W'],
  ['gain', '1'],
  ['bandwidth', 'Hz'],
  ['noiseTotal', 'V^2'],
] as const;

/**
 * Table a neuron: changes one at a time, and the extremes of all corners. Below it stand the corners at which the
 * neuron does not work.
 */
export function cornerBlocks(entries: readonly VariabilityEntry[], citations: Citations): readonly string[] {
  return [
    '### Corners',
    'Every combination of supply −10, 0, +10 %, temperature −40, 27, 125 °C and process (thresholds of N and P 30 mV up, slow, or ' +
      'down, fast: an assumption, the card has no corners). The unit current, the loads and the common mode of the inputs stay those of ' +
      'the nominal design. Rows change one thing; the last two are the extremes of all corners with a figure.',
    ...entries.flatMap(({ neuron, study }) => neuronBlocks(neuron.name, study.corners, citations)),
  ];
}

function neuronBlocks(name: string, corners: readonly Corner[], citations: Citations): readonly string[] {
  const [own] = corners;
  if (!own) return [];
  const changes = ({ supply, temperature, process }: Corner): readonly boolean[] => [
    supply !== own.supply,
    temperature !== own.temperature,
    process !== own.process,
  ];
  const single = [0, 1, 2].flatMap((what) =>
    corners.filter((corner) => changes(corner).every((changed, k) => changed === (k === what))),
  );
  const cells = (corner: Corner): string[] =>
    QUANTITIES.map(([key, unit]) => {
      const value = corner.figures[key];
      return value === null ? MISSING : quantity(value, unit);
    });
  const extreme = (label: string, of: (...values: number[]) => number): string[] => [
    label,
    ...QUANTITIES.map(([key, unit]) => {
      const values = corners.flatMap(({ figures }) => figures[key] ?? []);
      if (values.length === 0) return MISSING;
      const value = of(...values);
      const at = corners.find(({ figures }) => figures[key] === value);
      return `${quantity(value, unit)}${at ? `, ${short(at)}` : ''}`;
    }),
  ];
  const { supply, temperature, process } = own;
  const mark = citations.cite(CORNER_KEYS.power, { neuron: name, supply, temperature, process });
  return [
    table(
      [`\`${name}\` ${mark}`, 'power>', 'gain>', 'bandwidth>', 'noise>'],
      [
        [`${short(own)}, the spec`, ...cells(own)],
        ...single.map((corner) => [difference(corner, own), ...cells(corner)]),
        extreme(`lowest of ${corners.length}`, Math.min),
        extreme(`highest of ${corners.length}`, Math.max),
      ],
    ),
    failures(name, corners),
  ];
}

/** Corners at which the neuron does not work, by reason. */
function failures(name: string, corners: readonly Corner[]): string {
  const reasons = new Map<string, Corner[]>();
  for (const corner of corners) {
    const [flag] = corner.figures.flags;
    if (flag === undefined) continue;
    const reason = reasonName(flag);
    reasons.set(reason, [...(reasons.get(reason) ?? []), corner]);
  }
  if (reasons.size === 0) return `\`${name}\` works at all ${corners.length} corners.`;
  const told = [...reasons].map(
    ([reason, at]) => `${literal(reason)} at ${at.length} of ${corners.length} (${places(at, corners).join('; ')})`,
  );
  return `\`${name}\` does not work everywhere: ${told.join('; ')}.`;
}

/** Names of the corners `at`: `all`, or one for each temperature at which all of `corners` are among them. */
function places(at: readonly Corner[], corners: readonly Corner[]): readonly string[] {
  if (at.length === corners.length) return ['all'];
  return at.flatMap((corner) => {
    const same = ({ temperature }: Corner): boolean => temperature === corner.temperature;
    if (corners.filter(same).length !== at.filter(same).length || corners.filter(same).length === 1)
      return [short(corner)];
    return corner === at.find(same) ? [`all at ${celsius(corner)}`] : [];
  });
}

const celsius = (corner: Corner): string => `${(corner.temperature - ZERO_CELSIUS).toFixed(0).replace('-', '−')} °C`;

const short = (corner: Corner): string =>
  `${plain(corner.supply)} V ${celsius(corner)}${corner.process === 'typical' ? '' : ` ${corner.process}`}`;

function difference(corner: Corner, own: Corner): string {
  if (corner.supply !== own.supply) return `${plain(corner.supply)} V`;
  if (corner.temperature !== own.temperature) return celsius(corner);
  return corner.process;
}

/** Neuron with its variability. */
export interface VariabilityEntry {
  readonly neuron: AnalogNeuron;
  readonly study: Variability;
}
