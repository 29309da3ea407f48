/** Tensors of ONNX models: their values, in the model or in files beside it. */

import { FormatError } from '../data/format-error.ts';
import { ELEMENT_READERS } from '../files/element-types.ts';
import { printable } from '../files/safetensors.ts';
import type { ModelProto, TensorProto } from './proto.ts';

/** A tensor of numbers, row-major. */
export interface Constant {
  readonly shape: readonly number[];
  readonly values: Float32Array | Float64Array;
  /** Whole numbers, as those of shapes and axes are. */
  readonly whole: boolean;
}

/** Files beside a model by the locations that it names. */
export type ExternalFiles = ReadonlyMap<string, Uint8Array>;

/** Element types by their code in TensorProto.DataType. */
const FLOATS: ReadonlyMap<number, string> = new Map([
  [1, 'F32'],
  [10, 'F16'],
  [11, 'F64'],
  [16, 'BF16'],
]);
const INT32 = 6;
const INT64 = 7;
const BOOL = 9;
const TYPE_NAMES: readonly string[] =
  'UNDEFINED FLOAT UINT8 INT8 UINT16 INT16 INT32 INT64 STRING BOOL FLOAT16 DOUBLE UINT32 UINT64 COMPLEX64 COMPLEX128 BFLOAT16'.split(
    ' ',
  );

/** True for values of floating point. */
export const isFloatType = (type: number): boolean => FLOATS.has(type);

export const typeName = (type: number): string => TYPE_NAMES[type] ?? `type ${type}`;

const EXTERNAL = 1;

/** Locations of the files beside a model that hold its tensors. Throws where one is not within the model's folder. */
export function externalLocations({ graph }: ModelProto, file: string): readonly string[] {
  const locations = graph.initializer.filter(isExternal).map((tensor) => {
    const location = entryOf(tensor, 'location') ?? '';
    const parts = location.split(/[/\\]/);
    if (location === '' || location.includes('\0') || /^([/\\]|[A-Za-z]:)/.test(location) || parts.includes('..'))
      throw new FormatError(
        file,
        `tensor ${printable(tensor.name)} must be in a file of the model's folder: ${printable(JSON.stringify(location))}`,
      );
    return location;
  });
  return [...new Set(locations)];
}

const isExternal = (tensor: TensorProto): boolean => tensor.data_location === EXTERNAL;

const entryOf = ({ external_data }: TensorProto, key: string): string | undefined =>
  external_data.find((entry) => entry.key === key)?.value;

/** Values of a tensor. Throws `FormatError` naming it where its type, its size or a value is none that is allowed. */
export function constantOf(tensor: TensorProto, external: ExternalFiles, file: string): Constant {
  const { dims, data_type: type } = tensor;
  const fail = (problem: string): never => {
    throw new FormatError(file, `tensor ${printable(tensor.name) || 'without a name'} ${problem}`);
  };
  if (dims.some((dim) => !Number.isSafeInteger(dim) || dim < 0)) fail(`must have whole dimensions: [${dims}]`);
  const count = dims.reduce((product, dim) => product * dim, 1);
  const element = FLOATS.get(type);
  if (!element && type !== INT64 && type !== INT32 && type !== BOOL)
    return fail(`must be of FLOAT, FLOAT16, BFLOAT16, DOUBLE, INT64 or INT32: ${typeName(type)}`);
  const raw = isExternal(tensor) ? externalBytes(tensor, external, fail) : tensor.raw_data;
  const typed = typedValues(tensor);
  const read = element ? ELEMENT_READERS.get(element) : WHOLE_READERS.get(type);
  if (!read) return fail(`must be of another type: ${typeName(type)}`);
  const size = ELEMENT_BYTES.get(type) ?? 4;
  const isRaw = raw.length > 0 || typed.length === 0;
  if (isRaw && raw.length !== count * size)
    fail(`[${dims}] of ${typeName(type)} must take ${count * size} bytes: ${raw.length}`);
  if (!isRaw && typed.length !== count) fail(`[${dims}] must hold ${count} values: ${typed.length}`);
  const values = element && element !== 'F64' ? new Float32Array(count) : new Float64Array(count);
  if (isRaw) {
    const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
    for (let k = 0; k < count; k++) values[k] = read(view, size * k);
  } else {
    // Halves stand in words of 32 bits as their codes.
    const code = new DataView(new ArrayBuffer(2));
    const isCode = size === 2;
    typed.forEach((value, k) => {
      if (isCode) code.setUint16(0, value & 0xffff, true);
      values[k] = isCode ? read(code, 0) : value;
    });
  }
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) fail(`must be finite in float32: ${values[wrong]} at index ${wrong}`);
  return { shape: dims, values, whole: !element };
}

const ELEMENT_BYTES: ReadonlyMap<number, number> = new Map([
  [1, 4],
  [INT32, 4],
  [INT64, 8],
  [BOOL, 1],
  [10, 2],
  [11, 8],
  [16, 2],
]);

const WHOLE_READERS: ReadonlyMap<number, (view: DataView, at: number) => number> = new Map([
  [INT32, (view: DataView, at: number) => view.getInt32(at, true)],
  [INT64, (view: DataView, at: number) => Number(view.getBigInt64(at, true))],
  [BOOL, (view: DataView, at: number) => view.getUint8(at)],
]);

/** Values that stand in the model as numbers of their type. */
function typedValues({ data_type, float_data, int32_data, int64_data, double_data }: TensorProto): readonly number[] {
  switch (data_type) {
    case 1:
      return float_data;
    case 11:
      return double_data;
    case INT64:
      return int64_data;
    default:
      return int32_data;
  }
}

/** Bytes of a tensor in a file beside the model. */
function externalBytes(tensor: TensorProto, external: ExternalFiles, fail: (problem: string) => never): Uint8Array {
  const location = entryOf(tensor, 'location') ?? '';
  const bytes = external.get(location);
  if (!bytes) return fail(`is in a file that was not read: ${printable(location)}`);
  const number = (key: string, otherwise: number): number => {
    const text = entryOf(tensor, key);
    if (text === undefined) return otherwise;
    return /^\d{1,15}$/.test(text)
      ? Number(text)
      : fail(`must have a whole ${key}: ${printable(JSON.stringify(text))}`);
  };
  const offset = number('offset', 0);
  const length = number('length', Math.max(0, bytes.length - offset));
  if (offset + length > bytes.length)
    return fail(`must be within ${printable(location)} of ${bytes.length} bytes: ${length} from byte ${offset}`);
  return bytes.subarray(offset, offset + length);
}
