/** Nodes of ONNX graphs: their labels and attributes. */

import { FormatError } from '../data/format-error.ts';
import { printable } from '../files/safetensors.ts';
import type { AttributeProto, NodeProto, TensorProto } from './proto.ts';

/** Codes of AttributeProto.AttributeType. */
const FLOAT = 1;
const INT = 2;
const STRING = 3;
const TENSOR = 4;
const FLOATS = 6;
const INTS = 7;

/** A node with its attributes by name. */
export interface GraphNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly name: string;
  /** Operator and name for a person. */
  readonly label: string;
  readonly int: (name: string, otherwise: number) => number;
  readonly float: (name: string, otherwise: number) => number;
  readonly ints: (name: string) => readonly number[] | undefined;
  readonly floats: (name: string) => readonly number[] | undefined;
  readonly text: (name: string, otherwise: string) => string;
  readonly tensor: (name: string) => TensorProto | undefined;
  /** Refusal of the node: the file, the node and the problem. */
  readonly fail: (problem: string) => never;
}

/** Node for translation; operators of ONNX' own domain go by their plain names. */
export function graphNode(node: NodeProto, file: string): GraphNode {
  const { op_type, domain, name, input, output } = node;
  const own = domain === '' || domain === 'ai.onnx';
  const operator = own ? op_type : `${domain}.${op_type}`;
  const label = `${printable(operator)} ${printable(name || output[0] || 'without a name')}`;
  const fail = (problem: string): never => {
    throw new FormatError(file, `${label}: ${problem}`);
  };
  const attribute = (key: string, type: number): AttributeProto | undefined => {
    const found = node.attribute.find((entry) => entry.name === key);
    // Old models leave the type out.
    if (found && found.type !== type && found.type !== 0)
      fail(`attribute ${key} must have attribute type ${type}: ${found.type}`);
    return found;
  };
  return {
    operator,
    inputs: input,
    outputs: output,
    name,
    label,
    int: (key, otherwise) => attribute(key, INT)?.i ?? otherwise,
    float: (key, otherwise) => attribute(key, FLOAT)?.f ?? otherwise,
    ints: (key) => attribute(key, INTS)?.ints,
    floats: (key) => attribute(key, FLOATS)?.floats,
    text: (key, otherwise) => {
      const found = attribute(key, STRING);
      return found ? String.fromCharCode(...found.s.subarray(0, 100)) : otherwise;
    },
    tensor: (key) => attribute(key, TENSOR)?.t ?? undefined,
    fail,
  };
}
