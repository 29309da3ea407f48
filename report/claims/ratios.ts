/** Findings on the ratio of digital to analog power. It is also that of the energies per operation. */

import type { PairCurve } from '../../compare/index.ts';
import { percent, plain, quantity } from '../../measurement/index.ts';
import { type Evidence, type Finding, notMeasured } from './finding.ts';

interface RatioPoint {
  readonly frequency: number;
  readonly ratio: number;
  /** Ratio from the spec's unit current upwards; null where that is not usable. */
  readonly fromStated: number | null;
}

interface PairRatio {
  readonly curve: PairCurve;
  /** Points in rising frequency, at least one. */
  readonly points: readonly RatioPoint[];
  readonly smallest: RatioPoint;
}

/**
 * Finding on the smallest ratio up to `highest` (Hz). It is that over the spec's pairs of 8 or of 3 bits on both sides.
 */
export function ratioFinding(evidence: Evidence, highest: number): Finding {
  if (evidence.input.spec.compare === undefined) return notMeasured('the spec compares no pair');
  const curves = evidence.curves.filter(isOfThePaper);
  if (curves.length === 0) return notMeasured('no pair of two 8-bit or two 3-bit neurons was measured in this run');
  const pairs = curves.flatMap((curve) => ratiosOf(curve, highest));
  const worst = pairs.toSorted((a, b) => a.smallest.ratio - b.smallest.ratio)[0];
  if (worst === undefined) return notMeasured('no frequency of the spec is in reach of both neurons of a pair');
  const range = Number.isFinite(highest) ? ` up to ${quantity(highest, 'Hz')}` : '';
  return {
    value: worst.smallest.ratio,
    origin: 'modelled',
    source: `smallest of ${pairs.map(({ curve }) => `${nameOf(curve)}.powerRatio@F`).join(' and ')}${range}: ${nameOf(worst.curve)} at ${quantity(worst.smallest.frequency, 'Hz')}`,
    explanation: [
      `Smallest ratio${range}: \`${nameOf(worst.curve)}\` at ${quantity(worst.smallest.frequency, 'Hz')}.`,
      reason(worst),
      ...pairs.map(described),
      'The value is taken with the bias chosen for each frequency, down to the lowest usable unit current. What both sides ' +
        'leave out stands under [Power and energy](#power-and-energy-against-frequency).',
    ],
    judged: 'compared',
  };
}

/**
 * Finding on the smallest ratio for the claim of the extended version. Its abstract does not describe the digital
 * neurons.
 */
export function extendedRatioFinding(evidence: Evidence): Finding {
  const finding = ratioFinding(evidence, Number.POSITIVE_INFINITY);
  if (finding.value === null) return finding;
  return {
    ...finding,
    explanation: [
      'The value is that of ratio-all-frequencies. The extended version compares with two digital neurons that its abstract ' +
        'does not describe, so this is the same circuit against another yardstick.',
    ],
  };
}

const nameOf = ({ digital, analog }: PairCurve): string => `${digital.name}/${analog.name}`;

const isOfThePaper = ({ digital, analog }: PairCurve): boolean =>
  digital.bits === analog.bits && (digital.bits === 8 || digital.bits === 3);

function ratiosOf(curve: PairCurve, highest: number): readonly PairRatio[] {
  const points = curve.points.flatMap(({ frequency, digital, analog, analogFromStated }) => {
    if (frequency > highest || digital === null || analog === null) return [];
    const fromStated = analogFromStated === null ? null : digital / analogFromStated;
    return [{ frequency, ratio: digital / analog, fromStated }];
  });
  const smallest = points.toSorted((a, b) => a.ratio - b.ratio)[0];
  return smallest === undefined ? [] : [{ curve, points, smallest }];
}

/**
 * Text of both ends of the range of ratios. The other reading of the smallest bias is told where it makes a difference.
 */
function described({ curve, points }: PairRatio): string {
  const ends = [points[0], points.at(-1)].flatMap((point) => (point === undefined ? [] : [point]));
  const shown = ends.map(({ ratio, frequency }) => `${plain(ratio)} at ${quantity(frequency, 'Hz')}`).join(', ');
  const stated = curve.bias.fromStated[0];
  const first = ends[0];
  const other =
    stated === undefined || first === undefined || first.fromStated === null || first.fromStated === first.ratio
      ? ''
      : `; with the spec's ${quantity(stated.unitCurrent, 'A')} as the smallest unit current, ${plain(first.fromStated)} at ` +
        `${quantity(first.frequency, 'Hz')}`;
  return `\`${nameOf(curve)}\`: ${shown}${other}.`;
}

/** Cause of the smallest ratio: leakage or switching against floor or bandwidth. */
function reason({ curve, smallest }: PairRatio): string {
  const { digital, bias } = curve;
  const leakage = digital.leakage / (digital.leakage + smallest.frequency * digital.energy);
  const larger = Math.max(leakage, 1 - leakage);
  const share = `${larger > 0.99 ? 'over 99 %' : percent(larger, 0)} of the digital power is ${leakage >= 0.5 ? 'leakage' : 'switching'}`;
  const floor = bias.points[0];
  const analogSide =
    floor !== undefined && smallest.frequency <= floor.bandwidth
      ? `the analog neuron stands at its lowest usable unit current, ${quantity(floor.unitCurrent, 'A')}`
      : 'the analog bias is set by the bandwidth needed';
  return `There ${share}, and ${analogSide}.`;
}
