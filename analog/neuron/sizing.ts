/** Design of a neuron from its spec: devices of each weight bit, loads and common mode. */

import type { AnalogNeuron } from '../../gen/index.ts';
import { firstCommonMode, searchCommonMode, serves } from './common-mode.ts';
import type { Design } from './design.ts';
import { type RestingPoint, restingPoint } from './resting-point.ts';

/**
 * Unit currents of a side that share one load transistor. A wide load only adds capacitance, a narrow one leaves weak
 * inversion and takes the pairs' headroom; with 64 units (half of 64 unit currents) it leaves it at 30 nA, and in one
 * synapse below 7 bits a single transistor is enough. Where fewer devices than units bring their capacitance, half as
 * many loads are the better trade. Every synapse brings its own loads: bandwidth and energy per synapse do not depend
 * on their number, and the gain of one synapse is divided by it.
 */
const UNITS_PER_LOAD = { unit: 64, segmented: 128, 'tail-steered': 128, minimum: 128 } as const;
/** Threshold shift of the corners, V: three sigma of 10 mV between dies, an assumption. */
export const CORNER_SHIFT = 0.03;

/** Design of `neuron` at `unitCurrent`, A. */
export function designOf(neuron: AnalogNeuron, unitCurrent: number = neuron.unitCurrent): Design {
  return placedDesign(neuron, unitCurrent).design;
}

/** Design with its resting point at the largest weights. The rule for the common mode has found that point anyway. */
export function placedDesign(
  neuron: AnalogNeuron,
  unitCurrent: number = neuron.unitCurrent,
): { readonly design: Design; readonly resting: RestingPoint } {
  if (!(unitCurrent > 0 && unitCurrent <= 1e-3))
    throw new RangeError(`unit current must be above 0 to 1 mA: ${unitCurrent}`);
  const units = 2 ** neuron.bits - 1;
  const { bits, synapses, supply, sizing, temperature, thresholdShift, commonMode } = neuron;
  const [n, p] = cornerSigns(neuron.corner);
  // Written out: sweeps build hundreds of thousands of these, and a spread takes as long as a transistor.
  const design: Design = {
    name: neuron.name,
    bits,
    synapses,
    unitCurrent,
    supply,
    commonMode: commonMode ?? firstCommonMode(supply),
    units,
    sizing,
    devices: sizing === 'tail-steered' ? [neuron.devices, neuron.devices] : devicesOf(bits, neuron.segment),
    length: neuron.length,
    loads: neuron.loads ?? synapses * Math.max(1, Math.round(units / UNITS_PER_LOAD[sizing])),
    loadCapacitance: neuron.loadCapacitance,
    tails: neuron.tails,
    switches: neuron.switches,
    conditionsN: { temperature, thresholdShift: thresholdShift + n * CORNER_SHIFT },
    conditionsP: { temperature, thresholdShift: thresholdShift + p * CORNER_SHIFT },
  };
  const resting = restingPoint(design);
  if (commonMode !== undefined || serves(design, resting)) return { design, resting };
  const chosen = searchCommonMode(design, (other) => restingPoint(other), resting);
  return { design: { ...design, commonMode: chosen.commonMode }, resting: chosen.point };
}

/** Unit transistors of each weight bit. The lowest `segment` + 1 bits have one each. */
function devicesOf(bits: number, segment: number): readonly number[] {
  const devices: number[] = [];
  for (let bit = 0; bit < bits; bit++) devices.push(2 ** Math.max(0, bit - segment));
  return devices;
}

/** Signs of the threshold shifts of N and P. */
function cornerSigns(corner: AnalogNeuron['corner']): readonly [number, number] {
  switch (corner) {
    case 'typical':
      return [0, 0];
    case 'slow':
      return [1, 1];
    case 'fast':
      return [-1, -1];
    case 'slow-n-fast-p':
      return [1, -1];
    case 'fast-n-slow-p':
      return [-1, 1];
  }
}
