/** Charge of a switch and capacitance behind it, from transistors on their own. */

import { nth } from '../../numeric/index.ts';
import type { Tool } from '../../tools/tool.ts';
import { conditions } from '../deck/surroundings.ts';
import { device } from '../deck/transistor-device.ts';
import type { Design } from '../neuron/design.ts';
import { restingPoint } from '../neuron/resting-point.ts';
import type { Stimulus } from '../spice/circuit.ts';
import { source } from '../spice/elements.ts';
import { runOne } from '../spice/run.ts';
import { type Waves, wave } from '../spice/spice.ts';
import { EDGE } from './transient-deck.ts';

/** Charge of a design's unit switches, and the capacitance behind them. */
export interface SwitchCharge {
  /** Charge into the gate of a unit N switch, channel and overlaps, C. It goes from 0 V to the supply. */
  readonly n: number;
  /** Charge into the gate of a unit P switch, C. */
  readonly p: number;
  /**
   * Capacitance of a pair's transistor that carries `density` unit currents a tail, F. That of its gate, or where tails
   * are steered of its source.
   */
  readonly capacitance: (density: number) => number;
}

/** Step at the pairs, V, small against what the capacitance changes with. */
const STEP = 0.01;
const RAMP = 50 * EDGE;
const POINTS = 300;

/**
 * Charge and capacitance of the switches of `design`. Those at the pairs' gates lie at the common mode, those that
 * steer tails at the pairs' sources.
 */
export async function switchCharge(design: Design, ngspice: Tool): Promise<SwitchCharge> {
  const { supply, commonMode } = design;
  const steered = design.sizing === 'tail-steered';
  const { groups, output } = restingPoint(design);
  const channel = steered ? Math.max(0, nth(groups, 0).source) : commonMode;
  const ramp = (from: number, to: number): Stimulus => ({
    pwl: [
      [0, from],
      [RAMP, from],
      [2 * RAMP, to],
    ],
  });
  const length = design.length;
  const specimen = { role: 'specimen', count: 1 } as const;
  const pairs = groups.flatMap(({ source: at }, k) => [
    source(`vs${k}`, `s${k}`, '0', steered ? ramp(at, at - STEP) : { dc: at }),
    source(`vg${k}`, `g${k}`, '0', steered ? { dc: commonMode } : ramp(commonMode, commonMode + STEP)),
    device(design, { ...specimen, name: `g${k}`, kind: 'n', drain: 'd', gate: `g${k}`, source: `s${k}`, length }),
  ]);
  const circuit = [
    ...conditions(design),
    source('vdd', 'vdd', '0', { dc: supply }),
    source('vc', 'c', '0', { dc: channel }),
    source('vd', 'd', '0', { dc: output }),
    source('vn', 'gn', '0', ramp(0, supply)),
    source('vp', 'gp', '0', ramp(supply, 0)),
    device(design, { ...specimen, name: 'n', kind: 'n', drain: 'c', gate: 'gn', source: 'c' }),
    device(design, { ...specimen, name: 'p', kind: 'p', drain: 'c', gate: 'gp', source: 'c' }),
    ...pairs,
  ];
  const stop = 3 * RAMP;
  const vectors = ['vn', 'vp', ...groups.map((_, k) => `vg${k}`)].map((name) => `i(${name})`);
  const run = await runOne(ngspice, circuit, { analysis: { kind: 'tran', step: stop / POINTS, stop }, vectors });
  return {
    n: Math.abs(integral(run, 'i(vn)')),
    p: Math.abs(integral(run, 'i(vp)')),
    capacitance: (density) => {
      const index = groups.findIndex((group) => Math.abs(group.density / density - 1) < 1e-9);
      if (index < 0) throw new RangeError(`no pairs of ${density} unit currents a device`);
      return Math.abs(integral(run, `i(vg${index})`)) / STEP;
    },
  };
}

/** Charge that `name` carries over the whole run, C (trapezoids). */
function integral(run: Waves, name: string): number {
  const time = wave(run, 'time');
  const values = wave(run, name);
  let sum = 0;
  for (let k = 1; k < time.length; k++)
    sum += ((nth(values, k) + nth(values, k - 1)) / 2) * (nth(time, k) - nth(time, k - 1));
  return sum;
}
