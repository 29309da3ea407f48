/**
 * Figures of the large-signal neuron by formula. A resistor that is large is a line with capacitance along it, so that
 * an output node is not of first order: its admittance is G + s C + theta coth(theta)/R, theta = sqrt(s R C_line).
 */

import { BOLTZMANN, nth } from '../../numeric/index.ts';
import { DEVICES_65NM } from '../device/device-65nm.ts';
import type { DeviceTable } from '../device/parameters.ts';
import { type AnalogFigures, noFigures } from '../neuron/figures.ts';
import { type LargeSignalDesign, largeSignalCircuit } from './design.ts';

/** End of the noise integral, in bandwidths. It begins at 1 Hz, as that of the transistors does. */
const NOISE_SPAN = 300;
const POINTS_PER_DECADE = 60;
/** Decades above and below the pole in which a -3 dB point is sought. */
const DECADES = 4;

/** Admittance of a node, S. */
interface Admittance {
  readonly real: number;
  readonly imaginary: number;
  /** Conductance of the resistor alone, which makes its noise, S. */
  readonly resistor: number;
}

/** Output node with synapse 0 at `weight`. */
export interface LargeSignalNode {
  readonly gain: number;
  /** Bandwidth from input to output, Hz; null where the drain-gate capacitance keeps the gain from falling by 3 dB. */
  readonly bandwidth: number | null;
  /** Corner of the node's impedance, -3 dB, Hz. */
  readonly pole: number;
}

/** Gain and corners with synapse 0 at `weight`. */
export function largeSignalNode(
  design: LargeSignalDesign,
  weight: number,
  devices: DeviceTable = DEVICES_65NM,
): LargeSignalNode {
  const circuit = largeSignalCircuit(design, weight, devices);
  const node = admittanceOf(design, circuit);
  const { gm, feedthrough, conductance, capacitance } = circuit;
  const first = conductance / (2 * Math.PI * capacitance);
  const size = ({ real, imaginary }: Admittance): number => Math.hypot(real, imaginary);
  const corner = (response: (f: number) => number): number | null => {
    const level = response(0) * Math.SQRT1_2;
    const steps = DECADES * POINTS_PER_DECADE;
    const grid = Array.from({ length: 2 * steps + 1 }, (_, k) => first * 10 ** ((k - steps) / POINTS_PER_DECADE));
    const above = grid.findIndex((f) => response(f) <= level);
    if (above < 1) return null;
    let [low, high] = [nth(grid, above - 1), nth(grid, above)];
    for (let round = 0; round < 40; round++) {
      const middle = Math.sqrt(low * high);
      if (response(middle) > level) low = middle;
      else high = middle;
    }
    return low;
  };
  return {
    gain: gm / conductance,
    bandwidth: gm > 0 ? corner((f) => Math.hypot(gm, 2 * Math.PI * f * feedthrough) / size(node(f))) : null,
    pole: corner((f) => 1 / size(node(f))) ?? first,
  };
}

/** Figures of a large-signal neuron at the largest weight. */
export function largeSignalFigures(design: LargeSignalDesign, devices: DeviceTable = DEVICES_65NM): AnalogFigures {
  const { unitCurrent, units, synapses } = design;
  const circuit = largeSignalCircuit(design, units, devices);
  const { gain, bandwidth } = largeSignalNode(design, units, devices);
  if (circuit.flags.length > 0) return noFigures(unitCurrent, circuit.operatingPoint, circuit.flags);
  if (bandwidth === null)
    return noFigures(unitCurrent, circuit.operatingPoint, [{ kind: 'no-bandwidth', limit: null }]);
  const { power, conductance, noise } = circuit;
  const node = admittanceOf(design, circuit);
  /** Integral of a current density over the squared impedance, both sides, V^2. */
  const integral = (density: (f: number, at: Admittance) => number): number => {
    const points = Math.ceil(Math.log10(NOISE_SPAN * bandwidth) * POINTS_PER_DECADE);
    const ratio = (NOISE_SPAN * bandwidth) ** (1 / points);
    let sum = 0;
    for (let k = 0; k <= points; k++) {
      const f = ratio ** k;
      const at = node(f);
      const value = (2 * f * density(f, at)) / (at.real ** 2 + at.imaginary ** 2);
      sum += (k === 0 || k === points ? value / 2 : value) * Math.log(ratio);
    }
    return sum;
  };
  const { temperature } = design.conditionsN;
  const resistors = design.load.kind === 'resistor';
  const noiseBySource = [
    { source: 'pairs', white: integral(() => noise.pairs), flicker: integral((f) => noise.flickerPairs / f) },
    {
      source: 'loads',
      white: integral((_, at) => (resistors ? 4 * BOLTZMANN * temperature * at.resistor : noise.loads)),
      flicker: integral((f) => noise.flickerLoads / f),
    },
  ] as const;
  const noiseDensity = (2 * (noise.pairs + noise.loads)) / conductance ** 2;
  return {
    unitCurrent,
    operatingPoint: circuit.operatingPoint,
    flags: [],
    power,
    gain,
    bandwidth,
    noiseDensity,
    flicker: (2 * (noise.flickerPairs + noise.flickerLoads)) / conductance ** 2,
    noiseTotal: noiseBySource.reduce((sum, { white, flicker }) => sum + white + flicker, 0),
    noiseRectangular: noiseDensity * bandwidth,
    noiseBySource,
    energyPerSynapse: power / bandwidth / synapses,
  };
}

/** Admittance of an output node by frequency in Hz. */
function admittanceOf(
  { load }: LargeSignalDesign,
  { conductance, capacitance }: { readonly conductance: number; readonly capacitance: number },
): (f: number) => Admittance {
  if (load.kind === 'diode')
    return (f) => ({ real: conductance, imaginary: 2 * Math.PI * f * capacitance, resistor: 0 });
  const g = 1 / load.resistance;
  const others = { real: conductance - g, capacitance: capacitance - load.capacitance / 3 };
  return (f) => {
    const omega = 2 * Math.PI * f;
    const a = Math.sqrt((omega * load.resistance * load.capacitance) / 2);
    const { real, imaginary } = cothOfLine(a);
    return {
      real: others.real + g * real,
      imaginary: omega * others.capacitance + g * imaginary,
      resistor: g * real,
    };
  };
}

/** Product theta coth(theta) of theta = (1 + i) a. */
function cothOfLine(a: number): { readonly real: number; readonly imaginary: number } {
  if (a < 1e-3) return { real: 1, imaginary: (2 * a * a) / 3 };
  if (a > 20) return { real: a, imaginary: a };
  const below = Math.cosh(2 * a) - Math.cos(2 * a);
  return {
    real: (a * (Math.sinh(2 * a) + Math.sin(2 * a))) / below,
    imaginary: (a * (Math.sinh(2 * a) - Math.sin(2 * a))) / below,
  };
}
