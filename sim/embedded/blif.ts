/** BLIF as Yosys writes it after `readBackScript`: ports, and what drives each signal. */

import { nth } from '../../numeric/index.ts';
import { DesignError } from '../simulator/simulator.ts';

/** Driver of a signal: a gate, another signal under a new name, a flip-flop, or nothing. */
export interface Driver {
  readonly type: string;
  /** Signals on the pins A, B and S, as many as there are; of a flip-flop on D and C. */
  readonly inputs: readonly string[];
}

/** Flip-flop of a rising edge. */
export const FLIP_FLOP = '$_DFF_P_';
/** Flip-flop of a falling edge, which an inverted clock makes one of the rising edge. */
export const FALLING = '$_DFF_N_';
/** Type of a flip-flop whose first value is stated, before that value. */
export const START = 'start';
/** Type of the cell that stands where nothing drives. */
export const NOTHING = '$anyseq';

/** Test for a flip-flop of the rising edge. */
export const isFlipFlop = (type: string): boolean =>
  type === FLIP_FLOP || type === FALLING || type === `${START}0` || type === `${START}1`;

/** Error about a cell that is neither a gate nor such a flip-flop. */
export function unfitCell(type: string): DesignError {
  const kind = /^\$_?(DLATCH|SR|FF)/.test(type) ? 'a latch' : `a cell ${type}`;
  return new DesignError(`it holds ${kind}, beside gates and registers of the rising edge`);
}

/**
 * Signals of one BLIF model as Yosys writes it. It holds ports, `.subckt` lines, and `.names` that are constants or
 * buffers.
 */
export function parseBlif(blif: string) {
  const inputs: string[] = [];
  const outputs: string[] = [];
  const drivers = new Map<string, Driver>();
  const drive = (signal: string, driver: Driver): void => {
    if (drivers.has(signal)) throw new DesignError(`more than one cell drives ${signal}`);
    drivers.set(signal, driver);
  };
  for (const line of blif.split('\n')) {
    const [word, ...rest] = line.split(' ');
    if (word === '.inputs') inputs.push(...rest);
    else if (word === '.outputs') outputs.push(...rest);
    else if (word === '.names' && rest.length === 2) drive(nth(rest, 1), { type: '$_BUF_', inputs: [nth(rest, 0)] });
    else if (word === '.names' && rest.length > 2) throw new Error(`unexpected line in BLIF: ${line}`);
    else if (word === '.subckt') {
      const type = nth(rest, 0);
      if (type === NOTHING) {
        for (const pin of rest.slice(1)) drive(pin.slice(pin.indexOf('=') + 1), { type, inputs: [] });
        continue;
      }
      const pins = new Map(rest.slice(1).map((pin) => [pin.slice(0, 1), pin.slice(2)]));
      if (pins.has('Q') && !isFlipFlop(type)) throw unfitCell(type);
      const [output, names] = isFlipFlop(type) ? ['Q', ['D', 'C']] : ['Y', ['A', 'B', 'S']];
      const inputs = names.map((pin) => pins.get(pin)).filter((signal) => signal !== undefined);
      const signal = pins.get(output);
      if (signal === undefined) throw new Error(`unexpected line in BLIF: ${line}`);
      drive(signal, { type, inputs });
    } else if (word === '.latch') throw new Error(`unexpected line in BLIF: ${line}`);
  }
  return { inputs, outputs, drivers };
}

/** Signals such as `x[0] x[1] y` by port, least significant bit first. */
export function groupPorts(signals: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const ports = new Map<string, string[]>();
  for (const signal of signals) {
    const name = signal.replace(/\[\d+\]$/, '');
    const bits = ports.get(name);
    if (bits) bits.push(signal);
    else ports.set(name, [signal]);
  }
  return ports;
}
