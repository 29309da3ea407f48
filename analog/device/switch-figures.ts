/**
 * Unit switches of the neuron over supply, voltage and temperature. ngspice measures the points of a grid; between them
 * the logarithms of the figures are linear.
 */

import { ZERO_CELSIUS } from '../../numeric/index.ts';
import type { Tool } from '../../tools/tool.ts';
import type { Circuit, Element } from '../spice/circuit.ts';
import { source } from '../spice/elements.ts';
import { runAll } from '../spice/run.ts';
import { scalar } from '../spice/spice.ts';
import { CHANNELS, cardStatements, UNIT_SIZE } from './card.ts';

/** Kind of switch: one N transistor (`pass`), or an N and a P side by side (`gate`, a transmission gate). */
export type SwitchKind = 'pass' | 'gate';

/** Resistance, leakage and gate capacitance of a unit switch. */
export interface SwitchFigures {
  /** Resistance of a closed switch, both ends at one voltage, ohm. */
  readonly onResistance: number;
  /**
   * Current of an open switch with 0.1 V between its ends, A. It is the larger of the two ends' currents, tunnelling to
   * the gates included.
   */
  readonly offLeakage: number;
  /** Capacitance of the gates of a closed switch, both ends at one voltage, F. */
  readonly gateCapacitance: number;
}

/** Supply, voltage and temperature of a switch. */
export interface SwitchState {
  /** Supply, V: a closed N's gate is at it, a closed P's at ground. */
  readonly supply: number;
  /** Voltage of both ends, V. */
  readonly voltage: number;
  /** K */
  readonly temperature: number;
}

/** Natural logarithms of the figures, [supply, voltage, temperature]. */
type Grid = Readonly<Record<keyof SwitchFigures, readonly (readonly (readonly number[])[])[]>>;

/** Figures of both kinds of switch on the grid. */
export interface SwitchTable {
  readonly supply: readonly number[];
  readonly voltage: readonly number[];
  readonly temperature: readonly number[];
  readonly kinds: Readonly<Record<SwitchKind, Grid>>;
}

/** Voltage across an open switch: twice the largest single-ended input, V. */
const OFF_VOLTAGE = 0.1;
const FREQUENCY = 1e6;
/** Decimals of a logarithm: a tenth of a percent of the figure. */
const DECIMALS = 3;
const SUPPLIES = [0.8, 0.9, 1, 1.1, 1.2];
const VOLTAGES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const TEMPERATURES = [ZERO_CELSIUS, 300.15, 358.15];
const FIGURES = ['onResistance', 'offLeakage', 'gateCapacitance'] as const;

/** Measured figures of one unit switch. */
export async function measureSwitch(kind: SwitchKind, state: SwitchState, ngspice: Tool): Promise<SwitchFigures> {
  const { supply, voltage, temperature } = state;
  const transistor = (channel: 'n' | 'p', tag: string): Element => ({
    kind: 'transistor',
    ...{ role: 'specimen', name: `m${channel}${tag}`, model: CHANNELS[channel].model },
    ...{ drain: `a${tag}`, gate: `${channel}${tag}`, source: `b${tag}`, bulk: CHANNELS[channel].bulk },
    ...{ width: channel === 'n' ? UNIT_SIZE.widthN : UNIT_SIZE.widthP, length: UNIT_SIZE.length },
  });
  // Three copies: closed and one end moved, closed and the gates moved, open. Drain and source follow a small input alike.
  const copy = (tag: string, high: number, low: number, a: number, b: number, end: number, gates: number): Circuit => [
    source(`va${tag}`, `a${tag}`, '0', { dc: a, ac: end }),
    source(`vb${tag}`, `b${tag}`, '0', { dc: b }),
    source(`vn${tag}`, `n${tag}`, '0', { dc: high, ac: gates }),
    transistor('n', tag),
    ...(kind === 'gate' ? [source(`vp${tag}`, `p${tag}`, '0', { dc: low, ac: gates }), transistor('p', tag)] : []),
  ];
  const half = OFF_VOLTAGE / 2;
  const circuit = [
    ...cardStatements(Number((temperature - ZERO_CELSIUS).toFixed(6))),
    source('vdd', 'vdd', '0', { dc: supply }),
    ...copy('1', supply, 0, voltage, voltage, 1, 0),
    ...copy('2', supply, 0, voltage, voltage, 0, 1),
    ...copy('3', 0, supply, voltage + half, voltage - half, 0, 0),
  ];
  const gates = kind === 'gate' ? ['i(vn2)', 'i(vp2)'] : ['i(vn2)'];
  const [op, ac] = await runAll(ngspice, circuit, [
    { analysis: { kind: 'op' }, vectors: ['i(va3)', 'i(vb3)'] },
    {
      analysis: { kind: 'ac', pointsPerDecade: 1, from: FREQUENCY, to: FREQUENCY },
      vectors: ['i(vb1)', ...gates],
    },
  ]);
  const through = scalar(ac, 'i(vb1)');
  const stored = gates.map((name) => -scalar(ac, name, 'imaginary') / (2 * Math.PI * FREQUENCY));
  return {
    onResistance: 1 / through,
    offLeakage: Math.max(Math.abs(scalar(op, 'i(va3)')), Math.abs(scalar(op, 'i(vb3)'))),
    gateCapacitance: stored.reduce((sum, value) => sum + value, 0),
  };
}

