/**
 * Figures of an emitted Verilog-A neuron from any reader's tree of it. Ideal sources stand at its ports, its output is
 * left open, and its own equations are evaluated with their exact derivatives. The ports x0p x0n x1p ... outp outn vdd
 * vss are known, and nothing else of how the text is written.
 */

import { nth } from '../../numeric/index.ts';
import { type DrivenModule, type LinearNetwork, linearize, noiseDensity, operatingPoint, respond } from './network.ts';
import type { ParameterValues } from './parameters.ts';
import type { VaModule } from './tree.ts';

/** Voltages, parameters and temperature at which a neuron's module is evaluated. */
export interface VerilogABench {
  /** V */
  readonly supply: number;
  /** Common mode of the inputs, V. */
  readonly commonMode: number;
  /** Differential input of each synapse, V; default 0. */
  readonly inputs?: readonly number[];
  /** Weights and other parameters that differ from their defaults. */
  readonly parameters?: ParameterValues;
  /** Voltages of further ports, by name, V: the weight bits where they are inputs. */
  readonly ports?: Readonly<Record<string, number>>;
  /** K; default 300.15. */
  readonly temperature?: number;
  /** Number of the synapse whose input the gain is from; default 0. */
  readonly synapse?: number;
}

/** Operating point, gain, bandwidth, noise and power of a neuron's module. */
export interface VerilogAFigures {
  /** Differential output at rest, V. */
  readonly output: number;
  /** V(outp) and V(outn) at rest, V. */
  readonly outputs: readonly [number, number];
  /** Differential output by differential input of one synapse at 0 Hz, with its sign, 1. */
  readonly gain: number;
  /** Frequency at which the gain is 3 dB down, Hz; null where there is none from 1 Hz to 1 PHz. */
  readonly bandwidth: number | null;
  /** White noise at the differential output at low frequency, V^2/Hz. */
  readonly noiseDensity: number;
  /** Flicker noise at the differential output at 1 Hz, V^2/Hz. */
  readonly flicker: number;
  /** Output noise integrated from 1 Hz to a million bandwidths, V^2; null without a bandwidth. */
  readonly noiseTotal: number | null;
  /** White density times bandwidth, V^2; null without a bandwidth. */
  readonly noiseRectangular: number | null;
  /** Current from the source at vdd, A. */
  readonly supplyCurrent: number;
  /** Power of that source, W. */
  readonly power: number;
}

const OUTPUT = ['outp', 'outn'] as const;
/** Ends of the search for the bandwidth, Hz. */
const LOWEST = 1;
const HIGHEST = 1e15;
/** Steps a decade of the search and of the integral. The integrand is smooth in log f. */
const STEPS = 20;
/** End of the integral, in bandwidths: of one pole it leaves 6e-7 above. */
const SPAN = 1e6;

/** All figures of `module`. Throws RangeError where the module or the bench is not what it should be. */
export function evaluateVerilogA(module: VaModule, bench: VerilogABench): VerilogAFigures {
  const network = linearize(networkOf(module, bench));
  const { synapse = 0 } = bench;
  const stimulus = { [`x${synapse}p`]: 0.5, [`x${synapse}n`]: -0.5 };
  for (const name of Object.keys(stimulus))
    if (!network.nodes.includes(name)) throw new RangeError(`${module.name} has no synapse ${synapse} (port ${name})`);
  const level = (frequency: number): number => {
    const { real, imaginary } = respond(network, stimulus, frequency);
    return Math.hypot(difference(network, real), difference(network, imaginary));
  };
  const gain = difference(network, respond(network, stimulus, 0).real);
  const bandwidth = cornerOf(level, Math.abs(gain));
  // At 0 Hz, with the flicker density of 1 Hz.
  const low = noiseDensity(network, OUTPUT, 0, 1);
  const supplyCurrent = at(network, network.currents, 'vdd');
  return {
    output: difference(network, network.voltages),
    outputs: [at(network, network.voltages, 'outp'), at(network, network.voltages, 'outn')],
    ...{ gain, bandwidth, supplyCurrent },
    noiseDensity: low.white,
    flicker: low.flicker,
    noiseTotal: bandwidth === null ? null : integratedNoise(network, LOWEST, SPAN * bandwidth),
    noiseRectangular: bandwidth === null ? null : low.white * bandwidth,
    power: bench.supply * supplyCurrent,
  };
}

/** Differential output at rest, V: one point of the transfer. */
export function verilogAOutput(module: VaModule, bench: VerilogABench): number {
  const point = operatingPoint(networkOf(module, bench));
  return difference(point, point.voltages);
}

/** Module between the sources of a bench. */
function networkOf(
  module: VaModule,
  { supply, commonMode, inputs = [], ports = {}, ...rest }: VerilogABench,
): DrivenModule {
  const names = module.nodes.filter(({ port }) => port).map(({ name }) => name);
  const synapses = names.filter((name) => /^x\d+p$/.test(name)).length;
  if (inputs.length > synapses) throw new RangeError(`${module.name} has ${synapses} synapse(s), not ${inputs.length}`);
  const sources: Record<string, number> = { vdd: supply, vss: 0, ...ports };
  for (let k = 0; k < synapses; k++) {
    sources[`x${k}p`] = commonMode + (inputs[k] ?? 0) / 2;
    sources[`x${k}n`] = commonMode - (inputs[k] ?? 0) / 2;
  }
  const open = names.filter((name) => !(name in sources) && !OUTPUT.some((output) => output === name));
  if (open.length > 0) throw new RangeError(`no voltage for port(s) ${open.join(', ')} of ${module.name}`);
  const { parameters, temperature } = rest;
  return { module, sources, ...(parameters ? { parameters } : {}), ...(temperature ? { temperature } : {}) };
}

/** Lowest frequency at which `level` is 3 dB below `reference`. */
function cornerOf(level: (frequency: number) => number, reference: number): number | null {
  const target = reference * Math.SQRT1_2;
  if (!(target > 0)) return null;
  const ratio = 10 ** (1 / STEPS);
  for (let low = LOWEST; low < HIGHEST; low *= ratio) {
    if (level(low * ratio) > target) continue;
    let [a, b] = [low, low * ratio];
    // Halvings of the step in log f, down to the precision of numbers.
    for (let halving = 0; halving < 52; halving++) {
      const middle = Math.sqrt(a * b);
      if (level(middle) > target) a = middle;
      else b = middle;
    }
    return Math.sqrt(a * b);
  }
  return null;
}

/** Output noise integrated by the trapezoidal rule in log f, V^2. */
function integratedNoise(network: LinearNetwork, from: number, to: number): number {
  const count = Math.ceil(STEPS * Math.log10(to / from));
  const step = Math.log(to / from) / count;
  let sum = 0;
  for (let index = 0; index <= count; index++) {
    const frequency = from * Math.exp(index * step);
    const { white, flicker } = noiseDensity(network, OUTPUT, frequency);
    sum += (white + flicker) * frequency * (index === 0 || index === count ? 0.5 : 1);
  }
  return sum * step;
}

function at({ nodes }: Pick<LinearNetwork, 'nodes'>, values: Float64Array, node: string): number {
  return nth(values, nodes.indexOf(node));
}

function difference(network: Pick<LinearNetwork, 'nodes'>, values: Float64Array): number {
  return at(network, values, OUTPUT[0]) - at(network, values, OUTPUT[1]);
}
