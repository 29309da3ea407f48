/** Work and crossings, measured on transient waves. */

import { nth } from '../../numeric/index.ts';
import { type Waves, wave } from './spice.ts';

/**
 * Work of the source between `node` and ground over the run, J. Trapezoids over the time points; SPICE counts the
 * current of a source positive where it flows in at the positive terminal.
 */
export function workOf(run: Waves, node: string, source: string): number {
  const time = wave(run, 'time');
  const voltage = wave(run, `v(${node})`);
  const current = wave(run, `i(${source})`);
  let work = 0;
  for (let point = 1; point < time.length; point++) {
    const power = nth(voltage, point) * nth(current, point) + nth(voltage, point - 1) * nth(current, point - 1);
    work -= (power / 2) * (nth(time, point) - nth(time, point - 1));
  }
  return work;
}

/** First crossing of `level` by `node` from `from` to `to`, s. Linear between points. */
export function crossing(run: Waves, node: string, level: number, from: number, to: number): number {
  const time = wave(run, 'time');
  const voltage = wave(run, `v(${node})`);
  for (let point = 1; point < time.length; point++) {
    const before = nth(voltage, point - 1) - level;
    const after = nth(voltage, point) - level;
    if (before * after > 0 || before === after) continue;
    const t0 = nth(time, point - 1);
    const found = t0 + ((nth(time, point) - t0) * before) / (before - after);
    if (found >= from && found <= to) return found;
  }
  throw new RangeError(`v(${node}) does not cross ${level} V between ${from} and ${to} s`);
}
