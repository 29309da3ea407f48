/** Findings on the mixed-signal neuron by itself: energy per synapse, noise, unit current. */

import { type BiasCurve, paperClaim, statedNumber, usablePoints } from '../../compare/index.ts';
import type { AnalogNeuron } from '../../gen/index.ts';
import { deviation, findMeasurement, OPERATING_POINT_KEYS, plain, quantity } from '../../measurement/index.ts';
import { analogOf, type Evidence, type Finding, notMeasured } from './finding.ts';

const BITS = 8;
const NOT_SIMULATED = 'the analog neurons were not simulated in this run';
const NO_NEURON = `the spec holds no ${BITS}-bit analog neuron`;

/** Finding on the energy per synapse of the spec's first 8-bit analog neuron. */
export function energyPerSynapseFinding(evidence: Evidence): Finding {
  const neuron = analogOf(evidence, BITS);
  if (neuron === undefined) return notMeasured(NO_NEURON);
  const energy = findMeasurement(evidence.input.measurements, OPERATING_POINT_KEYS.energyPerSynapse, {
    neuron: neuron.name,
  });
  if (energy === undefined || energy.value === null) return notMeasured(NOT_SIMULATED);
  return {
    value: energy.value,
    origin: energy.origin,
    source: `${energy.key} (${energy.source})`,
    explanation: [
      `\`${neuron.name}\` at ${quantity(neuron.unitCurrent, 'A')} per unit: power over bandwidth and synapses.`,
      ...energyTimesNoise(figuresOf(evidence, neuron), neuron.unitCurrent),
    ],
    judged: 'compared',
  };
}

/** Finding on the total output noise of the spec's first 8-bit analog neuron. */
export function noiseFinding(evidence: Evidence): Finding {
  const neuron = analogOf(evidence, BITS);
  if (neuron === undefined) return notMeasured(NO_NEURON);
  const noise = findMeasurement(evidence.input.measurements, OPERATING_POINT_KEYS.noiseTotal, { neuron: neuron.name });
  if (noise === undefined || noise.value === null) return notMeasured(NOT_SIMULATED);
  const literal = 1e-12;
  return {
    value: noise.value,
    origin: noise.origin,
    source: `${noise.key} (${noise.source})`,
    explanation: [
      `The paper prints "~ 1 µV2"; it is read as 1e-6 V², that is 1 mV rms. \`${neuron.name}\` has ` +
        `${quantity(Math.sqrt(noise.value), 'V')} rms at its output. Read as (1 µV)², the figure would need ` +
        `${plain(noise.value / literal)} times the capacitance, because the noise of such a node is a multiple of kT/C.`,
      ...rectangular(figuresOf(evidence, neuron), neuron),
    ],
    judged: 'compared',
  };
}

/** Finding on the spec's unit current: a choice, not a result. */
export function unitCurrentFinding(evidence: Evidence): Finding {
  const neuron = analogOf(evidence, BITS);
  if (neuron === undefined) return notMeasured(NO_NEURON);
  return {
    value: neuron.unitCurrent,
    origin: 'assumed',
    source: `unitCurrent of ${neuron.name} in the spec`,
    explanation: noiseAgainstCurrent(figuresOf(evidence, neuron)),
    judged: neuron.unitCurrent === paperClaim('unit-current').value ? 'assumed' : 'compared',
  };
}

/** Finding on the biological neuron that the paper cites: nothing here measures one. */
export function biologicalFinding(evidence: Evidence): Finding {
  const neuron = analogOf(evidence, BITS);
  const energy =
    neuron &&
    findMeasurement(evidence.input.measurements, OPERATING_POINT_KEYS.energyPerSynapse, { neuron: neuron.name })?.value;
  const biological = statedNumber('biological-energy');
  return notMeasured(
    'a citation in the paper, and nothing here measures a biological neuron',
    ...(neuron && energy
      ? [`It is the energy of ${plain(biological / energy)} synapses of \`${neuron.name}\` as simulated here.`]
      : []),
  );
}

function figuresOf(evidence: Evidence, neuron: AnalogNeuron): BiasCurve | undefined {
  return evidence.input.analog.find((figures) => figures.name === neuron.name);
}

/** Product of energy and noise of one synapse, which trade through the capacitance. */
function energyTimesNoise(figures: BiasCurve | undefined, statedCurrent: number): readonly string[] {
  if (figures === undefined) return [];
  const products = usablePoints(figures).map(({ unitCurrent, power, bandwidth, noiseTotal }) => ({
    unitCurrent,
    product: (power / bandwidth / figures.synapses) * noiseTotal,
  }));
  const least = products.toSorted((a, b) => a.product - b.product)[0];
  if (least === undefined) return [];
  const own = products.find(({ unitCurrent }) => unitCurrent === statedCurrent);
  const stated = statedNumber('energy-per-synapse-8bit') * statedNumber('noise-power');
  const shared = Math.ceil((least.product / stated) * figures.synapses);
  const ours = `${own === undefined ? '' : `${quantity(own.product, 'J V^2')} at this unit current and `}${quantity(least.product, 'J V^2')} at least (at ${quantity(least.unitCurrent, 'A')})`;
  return [
    'In weak inversion power over bandwidth is `4π n U_T V_DD C` and the noise is `2γ (1 + gain) kT/C`: a smaller ' +
      'capacitance C lowers the one and raises the other, and their product does not depend on it.',
    `Here the product is ${ours}; the paper's two figures together make ${quantity(stated, 'J V^2')}.`,
    least.product > stated
      ? 'So they cannot both hold for this neuron. With less capacitance they could where at least ' +
        `${shared} synapses share the output: the noise falls with their number, the energy per synapse does not.`
      : 'So both can hold at once.',
  ];
}

/** Noise by the paper's first-order integration beside the full one. */
function rectangular(figures: BiasCurve | undefined, neuron: AnalogNeuron): readonly string[] {
  const point = (figures === undefined ? [] : usablePoints(figures)).find(
    ({ unitCurrent }) => unitCurrent === neuron.unitCurrent,
  );
  if (point === undefined) return [];
  return [
    `The paper integrates by a rectangle, white density times bandwidth: that gives ` +
      `${quantity(point.noiseRectangular, 'V^2')} here (${deviation(point.noiseRectangular, point.noiseTotal)} against ` +
      'the whole spectrum).',
  ];
}

function noiseAgainstCurrent(figures: BiasCurve | undefined): readonly string[] {
  const chosen = "The spec's choice, not a result.";
  const points = figures === undefined ? [] : usablePoints(figures);
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || first === last) return [chosen];
  const noises = points.map((point) => point.noiseTotal);
  const spread = Math.max(...noises) / Math.min(...noises);
  return [
    `${chosen} Over the simulated currents, ${quantity(first.unitCurrent, 'A')} to ${quantity(last.unitCurrent, 'A')} ` +
      `(a factor of ${plain(last.unitCurrent / first.unitCurrent)}), the noise integrated over the circuit's own bandwidth ` +
      `changes by a factor of ${plain(spread)} only, so a noise power does not single out a unit current.`,
  ];
}
