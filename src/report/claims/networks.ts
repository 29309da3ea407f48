/** The claims about classification error. */

import { keyNumber } from '../../nn/index.ts';
import { percent, percentagePoints, quantity } from '../format.ts';
import type { ErrorPoint, EvaluationFigures } from '../input.ts';
import { paperClaim } from '../paper-claims.ts';
import { type Evidence, type Finding, notMeasured } from './finding.ts';

const NOT_EVALUATED = 'no network was evaluated in this run';

/** Largest increase of an MNIST network's mean error over its clean error at the paper's noise power. */
export function increaseFinding(evidence: Evidence): Finding {
  const power = paperClaim('noise-power').value ?? 0;
  const mnist = evidence.input.evaluations.filter(({ network }) => network.startsWith('mnist-'));
  if (mnist.length === 0) return notMeasured(NOT_EVALUATED);
  const increases = mnist.flatMap((evaluation) => {
    const clean = pointAt(evaluation, 0);
    const noisy = pointAt(evaluation, power);
    return clean === undefined || noisy === undefined ? [] : [{ evaluation, noisy, increase: noisy.mean - clean.mean }];
  });
  const worst = increases.toSorted((a, b) => b.increase - a.increase)[0];
  if (worst === undefined) return notMeasured(`no MNIST network was evaluated at ${quantity(power, 'V^2')}`);
  const { network, bits } = worst.evaluation;
  const cnn = increases.some(({ evaluation }) => evaluation.network === 'mnist-cnn' && evaluation.bits === 3);
  const fullScale = evidence.input.spec.evaluate?.fullScale;
  return {
    value: worst.increase,
    origin: 'simulated',
    source: `${network}.error@bits=${bits},noise=${keyNumber(power)} minus ${network}.error@bits=${bits},noise=0`,
    explanation: [
      `Increase at ${quantity(power, 'V^2')}: ${increases.map(listed).join(', ')}. The largest is a mean error of ` +
        `${percent(worst.noisy.mean)}${interval(worst.noisy)}${bits === 3 ? '' : '; in the paper it is that of 3 bits'}.`,
      ...(cnn
        ? []
        : [
            "The paper's worst case is its 3-bit CNN, which was not evaluated here: this supports the claim only in part.",
          ]),
      ...(fullScale === undefined
        ? []
        : [
            `Noise becomes weight noise through the voltage that stands for an input of 1, ${quantity(fullScale, 'V')} here; ` +
              'the paper states none, and the increase depends on it.',
          ]),
    ],
    judged: cnn ? 'compared' : 'part',
  };
}

function listed({
  evaluation,
  increase,
}: {
  readonly evaluation: EvaluationFigures;
  readonly increase: number;
}): string {
  return `${evaluation.network} at ${evaluation.bits} bits ${percentagePoints(increase)}`;
}

/** Largest difference between the 8-bit and the 16-bit mean error of a network at one noise power. */
export function agreementFinding(evidence: Evidence): Finding {
  const { evaluations } = evidence.input;
  if (evaluations.length === 0) return notMeasured(NOT_EVALUATED);
  const compared = evaluations
    .filter(({ bits }) => bits === 8)
    .flatMap((eight) => {
      const sixteen = evaluations.find(({ network, bits }) => network === eight.network && bits === 16);
      return sixteen === undefined ? [] : comparisons(eight, sixteen);
    });
  const widest = compared.toSorted((a, b) => b.difference - a.difference)[0];
  if (widest === undefined) return notMeasured('no network was evaluated at both 8 and 16 bits');
  const drawsOnly = compared.filter((entry) => entry.drawsOverlap).length;
  const overlapping = compared.filter(({ overlaps }) => overlaps).length;
  const networks = [...new Set(compared.map(({ network }) => network))];
  const missing = ['mnist-fcn', 'mnist-cnn', 'cifar10-cnn'].filter((network) => !networks.includes(network));
  const all = overlapping === compared.length;
  return {
    value: widest.difference,
    origin: 'simulated',
    source: `${widest.network}.error@bits=8 and bits=16, noise=${keyNumber(widest.noisePower)}`,
    explanation: [
      `The 95 % intervals of the two errors overlap at ${overlapping} of ${compared.length} noise powers (${networks.join(', ')}); ` +
        `an interval is the t interval over the draws, widened by the sampling error of the test images. Over the draws ` +
        `alone they overlap at ${drawsOnly}.`,
      `The largest difference, ${percentagePoints(widest.difference)}, is ${widest.noisePower === 0 ? 'without noise' : `at ${quantity(widest.noisePower, 'V^2')}`}.`,
      ...(missing.length === 0
        ? []
        : [`The paper says it of three experiments; not evaluated here: ${missing.join(', ')}.`]),
    ],
    judged: all && missing.length > 0 ? 'part' : { agrees: all },
  };
}

interface Comparison {
  readonly network: string;
  readonly noisePower: number;
  readonly difference: number;
  readonly overlaps: boolean;
  /** Without the sampling error of the images. */
  readonly drawsOverlap: boolean;
}

function comparisons(eight: EvaluationFigures, sixteen: EvaluationFigures): readonly Comparison[] {
  return eight.points.flatMap((point) => {
    const other = pointAt(sixteen, point.noisePower);
    if (other === undefined) return [];
    return [
      {
        network: eight.network,
        noisePower: point.noisePower,
        difference: Math.abs(point.mean - other.mean),
        overlaps: meet(widened(point, eight.images), widened(other, sixteen.images)),
        drawsOverlap: meet(drawn(point), drawn(other)),
      },
    ];
  });
}

/** The interval over draws and the binomial 95 % interval over images, added as independent errors. */
function widened(point: ErrorPoint, images: number): Interval {
  const { mean } = point;
  const { low, high } = drawn(point);
  const sampling = NORMAL_95 * Math.sqrt((mean * (1 - mean)) / images);
  return { low: mean - Math.hypot(mean - low, sampling), high: mean + Math.hypot(high - mean, sampling) };
}

interface Interval {
  readonly low: number;
  readonly high: number;
}

const drawn = ({ mean, low, high }: ErrorPoint): Interval => ({ low: low ?? mean, high: high ?? mean });

const meet = (a: Interval, b: Interval): boolean => a.low <= b.high && b.low <= a.high;

/** Two-sided 95 % point of the normal distribution. */
const NORMAL_95 = 1.959964;

function pointAt(evaluation: EvaluationFigures, noisePower: number): ErrorPoint | undefined {
  return evaluation.points.find((point) => Math.abs(point.noisePower - noisePower) <= 1e-9 * noisePower);
}

function interval({ low, high }: ErrorPoint): string {
  return low === null || high === null ? '' : ` (t interval over the draws ${percent(low)} to ${percent(high)})`;
}
