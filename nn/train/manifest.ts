/** Manifest of shipped weights: how they came about, what they reach, and what was chosen for them. */

import { FormatError } from '../data/format-error.ts';
import type { ValidatedChoice } from '../evaluate/choose-clip.ts';
import type { QuantizationChoice } from '../quantized/quantize.ts';
import type { TrainOptions } from './options.ts';

export interface WeightManifest {
  readonly network: string;
  /** Command that makes these weights, bit for bit. */
  readonly command: string;
  /** Weights that training went on from, with their hash. */
  readonly from?: string;
  readonly training: TrainOptions;
  /** Data sets with hashes, and the numbers of images trained with and chosen by. */
  readonly data: {
    readonly train: string;
    readonly test: string;
    readonly trained: number;
    readonly validated: number;
  };
  /**
   * Part of the images classified rightly by the network as it was trained: in floating point, or with the rounding and the
   * mismatch that training knew of. The test images were looked at once, at the end.
   */
  readonly accuracy: { readonly validation: number; readonly test: number };
  /** Largest weight of each layer: what the largest code stands for where nothing is clipped. */
  readonly largestWeights: readonly number[];
  /** Origin of the ranges of unbounded activations; left out where there are none. */
  readonly ranges?: string;
  /** Quantization chosen for each width on the validation images. */
  readonly quantization: readonly ValidatedChoice[];
  /** Hash of the safetensors file, hex. */
  readonly sha256: string;
}

/** Manifest in a JSON `text`. Throws `FormatError` naming `file` where it is not one of `network`. */
export function readManifest(text: string, network: string, file: string): WeightManifest {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch (error) {
    throw new FormatError(file, `is not JSON (${(error as Error).message})`);
  }
  if (!isManifest(manifest)) throw new FormatError(file, 'is not the manifest of weights');
  if (manifest.network !== network)
    throw new FormatError(file, `must be the manifest of ${network}: ${manifest.network}`);
  return manifest;
}

/** Quantization chosen for `bits`. Throws where the manifest has none. */
export function choiceFor(manifest: WeightManifest, bits: number): QuantizationChoice {
  const found = manifest.quantization.find((choice) => choice.bits === bits);
  if (!found) throw new RangeError(`${manifest.network} has no quantization chosen for ${bits} bits`);
  return { bits, clip: found.clip };
}

/**
 * Ranges of activations of so many bits, for weights of `bits`. They are the choice's of that width, else those that
 * training knew of. Null where the manifest has none.
 */
export function rangesFor(
  { quantization, ranges: calibration }: WeightManifest,
  bits: number,
  activationBits: number,
): { readonly ranges: readonly number[]; readonly calibration: string } | null {
  const width = (choice: ValidatedChoice): number => choice.activationBits ?? choice.bits;
  const found = [
    quantization.find((choice) => choice.bits === bits && choice.activationBits !== undefined),
    quantization.find((choice) => width(choice) === activationBits),
    quantization.find((choice) => choice.bits === bits),
  ].find((choice) => choice?.ranges !== undefined);
  return found?.ranges && calibration !== undefined ? { ranges: found.ranges, calibration } : null;
}

/** Check of the parts that are computed with; the others are for people. */
function isManifest(value: unknown): value is WeightManifest {
  const { network, sha256, quantization } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof network === 'string' &&
    typeof sha256 === 'string' &&
    Array.isArray(quantization) &&
    quantization.every(({ bits, clip, ranges = [] }) => Number.isInteger(bits) && isNumbers(clip) && isNumbers(ranges))
  );
}

const isNumbers = (value: unknown): boolean =>
  Array.isArray(value) && value.every((part: unknown) => typeof part === 'number');
