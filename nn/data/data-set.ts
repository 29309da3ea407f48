/** Labelled images, as every network here takes them, and the formats they come in. */

import { FormatError } from './format-error.ts';
import { parseIdx } from './idx.ts';

export interface DataSet {
  readonly images: number;
  /** Channels: 1 for gray, 3 for red, green, blue. */
  readonly channels: number;
  readonly height: number;
  readonly width: number;
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

/** Data set of two IDX files: images [n, height, width] and labels [n]. Throws `FormatError` naming the file. */
export function dataSetOfIdx(images: NamedBytes, labels: NamedBytes, classes: number, source: string): DataSet {
  const pictures = parseIdx(images.bytes, images.file, 3);
  const names = parseIdx(labels.bytes, labels.file, 1);
  const [count = 0, height = 0, width = 0] = pictures.shape;
  if (names.values.length !== count)
    throw new FormatError(labels.file, `must hold a label an image (${count}): ${names.values.length}`);
  const wrong = names.values.findIndex((label) => label >= classes);
  if (wrong >= 0)
    throw new FormatError(labels.file, `labels must be 0 to ${classes - 1}: ${names.values[wrong]} (image ${wrong})`);
  return {
    images: count,
    channels: 1,
    height,
    width,
    pixels: height * width,
    values: pictures.values,
    labels: names.values,
    classes,
    source,
  };
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
