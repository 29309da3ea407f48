/** The claims about the ratio of digital to analog power, which is also that of the energies per operation. */

import { plain, quantity } from '../format.ts';
import type { PairCurve } from '../power.ts';
import { type Evidence, type Finding, notMeasured } from './finding.ts';

interface RatioPoint {
  readonly frequency: number;
  readonly ratio: number;
  /** Null where the spec's unit current is not usable. */
  readonly fromStated: number | null;
}

interface PairRatio {
  readonly curve: PairCurve;
  readonly points: readonly RatioPoint[];
  readonly smallest: RatioPoint;
}

/** Up to `highest` (Hz): the smallest ratio over the spec's pairs of 8 or of 3 bits on both sides. */
export function ratioFinding(evidence: Evidence, highest: number): Finding {
  const { spec } = evidence.input;
  if (spec.compare === undefined) return notMeasured('the spec compares no pair');
  const pairs = evidence.curves.filter(isOfThePaper).flatMap((curve) => ratiosOf(curve, highest));
  const worst = pairs.toSorted((a, b) => a.smallest.ratio - b.smallest.ratio)[0];
  if (worst === undefined)
    return notMeasured(
      evidence.curves.some(isOfThePaper)
        ? 'no frequency of the spec is in reach of both neurons'
        : 'no pair of two 8-bit or two 3-bit neurons was measured in this run',
    );
  const name = `${worst.curve.digital.name}/${worst.curve.analog.name}`;
  return {
    value: worst.smallest.ratio,
    origin: 'modelled',
    source: `${name}.powerRatio@${worst.smallest.frequency}, the smallest of ${pairs.length === 1 ? 'this pair' : 'these pairs'}${Number.isFinite(highest) ? ` up to ${quantity(highest, 'Hz')}` : ''}`,
    explanation: [...pairs.map(describe), reason(worst), CONDITIONS],
    judged: 'compared',
  };
}

/** What both sides of the ratio leave out. */
const CONDITIONS =
  'Both sides are idealised: the analog neuron has ideal tail currents, and neither side counts converters, bias ' +
  'generation, clocks, wires or the memory of the weights. The transistors are those of a predictive ' +
  'high-performance 65 nm card, not of the foundry process the paper used.';

const isOfThePaper = ({ digital, analog }: PairCurve): boolean =>
  digital.bits === analog.bits && (digital.bits === 8 || digital.bits === 3);

function ratiosOf(curve: PairCurve, highest: number): readonly PairRatio[] {
  const points = curve.points.flatMap(({ frequency, digital, analog, analogFromStated }) =>
    frequency > highest || digital === null || analog === null
      ? []
      : [
          {
            frequency,
            ratio: digital / analog,
            fromStated: analogFromStated === null ? null : digital / analogFromStated,
          },
        ],
  );
  const smallest = points.toSorted((a, b) => a.ratio - b.ratio)[0];
  return smallest === undefined ? [] : [{ curve, points, smallest }];
}

function describe({ curve, points }: PairRatio): string {
  const first = points[0];
  const last = points.at(-1);
  const floor = curve.bias.points[0];
  if (first === undefined || last === undefined || floor === undefined) return '';
  const name = `\`${curve.digital.name}/${curve.analog.name}\``;
  const stated = curve.bias.fromStated[0];
  const statedReading =
    stated === undefined || stated.unitCurrent === floor.unitCurrent
      ? ''
      : `, and ${plain(first.fromStated ?? 0)} at ${quantity(first.frequency, 'Hz')} if the unit current is never ` +
        `below the spec's ${quantity(stated.unitCurrent, 'A')}`;
  return (
    `${name}: ${plain(first.ratio)} at ${quantity(first.frequency, 'Hz')} and ${plain(last.ratio)} at ` +
    `${quantity(last.frequency, 'Hz')}, with the bias chosen for each frequency down to the lowest usable unit current ` +
    `(${quantity(floor.unitCurrent, 'A')})${statedReading}. The value for the claim is the first reading.`
  );
}

/** What sets the smallest ratio: leakage or switching on one side, the floor or the bandwidth on the other. */
function reason({ curve, smallest }: PairRatio): string {
  const { digital, bias } = curve;
  const leakageShare = digital.leakage / (digital.leakage + smallest.frequency * digital.energy);
  const atFloor = smallest.frequency <= (bias.points[0]?.bandwidth ?? 0);
  const digitalSide =
    leakageShare >= 0.5
      ? `${Math.round(100 * leakageShare)} % of the digital power is leakage`
      : `${Math.round(100 * (1 - leakageShare))} % of the digital power is switching`;
  const analogSide = atFloor
    ? 'the analog neuron is at its smallest usable bias and has bandwidth to spare'
    : 'the analog bias is set by the bandwidth it needs';
  return `At the smallest ratio, ${quantity(smallest.frequency, 'Hz')}, ${digitalSide}, and ${analogSide}.`;
}
