/** Circuits of the activations for the threshold and shift of a spec. */

import { nth } from '../../numeric/index.ts';
import type { Builder } from '../netlist/builder.ts';
import { tableCircuit } from '../netlist/decision-diagram.ts';
import type { Bus, Net } from '../netlist/netlist.ts';
import { extend, saturate } from '../netlist/width.ts';
import type { DigitalNeuron } from '../spec/digital.ts';
import { sumIsSigned } from '../spec/range.ts';
import { type CurveFormat, curveFormat, halfCurve } from './curve.ts';

/** `y` of the number on `sum`; undefined without an activation. */
export function activation(builder: Builder, neuron: DigitalNeuron, sum: Bus): Bus | undefined {
  const bits = neuron.outputBits;
  switch (neuron.activation) {
    case 'none':
      return undefined;
    case 'threshold':
      return [atLeast(builder, sum, sumIsSigned(neuron), BigInt(neuron.threshold))];
    case 'relu':
      return relu(builder, shifted(neuron, sum), bits);
    case 'hard-tanh':
      return hardTanh(builder, shifted(neuron, sum), bits);
    case 'sigmoid-pwl': {
      const { negative, steps } = distance(builder, shifted(neuron, sum), curveFormat(neuron.activation, bits));
      return complementIf(builder, negative, plan(builder, steps, bits));
    }
    case 'sigmoid-lut': {
      const format = curveFormat(neuron.activation, bits);
      const { negative, steps } = distance(builder, shifted(neuron, sum), format);
      // The upper half of all codes: the first bit is 1.
      const half = tableCircuit(builder, steps, halfTable(neuron.activation, format), bits - 1);
      return complementIf(builder, negative, [...half, 1]);
    }
    case 'tanh-lut': {
      const format = curveFormat(neuron.activation, bits);
      const { negative, steps } = distance(builder, shifted(neuron, sum), format);
      return negateIf(builder, negative, tableCircuit(builder, steps, halfTable(neuron.activation, format), bits - 1));
    }
  }
}

/** v as two's complement, the sign bit last: sum >> shift. */
function shifted(neuron: DigitalNeuron, sum: Bus): Bus {
  const sign = sumIsSigned(neuron) ? nth(sum, sum.length - 1) : 0;
  return [...(sumIsSigned(neuron) ? sum.slice(neuron.shift, -1) : sum.slice(neuron.shift)), sign];
}

/**
 * Comparison of the number on `nets` with `limit`: 1 where at least as large. A chain of one AND or OR a bit, from the
 * least significant up.
 */
function atLeast(builder: Builder, nets: Bus, signed: boolean, limit: bigint): Net {
  const bias = signed ? 1n << BigInt(nets.length - 1) : 0n;
  const offset = limit + bias;
  if (offset <= 0n) return 1;
  if (offset >> BigInt(nets.length)) return 0;
  return nets.reduce<Net>((carry, net, k) => {
    const bit = signed && k === nets.length - 1 ? builder.not(net) : net;
    return builder.gate((offset >> BigInt(k)) & 1n ? 'and' : 'or', bit, carry);
  }, 1);
}

const any = (builder: Builder, nets: Bus): Net => nets.reduce<Net>((a, b) => builder.gate('or', a, b), 0);

function relu(builder: Builder, v: Bus, bits: number): Bus {
  const positive = builder.not(nth(v, v.length - 1));
  const above = any(builder, v.slice(bits, -1));
  return extend(v.slice(0, -1), bits, false).map((net) =>
    builder.gate('and', positive, builder.gate('or', net, above)),
  );
}

function hardTanh(builder: Builder, v: Bus, bits: number): Bus {
  if (v.length < bits) return extend(v, bits, true);
  const [lowest = 0, ...others] = v.length > bits ? saturate(builder, v, bits, true) : v;
  // The smallest number of `bits` bits, 10...0, has no opposite: it becomes 10...01.
  const rest = any(builder, [lowest, ...others.slice(0, -1)]);
  return [
    builder.gate('or', lowest, builder.gate('and', nth(others, others.length - 1), builder.not(rest))),
    ...others,
  ];
}

interface Distance {
  readonly negative: Net;
  /** Steps from zero, -1 - v below it, at most 2^magnitude - 1. */
  readonly steps: Bus;
}

function distance(builder: Builder, v: Bus, { magnitude }: CurveFormat): Distance {
  const negative = nth(v, v.length - 1);
  const steps = v.slice(0, -1).map((net) => builder.gate('xor', net, negative));
  const beyond = any(builder, steps.slice(magnitude));
  return { negative, steps: extend(steps, magnitude, false).map((net) => builder.gate('or', net, beyond)) };
}

const halfTable = (curve: 'sigmoid-lut' | 'tanh-lut', format: CurveFormat): number[] =>
  Array.from({ length: 2 ** format.magnitude }, (_, u) => halfCurve(curve, format, u));

/** PLAN as wires. Its pieces are whole steps of 1 beside constants, shifted by 0, 1 and 3. */
function plan(builder: Builder, steps: Bus, bits: number): Bus {
  const fraction = bits - 2;
  const low = steps.slice(0, fraction);
  const [i0 = 0, i1 = 0, i2 = 0] = steps.slice(fraction);
  const first = [...low, 0, 1];
  // 1 and 2 plus 5, halved: 6 and 7.
  const second = [...low, i1, 1, 1].slice(1);
  // 2, 3 and 4 plus 27, an eighth: 29, 30 and 31.
  const third = [...low, builder.not(i0), builder.gate('or', i0, i2), 1, 1, 1].slice(3);
  const fromOne = any(builder, [i0, i1, i2]);
  const fromThird = atLeast(builder, steps, false, (19n * 2n ** BigInt(fraction) + 7n) / 8n);
  const fromFive = builder.gate('and', i2, builder.gate('or', i0, i1));
  return first.map((net, k) => {
    const piece = builder.mux(fromThird, nth(second, k), nth(third, k));
    return builder.gate('or', fromFive, builder.mux(fromOne, net, piece));
  });
}

const complementIf = (builder: Builder, negative: Net, nets: Bus): Bus =>
  nets.map((net) => builder.gate('xor', net, negative));

/** Negation where `negative` is 1, with one bit more for the sign. */
function negateIf(builder: Builder, negative: Net, nets: Bus): Bus {
  let carry = negative;
  const low = nets.map((net) => {
    const [sum, next] = builder.halfAdder(builder.gate('xor', net, negative), carry);
    carry = next;
    return sum;
  });
  return [...low, builder.gate('xor', negative, carry)];
}
