/** Keys of the sizings of a mixed-signal neuron, and of the design search. */

import { key } from './key.ts';

/** Figures of one synapse in every sizing. Taken at the unit current of the spec and at the smallest. */
export const SIZING_KEYS = {
  power: key('{neuron}.sizing.{sizing}.power', 'W', 'power from the supply'),
  bandwidth: key('{neuron}.sizing.{sizing}.bandwidth', 'Hz', '-3 dB bandwidth of the output'),
  gain: key('{neuron}.sizing.{sizing}.gain', '1', 'differential gain at the largest weight'),
  noiseTotal: key('{neuron}.sizing.{sizing}.noise.total', 'V^2', 'integrated noise power at the output'),
  energyPerSynapse: key('{neuron}.sizing.{sizing}.energyPerSynapse', 'J', 'power over bandwidth'),
  energyByPole: key('{neuron}.sizing.{sizing}.energyPerSynapse.pole', 'J', 'power over the pole of the output'),
  floorCurrent: key('{neuron}.sizing.{sizing}.floor.unitCurrent', 'A', 'smallest unit current that is usable'),
  floorPower: key('{neuron}.sizing.{sizing}.floor.power', 'W', 'power at the smallest usable unit current'),
  floorBandwidth: key(
    '{neuron}.sizing.{sizing}.floor.bandwidth',
    'Hz',
    'bandwidth at the smallest usable unit current',
  ),
} as const;

/** Static errors of a sizing. */
export const SIZING_ERROR_KEYS = {
  nonlinearity: key(
    '{neuron}.sizing.{sizing}.nonlinearity@unitCurrent={unitCurrent}',
    '1',
    'largest distance of the gain by weight from a straight line, part of full scale',
  ),
  mismatch: key(
    '{neuron}.sizing.{sizing}.mismatch@unitCurrent={unitCurrent}',
    '1',
    'standard deviation of the largest weight by mismatch, part of full scale, ideal tails',
  ),
  mismatchMirrored: key(
    '{neuron}.sizing.{sizing}.mismatch.mirrored@unitCurrent={unitCurrent}',
    '1',
    'the same with tails mirrored by transistors',
  ),
} as const;

/** Figures of many synapses of a sizing on one output. */
export const SHARED_OUTPUT_KEYS = {
  energyPerSynapse: key(
    '{neuron}.sizing.{sizing}.shared.energyPerSynapse@synapses={synapses},unitCurrent={unitCurrent}',
    'J',
    'power over bandwidth and synapses, so many of them on one output',
  ),
  noiseTotal: key(
    '{neuron}.sizing.{sizing}.shared.noise.total@synapses={synapses},unitCurrent={unitCurrent}',
    'V^2',
    'integrated noise power at the output that so many synapses share',
  ),
} as const;

/** Comparison of a sizing with a digital neuron. */
export const SIZING_PAIR_KEYS = {
  powerRatio: key(
    '{neuron}.sizing.{sizing}.powerRatio@{frequency}',
    '1',
    'power of one synapse of the digital neuron over that of the sizing',
  ),
} as const;

/** Results of the search for a neuron that meets targets, `somagen analog --design`. */
export const DESIGN_KEYS = {
  energyTimesNoise: key('design.energyTimesNoise', 'J V^2', 'least energy per synapse times noise power of all tried'),
  mismatch: key('design.mismatch', '1', 'standard deviation of the largest weight of the design, part of full scale'),
  effectiveBits: key('design.effectiveBits', '1', 'effective bits of the output, noise and mismatch together'),
  energyAtTarget: key('design.energyAtTarget', 'J', 'energy per synapse at the bandwidth that was asked for'),
  unitCurrent: key('design.unitCurrent', 'A', 'unit current of the design'),
  loadCapacitance: key('design.loadCapacitance', 'F', 'load capacitance of the design'),
} as const;

/** Targets of the search that exclude each other. */
export const CONFLICT_KEYS = {
  noise: key('design.conflict.noise', 'V^2', 'least noise power that the other targets allow'),
  mismatch: key('design.conflict.mismatch', '1', 'least mismatch that the other targets allow'),
  error: key('design.conflict.effectiveBits', '1', 'most effective bits that the other targets allow'),
  energy: key('design.conflict.energy', 'J', 'least energy per synapse that the other targets allow'),
} as const;
