/** Formats that are taken for a data file by mistake, told by their first bytes. */

interface Foreign {
  /** First bytes, each a character of its code; `at` bytes from the beginning (default 0). */
  readonly start: string;
  readonly at?: number;
  readonly is: string;
}

const FOREIGN: readonly Foreign[] = [
  { start: '\x1f\x8b', is: 'is compressed with gzip: unpack it' },
  { start: 'PK\x03\x04', is: 'is a ZIP archive (or .npz): unpack it' },
  { start: 'ustar', at: 257, is: 'is a tar archive: unpack it' },
  { start: 'BZh', is: 'is compressed with bzip2: unpack it' },
  { start: '\xfd7zXZ', is: 'is compressed with xz: unpack it' },
  { start: '\x93NUMPY', is: 'is a NumPy array (.npy): write its values as IDX' },
  { start: '\x89PNG', is: 'is a PNG picture: write the images as IDX' },
  { start: '\xff\xd8\xff', is: 'is a JPEG picture: write the images as IDX' },
  { start: '\x89HDF', is: 'is an HDF5 file: write its images as IDX' },
  { start: 'MATLAB', is: 'is a MATLAB file: take the binary version, or write its images as IDX' },
  { start: 'PAR1', is: 'is a Parquet file: write its images as IDX' },
  { start: 'version https://git-lfs', is: 'is a pointer of Git LFS in place of the file: git lfs pull fetches it' },
  ...['\x02', '\x03', '\x04', '\x05'].map((version) => ({
    start: `\x80${version}`,
    is: "is a Python pickle: take the data set's binary version",
  })),
];

/** Bytes at the beginning that tell a format. */
const LOOKED_AT = 512;

/** Format that `bytes` are of, as the end of a sentence about the file; undefined where none is known. */
export function foreignFormat(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'is empty';
  const head = String.fromCharCode(...bytes.subarray(0, LOOKED_AT));
  if (/^\s*<(!doctype|html|\?xml|head|body)/i.test(head))
    return 'is a web page (HTML) in place of the file: fetch it again, by a link to the file itself';
  return FOREIGN.find(({ start, at = 0 }) => head.startsWith(start, at))?.is;
}
