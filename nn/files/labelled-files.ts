/** Data sets of labelled files, by their format. */

import { dataSetOfCifar } from '../data/cifar.ts';
import { type DataSet, dataSetOfIdx, type NamedBytes } from '../data/data-set.ts';
import { layerShapes, type Network, sizeOf } from '../network/network.ts';

/** Files of a part of a data set: IDX (images and labels), or records of CIFAR-10. */
export type LabelledFiles =
  | {
      readonly format: 'idx';
      readonly images: NamedBytes;
      readonly labels: NamedBytes;
      readonly classes: number;
      readonly source: string;
    }
  | {
      readonly format: 'cifar10';
      readonly batches: readonly NamedBytes[];
      readonly classes: number;
      readonly source: string;
    };

/** Classes that a network tells apart: its outputs. */
export function classesOf(network: Network): number {
  const last = layerShapes(network).at(-1);
  return last ? sizeOf(last) : 0;
}

/** Data set of labelled files. Throws `FormatError` naming the file. */
export function dataSetOf(files: LabelledFiles): DataSet {
  switch (files.format) {
    case 'idx':
      return dataSetOfIdx(files.images, files.labels, files.classes, files.source);
    case 'cifar10':
      return dataSetOfCifar(files.batches, files.classes, files.source);
  }
}
