/** Whole layers of a network through the RTL of one serial neuron, every output compared. */

import { accumulatorBits, activate, type DigitalNeuron, outputBits } from '../../gen/index.ts';
import { nth } from '../../numeric/index.ts';
import { thresholdCount } from '../../rtl/index.ts';
import { type RunningModel, type VerilatorSources, warningsOf } from '../simulator/verilator.ts';
import { answerBytes, type LayerOutputs, layerSources, packLayer, unpackOutputs } from './harness.ts';
import { type LayerImage, type StreamedLayer, thresholdsFor } from './layer.ts';

/** Accumulator and output of a neuron; NaN where it gave none. */
export interface StreamedOutput {
  /** Accumulator (sum << fractionBits) + bias. */
  readonly accumulator: number;
  /** Code of the next layer, or accumulator >> shift without a table. */
  readonly result: number;
  /** Output of the neuron's own activation for the sum; null without one. */
  readonly own: number | null;
}

/** An output of a layer that is not what it must be. */
export interface LayerMismatch {
  readonly layer: string;
  /** Number of the image among those streamed, from 0. */
  readonly image: number;
  readonly output: number;
  /** Place in a convolution; null where an image has one of each output. */
  readonly place: { readonly row: number; readonly column: number } | null;
  readonly expected: StreamedOutput;
  readonly found: StreamedOutput;
}

export interface LayerCheck {
  readonly layer: string;
  readonly images: number;
  readonly products: number;
  readonly accumulators: number;
  readonly mismatches: number;
  readonly first?: LayerMismatch;
}

/** The RTL of a serial neuron, built and running. */
export interface LayerModel {
  /** Warnings of Verilator. */
  readonly warnings: string;
  /** Comparison of a layer's outputs for streamed images. `first` is the number of the first image. */
  check(layer: StreamedLayer, images: readonly LayerImage[], first?: number): Promise<LayerCheck>;
  close(): Promise<void>;
}

/**
 * Model of `neuron`, whose Verilog is `files`, for layers of `fractionBits`. `start` is as for `verilatorSimulator`.
 */
export async function startLayerModel(
  start: (sources: VerilatorSources) => Promise<RunningModel>,
  neuron: DigitalNeuron,
  files: VerilatorSources['files'],
  fractionBits: number,
): Promise<LayerModel> {
  const model = await start(layerSources(neuron, files, fractionBits));
  const never = 2 ** (accumulatorBits(neuron) + fractionBits) - 1;
  return {
    warnings: warningsOf(model.log),
    check: async (layer, images, first = 0) => {
      if (layer.fractionBits !== fractionBits)
        throw new RangeError(`${layer.name} must have ${fractionBits} fraction bits: ${layer.fractionBits}`);
      const thresholds = thresholdsFor(layer, thresholdCount(neuron), never);
      const answers = images.map(({ operands, accumulators }) =>
        model.run(packLayer(layer, thresholds, operands), answerBytes(neuron, accumulators.length)),
      );
      // They are awaited one after the other; until then a failure is not an unhandled one.
      for (const answer of answers) answer.catch(() => undefined);
      const checks: LayerCheck[] = [];
      for (const [k, image] of images.entries()) {
        const outputs = unpackOutputs(neuron, (await answers[k]) ?? new Uint8Array(), image.accumulators.length);
        checks.push(compareImage(neuron, layer, image, outputs, first + k));
      }
      return joined(layer.name, checks);
    },
    close: () => model.close(),
  };
}

/** Checks of one layer joined into one. */
export function joined(layer: string, checks: readonly LayerCheck[]): LayerCheck {
  const total = (of: (check: LayerCheck) => number): number => checks.reduce((sum, check) => sum + of(check), 0);
  const first = checks.find((check) => check.first)?.first;
  return {
    layer,
    images: total((check) => check.images),
    products: total((check) => check.products),
    accumulators: total((check) => check.accumulators),
    mismatches: total((check) => check.mismatches),
    ...(first ? { first } : {}),
  };
}

function compareImage(
  neuron: DigitalNeuron,
  layer: StreamedLayer,
  { accumulators, results }: LayerImage,
  { sums, codes, own }: LayerOutputs,
  image: number,
): LayerCheck {
  const ownOf = ownActivation(neuron, layer.fractionBits);
  const unit = 2 ** layer.shift;
  let mismatches = 0;
  let first: LayerMismatch | undefined;
  accumulators.forEach((accumulator, k) => {
    const sum = nth(sums, k);
    const expected = { accumulator, result: nth(results, k), own: ownOf(accumulator) };
    const found = {
      accumulator: sum,
      result: layer.table ? nth(codes, k) : Math.floor(sum / unit),
      own: own[k] ?? null,
    };
    if (found.accumulator === expected.accumulator && found.result === expected.result && found.own === expected.own)
      return;
    mismatches++;
    const place = Math.floor(k / layer.outputs);
    first ??= {
      layer: layer.name,
      image,
      output: k % layer.outputs,
      place:
        layer.height * layer.width > 1 ? { row: Math.floor(place / layer.width), column: place % layer.width } : null,
      expected,
      found,
    };
  });
  return {
    layer: layer.name,
    images: 1,
    products: accumulators.length * layer.synapses,
    accumulators: accumulators.length,
    mismatches,
    ...(first ? { first } : {}),
  };
}

/** Expected output of the neuron's own activation for an accumulator. */
function ownActivation(neuron: DigitalNeuron, fractionBits: number): (accumulator: number) => number | null {
  const bits = outputBits(neuron);
  if (bits === 0) return () => null;
  return (accumulator) => {
    const y = activate(neuron, BigInt(Math.floor(accumulator / 2 ** fractionBits)));
    return y === undefined ? null : Number(BigInt.asUintN(bits, y));
  };
}
