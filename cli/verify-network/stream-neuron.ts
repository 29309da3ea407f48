/** A network through one serial neuron: its Verilog built, every image streamed, everything compared. */

import type { GeneratedNeuron } from '../../flow/index.ts';
import { type DataSet, type QuantizedNetwork, streamedImage } from '../../nn/index.ts';
import { nth } from '../../numeric/index.ts';
import { layerVerilog } from '../../rtl/index.ts';
import { joined, type LayerCheck, type LayerModel, type StreamedLayer, startLayerModel } from '../../sim/index.ts';
import { createVerilator } from '../../tools/index.ts';
import type { Run } from '../run/run.ts';
import { standingFiles } from '../steps/verify.ts';
import type { VerifiedNetwork } from './findings.ts';

/** A neuron with the layers and images that are streamed through it. */
export interface NeuronStream extends Pick<GeneratedNeuron, 'neuron' | 'verilog'> {
  readonly quantized: QuantizedNetwork;
  readonly data: DataSet;
  /** Name and hash of the weights. */
  readonly weights: string;
  /** Layers as the neuron gets them, with their places among those with weights. */
  readonly layers: readonly { readonly layer: StreamedLayer; readonly index: number }[];
}

/** Most reports of progress over all images. */
const REPORTS = 20;

/**
 * Checks of a neuron, built from its Verilog in the output folder, over every image. Rejects with the reason of `signal` when
 * that is aborted.
 */
export async function streamNeuron(
  run: Run,
  stream: NeuronStream,
  signal: AbortSignal,
  onProgress: (state: string) => void,
): Promise<VerifiedNetwork> {
  signal.throwIfAborted();
  const { neuron, verilog, quantized, data, layers } = stream;
  const network = quantized.network.name;
  const fractionBits = nth(layers, 0).layer.fractionBits;
  const files = await standingFiles(run.options.out, neuron, verilog);
  const written = Object.fromEntries(
    Object.entries(layerVerilog(neuron, fractionBits)).map(([name, text]) => [`rtl/${name}`, text]),
  );
  await run.write(written);
  onProgress('building');
  const model = await startLayerModel(createVerilator({ ...run.toolOptions, signal }), neuron, files, fractionBits);
  try {
    const step = Math.ceil(data.images / REPORTS);
    const checks = await streamImages(model, stream, (done) => {
      signal.throwIfAborted();
      if (done % step === 0 || done === data.images) onProgress(`${done} of ${data.images} images`);
    });
    const { name, bits, inputBits } = neuron;
    const source = `${stream.weights}; ${data.source}`;
    const { images } = data;
    return { neuron: name, network, bits, inputBits, fractionBits, images, source, checks, files: written };
  } finally {
    await model.close();
  }
}

/** Checks of every image in every layer; an image is prepared while the one before is simulated. */
async function streamImages(
  model: LayerModel,
  { quantized, data, layers }: NeuronStream,
  onImages: (done: number) => void,
): Promise<LayerCheck[]> {
  const start = (image: number): Promise<LayerCheck[]> => {
    const pixels = data.values.subarray(image * data.pixels, (image + 1) * data.pixels);
    const prepared = streamedImage(quantized, pixels);
    return Promise.all(
      layers.flatMap(({ layer, index }) => {
        const wanted = prepared[index];
        return wanted ? [model.check(layer, [wanted], image)] : [];
      }),
    );
  };
  const checks: LayerCheck[][] = [];
  let before = start(0);
  for (let image = 1; image <= data.images; image++) {
    const next = image < data.images ? start(image) : Promise.resolve([]);
    // It is awaited one image later; until then its failure is not an unhandled one.
    next.catch(() => undefined);
    checks.push(await before);
    onImages(image);
    before = next;
  }
  return layers.map(({ layer }, k) =>
    joined(
      layer.name,
      checks.flatMap((ofImage) => ofImage[k] ?? []),
    ),
  );
}
