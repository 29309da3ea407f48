/** Verilog-A module between ideal voltage sources: its operating point, and its answers to small signals and noise. */

import { type ComplexVector, nth, solveComplex } from '../../numeric/index.ts';
import { constant, unknown } from './dual.ts';
import { type Contribution, contributionsOf } from './evaluate.ts';
import { type ParameterValues, parameterValues } from './parameters.ts';
import { GROUND, type VaModule } from './tree.ts';

/** Module with ideal sources at some of its nodes. */
export interface DrivenModule {
  readonly module: VaModule;
  /** Values of parameters other than their defaults. */
  readonly parameters?: ParameterValues;
  /** K; default 300.15. */
  readonly temperature?: number;
  /** Voltages of ideal sources from ground, by node, V; all other nodes float. */
  readonly sources: Readonly<Record<string, number>>;
}

/** Network at rest, linearized. */
export interface LinearNetwork {
  readonly nodes: readonly string[];
  /** Voltages by node, V. */
  readonly voltages: Float64Array;
  /** Currents into each node from its source, A; 0 of floating nodes. */
  readonly currents: Float64Array;
  /** Current out of node [i] by voltage of node [j], S. */
  readonly conductance: readonly Float64Array[];
  /** Charge out of node [i] by voltage of node [j], F. */
  readonly capacitance: readonly Float64Array[];
  /** Noise terms. */
  readonly noise: readonly Contribution[];
  /** Indices of nodes without source. */
  readonly floating: readonly number[];
}

/** Room temperature, 27 C, K. */
const ROOM = 300.15;
/** Longest step of a node, V: a few thermal voltages, so that exponentials stay finite. */
const LONGEST_STEP = 0.1;
/** Shortest step that is still one, V; the quadratic convergence of Newton's method ends far below it. */
const SHORTEST_STEP = 1e-10;
/** Bound of rounding, V: smaller steps that do not halve any more are the rounding of the equations. */
const ROUNDING = 1e-6;
const ROUNDS = 300;

/** Data that stay fixed while an operating point is sought. */
interface Frame {
  readonly name: string;
  readonly nodes: readonly string[];
  readonly index: ReadonlyMap<string, number>;
  readonly floating: readonly number[];
  /** Terms at `voltages`, with derivatives by the nodes `unknowns`. */
  readonly terms: (voltages: Float64Array, unknowns: readonly number[]) => readonly Contribution[];
}

/** Nodes and their voltages at rest, V. Throws RangeError where there is no operating point. */
export function operatingPoint(network: DrivenModule): Pick<LinearNetwork, 'nodes' | 'voltages'> {
  const frame = frameOf(network);
  return { nodes: frame.nodes, voltages: settle(frame, network.sources) };
}

/** Linearization of a network at rest. Throws RangeError where there is no operating point. */
export function linearize(network: DrivenModule): LinearNetwork {
  const frame = frameOf(network);
  const { nodes, index, floating } = frame;
  const voltages = settle(frame, network.sources);
  const terms = frame.terms(voltages, [...nodes.keys()]);
  const current = stamp(terms, 'current', index, nodes.length);
  return {
    ...{ nodes, voltages, floating },
    currents: current.values.map((value, at) => (floating.includes(at) ? 0 : value)),
    conductance: current.slopes,
    capacitance: stamp(terms, 'charge', index, nodes.length).slopes,
    noise: terms.filter(({ kind }) => kind === 'white' || kind === 'flicker'),
  };
}

function frameOf({ module, parameters = {}, temperature = ROOM, sources }: DrivenModule): Frame {
  const nodes = module.nodes.map(({ name }) => name);
  for (const name of Object.keys(sources))
    if (!nodes.includes(name)) throw new RangeError(`source at ${name}, which is no node of ${module.name}: ${nodes}`);
  const index = new Map(nodes.map((name, at) => [name, at]));
  const values = parameterValues(module, parameters);
  return {
    ...{ name: module.name, nodes, index },
    floating: nodes.flatMap((name, at) => (name in sources ? [] : [at])),
    terms(voltages, unknowns) {
      const columns = new Map(unknowns.map((at, column) => [at, column]));
      const voltage = (node: string) => {
        const at = index.get(node);
        if (at === undefined) throw new RangeError(`${node} is no node of ${module.name}: ${nodes}`);
        const column = columns.get(at);
        const value = voltages[at] ?? Number.NaN;
        return column === undefined ? constant(value) : unknown(value, column, unknowns.length);
      };
      return contributionsOf(module, { parameters: values, voltage, temperature });
    },
  };
}

