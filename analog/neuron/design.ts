/**
 * Small-signal mixed-signal neuron as data: differential pairs whose weights switch their inputs. Each weight bit b has
 * one pair with a tail of 2^b unit currents (or, tail-steered, one pair that the bits steer their tail currents to and
 * an idle one that takes the rest); a weight bit that is 1 connects the pair's gates to the input, a 0 connects both to
 * the common mode; all pairs share two output nodes with diode-connected P loads. The current of every synapse is
 * fixed, so the bandwidth does not depend on the weight (B. Chatterjee et al., arXiv 1710.09012, 2017).
 */

import type { AnalogNeuron } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import type { Conditions } from '../device/parameters.ts';

/** Design of a neuron at one unit current. */
export interface Design {
  readonly name: string;
  readonly bits: number;
  readonly synapses: number;
  /** A */
  readonly unitCurrent: number;
  /** V */
  readonly supply: number;
  /** Common mode of the inputs, V. */
  readonly commonMode: number;
  /** Largest weight, 2^bits - 1. */
  readonly units: number;
  readonly sizing: AnalogNeuron['sizing'];
  /**
   * Unit transistors on one side of each pair of a synapse. The pairs are those of the weight bits b, or tail-steered:
   * driven and idle.
   */
  readonly devices: readonly number[];
  /** Channel length of the pairs, m. */
  readonly length: number;
  /** Load transistors on one side. */
  readonly loads: number;
  /** Capacitance at each output, F. */
  readonly loadCapacitance: number;
  readonly tails: AnalogNeuron['tails'];
  readonly switches: AnalogNeuron['switches'];
  /** Conditions of the N transistors, corner included. */
  readonly conditionsN: Conditions;
  /** Conditions of the P transistors, corner included. */
  readonly conditionsP: Conditions;
}

/** Current of a mirror's reference out of the supply, A; ideal tails have none. */
export const referenceCurrent = ({ tails, unitCurrent }: Pick<Design, 'tails' | 'unitCurrent'>): number =>
  tails === 'mirror' ? unitCurrent : 0;

/** Pair of a synapse at some weight. */
export interface Pair {
  /** Weight bit, or `d` (driven) and `i` (idle) where the tails are steered. */
  readonly tag: string;
  /** Tail current in unit currents. */
  readonly tail: number;
  /** Unit transistors on one side. */
  readonly devices: number;
  /** Presence of the input at its gates. */
  readonly driven: boolean;
}

/** Pairs of one synapse at `weight`, 0 to 2^bits - 1. */
export function pairsAt(design: Omit<Design, 'commonMode'>, weight: number): readonly Pair[] {
  const { units, devices, sizing } = design;
  if (!Number.isInteger(weight) || weight < 0 || weight > units)
    throw new RangeError(`weight must be a whole number from 0 to ${units}: ${weight}`);
  if (sizing === 'tail-steered')
    return [
      { tag: 'd', tail: weight, devices: nth(devices, 0), driven: true },
      { tag: 'i', tail: units - weight, devices: nth(devices, 1), driven: false },
    ];
  return devices.map((count, bit) => ({
    tag: `${bit}`,
    tail: 2 ** bit,
    devices: count,
    driven: Math.floor(weight / 2 ** bit) % 2 === 1,
  }));
}
