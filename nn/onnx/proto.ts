/** ONNX models as their files have them: messages of protocol buffers, decoded into plain data. */

import protobuf from 'protobufjs/minimal.js';
import { FormatError } from '../data/format-error.ts';
import { fileKindName } from '../files/file-kind.ts';

export interface TensorProto {
  readonly name: string;
  readonly dims: readonly number[];
  readonly data_type: number;
  readonly raw_data: Uint8Array;
  readonly float_data: readonly number[];
  readonly int32_data: readonly number[];
  readonly int64_data: readonly number[];
  readonly double_data: readonly number[];
  readonly external_data: readonly { readonly key: string; readonly value: string }[];
  readonly data_location: number;
}

export interface AttributeProto {
  readonly name: string;
  readonly type: number;
  readonly f: number;
  readonly i: number;
  readonly s: Uint8Array;
  readonly t: TensorProto | null;
  readonly floats: readonly number[];
  readonly ints: readonly number[];
}

export interface NodeProto {
  readonly name: string;
  readonly op_type: string;
  readonly domain: string;
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly attribute: readonly AttributeProto[];
}

export interface ValueInfoProto {
  readonly name: string;
  readonly type: {
    readonly tensor_type: {
      readonly elem_type: number;
      readonly shape: { readonly dim: readonly { readonly dim_value: number; readonly dim_param: string }[] } | null;
    } | null;
  } | null;
}

export interface GraphProto {
  readonly node: readonly NodeProto[];
  readonly initializer: readonly TensorProto[];
  readonly input: readonly ValueInfoProto[];
  readonly output: readonly ValueInfoProto[];
}

export interface ModelProto {
  readonly graph: GraphProto;
  readonly opset_import: readonly { readonly domain: string; readonly version: number }[];
}

type Scalar = 'int64' | 'int32' | 'float' | 'double' | 'string' | 'bytes';

interface Field {
  readonly name: string;
  readonly type: Scalar | Message;
  readonly repeated: boolean;
}

/** Fields of a message by their number. Others are left out. */
type Message = ReadonlyMap<number, Field>;

const one = (name: string, type: Field['type']): Field => ({ name, type, repeated: false });
const many = (name: string, type: Field['type']): Field => ({ name, type, repeated: true });
const message = (fields: Readonly<Record<number, Field>>): Message =>
  new Map(Object.entries(fields).map(([number, field]) => [Number(number), field]));

/** The messages of onnx.proto (IR version 10, Apache-2.0), as far as they are read. */
const TENSOR = message({
  1: many('dims', 'int64'),
  2: one('data_type', 'int32'),
  4: many('float_data', 'float'),
  5: many('int32_data', 'int32'),
  7: many('int64_data', 'int64'),
  8: one('name', 'string'),
  9: one('raw_data', 'bytes'),
  10: many('double_data', 'double'),
  13: many('external_data', message({ 1: one('key', 'string'), 2: one('value', 'string') })),
  14: one('data_location', 'int32'),
});
const ATTRIBUTE = message({
  1: one('name', 'string'),
  2: one('f', 'float'),
  3: one('i', 'int64'),
  4: one('s', 'bytes'),
  5: one('t', TENSOR),
  7: many('floats', 'float'),
  8: many('ints', 'int64'),
  20: one('type', 'int32'),
});
const NODE = message({
  1: many('input', 'string'),
  2: many('output', 'string'),
  3: one('name', 'string'),
  4: one('op_type', 'string'),
  5: many('attribute', ATTRIBUTE),
  7: one('domain', 'string'),
});
const SHAPE = message({ 1: many('dim', message({ 1: one('dim_value', 'int64'), 2: one('dim_param', 'string') })) });
const TYPE = message({ 1: one('tensor_type', message({ 1: one('elem_type', 'int32'), 2: one('shape', SHAPE) })) });
const VALUE = message({ 1: one('name', 'string'), 2: one('type', TYPE) });
const GRAPH = message({
  1: many('node', NODE),
  5: many('initializer', TENSOR),
  11: many('input', VALUE),
  12: many('output', VALUE),
});
const MODEL = message({
  7: one('graph', GRAPH),
  8: many('opset_import', message({ 1: one('domain', 'string'), 2: one('version', 'int64') })),
});

/** Model in the bytes of `file`. Throws `FormatError` where it is none. */
export function decodeModel(bytes: Uint8Array, file: string): ModelProto {
  const kind = fileKindName(bytes);
  if (kind) throw new FormatError(file, `is ${kind}, not an ONNX model`);
  let model: ModelProto & { readonly graph: GraphProto | null };
  try {
    model = decode(protobuf.Reader.create(bytes), bytes.length, MODEL) as unknown as typeof model;
  } catch (error) {
    throw new FormatError(file, `is no ONNX model, or a broken one (${(error as Error).message})`);
  }
  if (!model.graph?.node.length) throw new FormatError(file, 'is no ONNX model: it has no graph');
  return model;
}

/** Types of the wire: protobuf.dev, "Encoding". */
const WIRE = { int64: 0, int32: 0, double: 1, float: 5, string: 2, bytes: 2 } as const satisfies Record<Scalar, number>;
const LENGTH = 2;

/** Message up to byte `end`, its left-out fields being empty, zero or null. */
function decode(reader: protobuf.Reader, end: number, fields: Message): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const { name, type, repeated } of fields.values()) found[name] = repeated ? [] : emptyOf(type);
  while (reader.pos < end) {
    const tag = reader.uint32();
    const wire = tag & 7;
    const field = fields.get(tag >>> 3);
    if (!field) {
      reader.skipType(wire);
      continue;
    }
    const { name, type, repeated } = field;
    const packed = repeated && wire === LENGTH && typeof type === 'string' && WIRE[type] !== LENGTH;
    if (wire !== (packed || typeof type !== 'string' ? LENGTH : WIRE[type]))
      throw new RangeError(`${name} has wire type ${wire}`);
    const read = (): unknown =>
      typeof type === 'string' ? scalarOf(reader, type) : decode(reader, endOf(reader, end), type);
    if (packed) {
      const stop = endOf(reader, end);
      while (reader.pos < stop) (found[name] as unknown[]).push(read());
      if (reader.pos !== stop) throw new RangeError(`${name} ends behind its length`);
    } else if (repeated) (found[name] as unknown[]).push(read());
    else found[name] = read();
  }
  if (reader.pos !== end) throw new RangeError('a message ends behind its length');
  return found;
}

/** End of what follows, by its length. */
function endOf(reader: protobuf.Reader, within: number): number {
  const length = reader.uint32();
  const end = reader.pos + length;
  if (end > within) throw new RangeError(`${length} bytes wanted, ${within - reader.pos} left`);
  return end;
}

function emptyOf(type: Field['type']): unknown {
  switch (type) {
    case 'int64':
    case 'int32':
    case 'float':
    case 'double':
      return 0;
    case 'string':
      return '';
    case 'bytes':
      return new Uint8Array();
    default:
      return null;
  }
}

function scalarOf(reader: protobuf.Reader, type: Scalar): unknown {
  return type === 'int64' ? Number(reader.int64().toString()) : reader[type]();
}