/** Voltages at which no current is left in a floating node: Newton's method from half the highest source. */
function settle(
  { name, nodes, index, floating, terms }: Frame,
  sources: Readonly<Record<string, number>>,
): Float64Array {
  const start = Math.max(0, ...Object.values(sources)) / 2;
  const voltages = Float64Array.from(nodes, (node) => sources[node] ?? start);
  const zero = new Float64Array(floating.length);
  let last = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const { values, slopes } = stamp(terms(voltages, floating), 'current', index, floating.length);
    const real = floating.map((at) => nth(slopes, at));
    const left = Float64Array.from(floating, (at) => -nth(values, at));
    const steps = solveComplex({ real, imaginary: floating.map(() => zero) }, { real: left, imaginary: zero }).real;
    const longest = Math.max(0, ...steps.map(Math.abs));
    if (!Number.isFinite(longest)) break;
    const shrink = Math.min(1, LONGEST_STEP / longest);
    for (const [row, at] of floating.entries()) voltages[at] = nth(voltages, at) + shrink * nth(steps, row);
    if (longest < SHORTEST_STEP || (longest < ROUNDING && longest > last / 2)) return voltages;
    last = longest;
  }
  throw new RangeError(`${name} has no operating point that Newton's method finds in ${ROUNDS} steps`);
}

/** Voltages of all nodes by amplitudes of the sources (default 0), at `frequency` (Hz). */
export function respond(
  network: LinearNetwork,
  sources: Readonly<Record<string, number>>,
  frequency: number,
): ComplexVector {
  const { nodes, floating } = network;
  const driven = Float64Array.from(nodes, (name) => sources[name] ?? 0);
  const into = (matrix: readonly Float64Array[], factor: number): Float64Array =>
    Float64Array.from(floating, (row) => -factor * driven.reduce((sum, v, j) => sum + v * nth(nth(matrix, row), j), 0));
  const omega = 2 * Math.PI * frequency;
  const b = { real: into(network.conductance, 1), imaginary: into(network.capacitance, omega) };
  const x = solveComplex(admittance(network, omega, false), b);
  const real = driven;
  const imaginary = new Float64Array(nodes.length);
  for (const [row, at] of floating.entries()) {
    real[at] = nth(x.real, row);
    imaginary[at] = nth(x.imaginary, row);
  }
  return { real, imaginary };
}

/** Noise densities at the voltage between two nodes. */
export interface NoiseDensity {
  /** V^2/Hz */
  readonly white: number;
  /** Density at `frequency`, V^2/Hz. */
  readonly flicker: number;
}

/**
 * Noise densities between two nodes by the adjoint network, at `frequency` (Hz). Flicker noise is given at `flickerAt`
 * where its transfer is wanted at another frequency than its density. R. Rohrer, L. Nagel, R. Meyer, L. Weber,
 * "Computationally Efficient Electronic-Circuit Noise Calculations", JSSC 6, 1971.
 */
export function noiseDensity(
  network: LinearNetwork,
  [positive, negative]: readonly [string, string],
  frequency: number,
  flickerAt: number = frequency,
): NoiseDensity {
  const { nodes, floating } = network;
  const unit = Float64Array.from(floating, (at) => Number(nodes[at] === positive) - Number(nodes[at] === negative));
  const b = { real: unit, imaginary: new Float64Array(floating.length) };
  const y = solveComplex(admittance(network, 2 * Math.PI * frequency, true), b);
  const rows = new Map(floating.map((at, row) => [nodes[at], row]));
  const part = (values: Float64Array, node: string): number => {
    const row = rows.get(node);
    return row === undefined ? 0 : nth(values, row);
  };
  let white = 0;
  let flicker = 0;
  for (const source of network.noise) {
    const re = part(y.real, source.positive) - part(y.real, source.negative);
    const im = part(y.imaginary, source.positive) - part(y.imaginary, source.negative);
    const density = source.value.value * (re * re + im * im);
    if (source.kind === 'white') white += density;
    else flicker += density / flickerAt ** source.exponent;
  }
  return { white, flicker };
}

/** Admittance G + j omega C of the floating nodes, or its transpose. */
function admittance({ conductance, capacitance, floating }: LinearNetwork, omega: number, transposed: boolean) {
  const part = (matrix: readonly Float64Array[], factor: number): Float64Array[] =>
    floating.map((i) =>
      Float64Array.from(floating, (j) => factor * (transposed ? nth(nth(matrix, j), i) : nth(nth(matrix, i), j))),
    );
  return { real: part(conductance, 1), imaginary: part(capacitance, omega) };
}

/** Sums of the terms of one kind at each node, with slopes by the unknowns. */
function stamp(
  terms: readonly Contribution[],
  kind: Contribution['kind'],
  index: ReadonlyMap<string, number>,
  unknowns: number,
) {
  const values = new Float64Array(index.size);
  const slopes = Array.from(index, () => new Float64Array(unknowns));
  const place = (node: string, sign: number, { value }: Contribution): void => {
    if (node === GROUND) return;
    const at = index.get(node);
    const row = at === undefined ? undefined : slopes[at];
    if (at === undefined || !row) throw new RangeError(`contribution to ${node}, which is no node`);
    values[at] = (values[at] ?? 0) + sign * value.value;
    for (const [j, slope] of value.slopes?.entries() ?? []) row[j] = (row[j] ?? 0) + sign * slope;
  };
  for (const term of terms) {
    if (term.kind !== kind) continue;
    place(term.positive, 1, term);
    place(term.negative, -1, term);
  }
  return { values, slopes };
}
