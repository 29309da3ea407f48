/** Networks of a spec's `evaluate`: shipped ones by name, and the user's own in files. */

import { z } from 'zod';
import { choiceOf, whole } from './fields.ts';
import { rangesSchema, type ToldRanges } from './ranges.ts';

export const NETWORKS = ['mnist-fcn', 'mnist-cnn', 'cifar10-cnn'] as const;

/** Meaning of pixels of 0 to 255: 0 to 1, -1 to 1, or (pixel / 255 - mean) / std, for all channels or for each. */
export type OwnPixels = 'positive' | 'centred' | { readonly mean: number | number[]; readonly std: number | number[] };

/** Network of the user's own. */
export interface OwnNetwork {
  /** JSON file with the layers, or ONNX file with layers and weights. */
  readonly file: string;
  /** Safetensors file with the weights; the ONNX file itself. */
  readonly weights: string;
  /** Scale of the pixels, which an ONNX file does not say; default: positive. */
  readonly pixels?: OwnPixels | undefined;
  /** Channels, height and width of the images where an ONNX file leaves them open. */
  readonly input?: readonly [channels: number, height: number, width: number] | undefined;
  /**
   * Folder of the test images, or its path with the beginning of the files' names; MNIST's or CIFAR-10's images where
   * left out. Files are named as those of MNIST, EMNIST, CIFAR-10 or CIFAR-100.
   */
  readonly data?: string | undefined;
  /** Rows and columns of the images exchanged, as in EMNIST's files. */
  readonly transposed?: boolean | undefined;
  /** Label of the first class, 1 for the letters of EMNIST; default: 0. */
  readonly firstLabel?: number | undefined;
  /** Place of the training images that tell the ranges of activations; that of the test images where left out. */
  readonly calibration?: string | undefined;
  /** Ranges of unbounded activations. */
  readonly ranges?: ToldRanges | undefined;
}

const NETWORK_RULE = `must be one of: ${NETWORKS.join(', ')}, a network's .json or .onnx file, or {file, weights, data, calibration, ranges}`;

const isOnnx = (file: string): boolean => /\.onnx$/i.test(file);

const statistic = z.union([z.number(), z.array(z.number()).min(1)]);

const ownNetwork = z
  .strictObject({
    file: z.string().meta({
      description: 'JSON file with the layers, or ONNX file with layers and weights; paths are relative to the spec',
    }),
    weights: z.string().optional().meta({ description: 'safetensors file; default: beside the network' }),
    pixels: z
      .union([choiceOf(['positive', 'centred']), z.strictObject({ mean: statistic, std: statistic })], {
        error: 'must be positive, centred or {mean, std}',
      })
      .optional()
      .meta({
        description:
          'of an ONNX file: what pixels of 0 to 255 stand for. positive: 0 to 1 (default); centred: -1 to 1; {mean, std}: (pixel / 255 - mean) / std, a number or one for each channel',
      }),
    input: z
      .tuple([whole(1, 65_536), whole(1, 65_536), whole(1, 65_536)])
      .optional()
      .meta({
        description: 'of an ONNX file that leaves it open: channels, height and width of the images',
      }),
    data: z.string().optional().meta({
      description:
        "folder of test images, or its path with the beginning of the files' names; IDX files named as those of MNIST or EMNIST, or the binary files of CIFAR-10 or CIFAR-100, also with .gz; default: MNIST or CIFAR-10",
    }),
    transposed: z.boolean().optional().meta({
      description: "rows and columns of the images in data are exchanged, as in EMNIST's files; default: false",
    }),
    firstLabel: whole(0, 255).optional().meta({
      description: 'label of the first class in data, 1 for the letters of EMNIST; default: 0',
    }),
    calibration: z.string().optional().meta({
      description:
        'folder of training images, as data is given, that tell the ranges of unbounded activations; default: that of data',
    }),
    ranges: rangesSchema.optional().meta({
      description:
        'outputs that the largest codes of layers with unbounded activations (relu, inner none) stand for: least-squares (default), ' +
        'max, {percentile: 50 to 100}, a number, or such a choice for each layer by its name',
    }),
  })
  .superRefine(({ file, weights, pixels, input }, context) => {
    const refuse = (key: string, value: unknown, message: string): void =>
      context.addIssue({ code: 'custom', path: [key], message, input: value });
    if (isOnnx(file) && weights !== undefined) refuse('weights', weights, 'must be left out: an ONNX file holds them');
    for (const [key, value] of Object.entries({ pixels, input }))
      if (!isOnnx(file) && value !== undefined)
        refuse(key, value, 'must stand in the network file; here it is for an .onnx file');
  })
  .superRefine(({ data, transposed, firstLabel }, context) => {
    if (data !== undefined) return;
    for (const [key, value] of Object.entries({ transposed, firstLabel }))
      if (value !== undefined)
        context.addIssue({
          code: 'custom',
          path: [key],
          message: 'must come with data, a folder of images',
          input: value,
        });
  })
  .transform(({ file, weights, ...images }): OwnNetwork => ({ file, weights: weights ?? besideOf(file), ...images }));

const besideOf = (file: string): string => file.replace(/\.json$/i, '.safetensors');

export const networkSchema = z.union(
  [
    choiceOf(NETWORKS),
    z
      .string()
      .regex(/\.(json|onnx)$/i)
      .transform((file): OwnNetwork => ({ file, weights: besideOf(file) })),
    ownNetwork,
  ],
  { error: NETWORK_RULE },
);
