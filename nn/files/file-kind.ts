/** Kinds of files brought in place of safetensors, by their first bytes. */

const FROM_TORCH =
  "in Python: from safetensors.torch import save_file; save_file(torch.load('FILE', map_location='cpu'), 'FILE.safetensors')";
const FROM_NUMPY =
  "in Python: from safetensors.numpy import save_file; save_file(dict(numpy.load('FILE')), 'FILE.safetensors')";

interface FileKind {
  readonly starts: string;
  readonly name: string;
  readonly way: string;
}

/** First bytes, one a character. Later ones are less particular. */
const KINDS: readonly FileKind[] = [
  { starts: 'GGUF', name: 'a GGUF file', way: 'write the tensors of the model that it was made of as safetensors' },
  { starts: '\x89HDF', name: 'an HDF5 file (Keras, .h5)', way: 'write its arrays with safetensors.numpy.save_file' },
  { starts: '\x93NUMPY', name: 'one NumPy array (.npy)', way: 'name the arrays and write safetensors.numpy.save_file' },
  { starts: 'version https://git-lfs', name: 'a pointer of Git LFS', way: 'fetch the file itself: git lfs pull' },
  { starts: '\x1f\x8b', name: 'compressed by gzip', way: 'decompress it: gunzip' },
  { starts: '<', name: 'HTML or XML', way: 'fetch the file itself, not the page about it' },
  ...['\x80\x02', '\x80\x03', '\x80\x04', '\x80\x05'].map((starts) => ({
    starts,
    name: 'a pickle (torch.save before PyTorch 1.6, or pickle.dump)',
    way: FROM_TORCH,
  })),
];

/** Kind of a file that is no safetensors, and the way to it; undefined for an unknown kind. */
export function fileKind(bytes: Uint8Array): string | undefined {
  const kind = kindOf(bytes);
  return kind && `is ${kind.name}, not safetensors; ${kind.way}`;
}

/** Name of the kind of a file by its first bytes; undefined for an unknown kind. */
export const fileKindName = (bytes: Uint8Array): string | undefined => kindOf(bytes)?.name;

function kindOf(bytes: Uint8Array): Omit<FileKind, 'starts'> | undefined {
  const start = textOf(bytes.subarray(0, 30));
  if (start.startsWith('PK\x03\x04')) return zipKind(bytes);
  return KINDS.find(({ starts }) => start.startsWith(starts));
}

/** Kind of a ZIP archive by its first file, whose name begins at byte 30. PKWARE, APPNOTE 6.3.10, 4.3.7. */
function zipKind(bytes: Uint8Array): Omit<FileKind, 'starts'> {
  const first = textOf(bytes.subarray(30, 30 + (bytes[26] ?? 0)));
  return first.endsWith('.npy')
    ? { name: 'a ZIP archive of NumPy arrays (.npz)', way: FROM_NUMPY }
    : { name: 'a ZIP archive, as torch.save writes it (.pt, .pth)', way: FROM_TORCH };
}

const textOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
