/** Source of an evaluated number in words. */

import type { Mismatch } from '../quantized/chip.ts';
import { rangesText } from './activation-ranges.ts';
import type { EvaluateResult } from './evaluate.ts';

const short = (value: number): number => Number(value.toPrecision(4));

/** Network, widths, quantization, noise, chips, draws, files. */
export function sourceOf(result: EvaluateResult): string {
  const { job } = result;
  const drawn = result.errors.length > 1 || job.noisePower > 0 || job.neuron ? `; ${drawsOf(result)}` : '';
  return `${quantizationOf(result, job.resolution)}; ${noiseOf(result)}${staticOf(result)}${drawn}; ${filesOf(result)}`;
}

/** Source of what the rounding itself costs. */
export function roundingSourceOf(result: EvaluateResult): string {
  return `error without noise less that in floating point, of the same images; ${quantizationOf(result, null)}; ${filesOf(result)}`;
}

/** Network, widths, quantization; converters of so many bits. */
function quantizationOf({ job, clip, ranges, fractionBits }: EvaluateResult, resolution: number | null): string {
  const widths =
    job.activationBits === job.bits
      ? `${job.bits}-bit weights, inputs and activations`
      : `${job.bits}-bit weights, ${job.activationBits}-bit inputs and activations`;
  const kind = job.weights === 'aware' ? 'quantization-aware training' : 'post-training quantization';
  return (
    `integer network, ${widths}, ${kind} (full-scale weights at ${[...new Set(clip)].join(', ')} of the largest, ` +
    `${ranges ? `largest activations ${rangesText(ranges)}, ` : ''}bias with ${fractionBits} fraction bits${converterOf(resolution)})`
  );
}

/** Weights and data with their hashes, and how many images. */
export function filesOf({ weights, data, images }: EvaluateResult): string {
  return `${weights}; ${data}, ${images} images`;
}

const drawsOf = ({ errors, job }: EvaluateResult): string => `${errors.length} draws, seed ${job.seed}`;

const converterOf = (resolution: number | null): string =>
  resolution === null
    ? ''
    : resolution === 1
      ? ', comparators at the outputs of inner layers'
      : `, ${resolution}-bit converters at the outputs of inner layers`;

function noiseOf({ job, sigma }: EvaluateResult): string {
  const sigmas = [...new Set(sigma.map(short))].join(', ');
  if (job.neuron)
    return (
      `noise of ${job.neuron.neuron} by its closed form with the synapses of each layer, at the input of one synapse ` +
      `${job.neuron.powers.map(short).join(', ')} V^2, V_FS = ${job.neuron.fullScale} V, ${sigmas} products of LSB an output`
    );
  if (job.noisePower === 0) return 'no noise';
  const scale = `V_FS = ${job.fullScale} V`;
  switch (job.model) {
    case 'weight':
      return (
        `noise N(0, sigma^2) on each weight at each MAC, lumped by output, bias without noise; sigma = sqrt(P) / V_FS of a full-scale weight = ` +
        `${sigmas} LSB, ${scale}`
      );
    case 'per-branch':
      return (
        `noise of each unit branch, lumped by output; of a weight sigma = sqrt(P / (2^${job.bits} - 1)) / V_FS of full scale = ` +
        `${sigmas} LSB, ${scale}`
      );
    case 'input-referred':
      return (
        `noise voltage at each synapse's input, whatever input and weight; of an output sigma = sqrt(n P) / V_FS of a full-scale product = ` +
        `${sigmas} products of LSB, ${scale}`
      );
  }
}

function staticOf({ job }: EvaluateResult): string {
  const { mismatch, offset } = job.static;
  const parts = [
    mismatch ? mismatchText(mismatch) : '',
    offset > 0 ? `each output has an offset of sigma ${offset} V at the input of a full-scale weight` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `; a chip a draw: ${parts.join(', ')}`;
}

const mismatchText = (mismatch: Mismatch): string =>
  mismatch.kind === 'factor'
    ? `each weight is off by sigma ${mismatch.deviation} of itself`
    : `each weight w is off by sigma ${short(mismatch.full)} sqrt(w) of full scale, by the unit transistors of ${mismatch.neuron}`;
