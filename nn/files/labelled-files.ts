/** Data sets of labelled files, by their format. */

import { dataSetOfCifar } from '../data/cifar.ts';
import { type DataSet, dataSetOfIdx, type ImageShape, type NamedBytes, transposed } from '../data/data-set.ts';
import type { LabelRange } from '../data/labels.ts';
import { type Network, sizeOf } from '../network/network.ts';
import { layerShapes } from '../network/shapes.ts';

/** Labels, name and orientation of a part of a data set, whatever its files. */
interface Labelled extends LabelRange {
  readonly source: string;
  /** Rows and columns exchanged, as in EMNIST's files. */
  readonly transposed?: boolean | undefined;
}

/** Files of a part of a data set: IDX (images and labels), or records of CIFAR. */
export type LabelledFiles =
  | (Labelled & {
      readonly format: 'idx';
      readonly images: NamedBytes;
      readonly labels: NamedBytes;
      /** Shape that images in four dimensions should have. */
      readonly like?: ImageShape;
    })
  | (Labelled & { readonly format: 'cifar10' | 'cifar100'; readonly batches: readonly NamedBytes[] });

/** Classes that a network tells apart: its outputs. */
export function classesOf(network: Network): number {
  const last = layerShapes(network).at(-1);
  return last ? sizeOf(last) : 0;
}

/** Data set of labelled files. Throws `FormatError` naming the file. */
export function dataSetOf(files: LabelledFiles): DataSet {
  const data = asStored(files);
  return files.transposed ? transposed(data) : data;
}

function asStored(files: LabelledFiles): DataSet {
  switch (files.format) {
    case 'idx':
      return dataSetOfIdx(files.images, files.labels, files, files.source, files.like);
    case 'cifar10':
    case 'cifar100':
      return dataSetOfCifar(files.batches, files.format, files, files.source);
  }
}