/** Measured figures of both kinds on the whole grid. */
export async function measureSwitches(ngspice: Tool): Promise<SwitchTable> {
  const grid = async (kind: SwitchKind): Promise<Grid> => {
    const measured = await Promise.all(
      SUPPLIES.map((supply) =>
        Promise.all(
          VOLTAGES.map((voltage) =>
            Promise.all(
              TEMPERATURES.map((temperature) => measureSwitch(kind, { supply, voltage, temperature }, ngspice)),
            ),
          ),
        ),
      ),
    );
    const logarithms = (key: keyof SwitchFigures): number[][][] =>
      measured.map((plane) => plane.map((line) => line.map((point) => Number(Math.log(point[key]).toFixed(DECIMALS)))));
    return {
      onResistance: logarithms('onResistance'),
      offLeakage: logarithms('offLeakage'),
      gateCapacitance: logarithms('gateCapacitance'),
    };
  };
  const [pass, gate] = await Promise.all([grid('pass'), grid('gate')]);
  return { supply: SUPPLIES, voltage: VOLTAGES, temperature: TEMPERATURES, kinds: { pass, gate } };
}

/**
 * Figures of a unit switch between the points of `table`, by straight lines. Resistance is within 30 %, leakage
 * within a factor of two. Throws RangeError outside the grid's supplies and voltages, and goes on in a straight line
 * beyond its temperatures.
 */
export function switchFigures(kind: SwitchKind, state: SwitchState, table: SwitchTable): SwitchFigures {
  const within = (name: 'supply' | 'voltage'): void => {
    const [low = 0, high = 0] = [table[name][0], table[name].at(-1)];
    if (!(state[name] >= low && state[name] <= high))
      throw new RangeError(`${name} of a switch must be ${low} to ${high} V: ${state[name]}`);
  };
  within('supply');
  within('voltage');
  const value = (key: keyof SwitchFigures): number => {
    const lines = table.kinds[kind][key].map((plane) =>
      between(
        table.voltage,
        plane.map((line) => between(table.temperature, line, state.temperature)),
        state.voltage,
      ),
    );
    return Math.exp(between(table.supply, lines, state.supply));
  };
  const [onResistance, offLeakage, gateCapacitance] = FIGURES.map(value) as [number, number, number];
  return { onResistance, offLeakage, gateCapacitance };
}

/**
 * Value at `x` on the straight line through two points of the rising `xs`. The points are those around `x`, or nearest
 * to it.
 */
function between(xs: readonly number[], ys: readonly number[], x: number): number {
  const after = Math.min(
    xs.length - 1,
    Math.max(
      1,
      xs.findIndex((point) => point >= x),
    ) || xs.length - 1,
  );
  const [x0 = 0, x1 = 1] = [xs[after - 1], xs[after]];
  const [y0 = Number.NaN, y1 = Number.NaN] = [ys[after - 1], ys[after]];
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}
