/** Labelled images, as every network here takes them, and the formats they come in. */

import { FormatError } from './format-error.ts';
import { parseIdx } from './idx.ts';
import { classLabels, type LabelRange } from './labels.ts';
import { exchangedAxes } from './layout.ts';

/** Shape of an image. */
export interface ImageShape {
  /** Channels: 1 for gray, 3 for red, green, blue. */
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

export interface DataSet extends ImageShape {
  readonly images: number;
  /** Values of an image: channels * height * width. */
  readonly pixels: number;
  /** Values of all pixels [images, channels, height, width], 0 to 255; their meaning is the network's `pixels`. */
  readonly values: Uint8Array;
  /** Labels [images], 0 to classes - 1. */
  readonly labels: Uint8Array;
  readonly classes: number;
  /** Description of the data with its hash: the source of every number made with it. */
  readonly source: string;
}

/** A file by its name and content. */
export interface NamedBytes {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * Data set of two IDX files: images [n, height, width], [n, height, width, channels] or [n, channels, height, width],
 * and labels [n]. Of the last two, `like` decides where both are possible. Throws `FormatError` naming the file.
 */
export function dataSetOfIdx(
  images: NamedBytes,
  labels: NamedBytes,
  range: LabelRange,
  source: string,
  like?: ImageShape,
): DataSet {
  const pictures = parseIdx(images.bytes, images.file, [3, 4]);
  const names = parseIdx(labels.bytes, labels.file, [1]);
  const [count = 0] = pictures.shape;
  if (count === 0) throw new FormatError(images.file, 'must hold an image at least: it holds none');
  const { channels, height, width, last } = layoutOf(images.file, pictures.shape, like);
  const pixels = channels * height * width;
  if (pixels === 0) throw new FormatError(images.file, `must hold images of a pixel at least: ${height} x ${width}`);
  if (names.values.length !== count)
    throw new FormatError(labels.file, `must hold a label an image (${count}): ${names.values.length}`);
  return {
    images: count,
    channels,
    height,
    width,
    pixels,
    values: last ? exchangedAxes(pictures.values, height * width, channels) : pictures.values,
    labels: classLabels(names.values, labels.file, range),
    classes: range.classes,
    source,
  };
}

/** Shape of the images in an array of `shape`; `last`: the channels of a pixel stand together. */
function layoutOf(file: string, shape: readonly number[], like?: ImageShape): ImageShape & { readonly last: boolean } {
  const [, a = 0, b = 0, c = 0] = shape;
  if (shape.length === 3) return { channels: 1, height: a, width: b, last: false };
  const layouts = [
    { channels: c, height: a, width: b, last: true },
    { channels: a, height: b, width: c, last: false },
  ];
  const fits = layouts.find(
    ({ channels, height, width }) => channels === like?.channels && height === like.height && width === like.width,
  );
  const found = fits ?? layouts.find(({ channels }) => channels <= 4);
  if (found) return found;
  throw new FormatError(
    file,
    `must hold images of 1 to 4 channels, [images, height, width, channels]: [${shape.join(', ')}]`,
  );
}

/** Images `from` (included) to `to` (excluded) of a data set. */
export function sliceOfDataSet(data: DataSet, from: number, to: number): DataSet {
  if (!(from >= 0 && from < to && to <= data.images))
    throw new RangeError(`images must be a range within 0 to ${data.images}: ${from} to ${to}`);
  return {
    ...data,
    images: to - from,
    values: data.values.subarray(from * data.pixels, to * data.pixels),
    labels: data.labels.subarray(from, to),
  };
}

/** Data set whose images have rows and columns exchanged, as those in EMNIST's files do. */
export function transposed(data: DataSet): DataSet {
  const { height, width } = data;
  return {
    ...data,
    height: width,
    width: height,
    values: exchangedAxes(data.values, height, width),
    source: `${data.source}, transposed`,
  };
}
