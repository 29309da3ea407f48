/** The parallel digital neuron: a multiplier for each synapse, a tree of adders, an activation. */

import { adderOf, multiply } from './multiplier.ts';
import { type Builder, type Bus, createBuilder, type Net, type Netlist } from './netlist.ts';
import { accumulatorBits, bitsFor, sumIsSigned, sumRange } from './range.ts';
import type { DigitalNeuron } from './spec.ts';

export interface NeuronCircuit {
  readonly neuron: DigitalNeuron;
  /** Ports x, w, sum and, with an activation, y. */
  readonly netlist: Netlist;
  /** Cells before this index make `sum`; the others are the activation for the spec's own threshold. */
  readonly sumCells: number;
}

/** A number on wires together with how many products it adds up. */
interface Partial {
  readonly nets: Bus;
  readonly terms: number;
}

/** The circuit of `neuron`. */
export function neuronCircuit(neuron: DigitalNeuron): NeuronCircuit {
  const builder = createBuilder(neuron.name);
  const x = builder.input('x', neuron.synapses * neuron.inputBits);
  const w = builder.input('w', neuron.synapses * neuron.bits);
  let level: Partial[] = Array.from({ length: neuron.synapses }, (_, k) => ({
    nets: multiply(
      builder,
      neuron,
      x.slice(k * neuron.inputBits, (k + 1) * neuron.inputBits),
      w.slice(k * neuron.bits, (k + 1) * neuron.bits),
    ).product,
    terms: 1,
  }));
  while (level.length > 1) {
    builder.section(`adder tree: ${level.length} numbers`);
    level = pairs(level).map(([a, b]) => (b ? addPartials(builder, neuron, a, b) : a));
  }
  const sum = extend(level[0]?.nets ?? [], accumulatorBits(neuron), sumIsSigned(neuron));
  builder.output('sum', sum);
  builder.section('activation');
  const sumCells = builder.finish().cells.length;
  switch (neuron.activation) {
    case 'none':
      break;
    case 'threshold':
      builder.output('y', [atLeast(builder, sum, sumIsSigned(neuron), BigInt(neuron.threshold))]);
      break;
  }
  return { neuron, netlist: builder.finish(), sumCells };
}

function pairs<T>(items: readonly T[]): (readonly [T, T?])[] {
  return items.flatMap((item, k) => (k % 2 ? [] : [[item, items[k + 1]] as const]) as (readonly [T, T?])[]);
}

/** Sum of two partial sums, as wide as their terms need. */
function addPartials(builder: Builder, neuron: DigitalNeuron, a: Partial, b: Partial): Partial {
  const signed = sumIsSigned(neuron);
  const terms = a.terms + b.terms;
  const bits = bitsFor(sumRange(neuron, terms), signed);
  const left = extend(a.nets, bits, signed);
  const right = extend(b.nets, bits, signed);
  return {
    nets: adderOf(neuron)(
      builder,
      left.map((net, k) => [net, right[k] ?? 0]),
    ),
    terms,
  };
}

/** The same number on `bits` wires: zero or sign extended. */
function extend(nets: Bus, bits: number, signed: boolean): Bus {
  const fill = signed ? (nets.at(-1) ?? 0) : 0;
  return Array.from({ length: bits }, (_, k) => nets[k] ?? fill);
}

/** 1 where the number on `nets` is at least `limit`: a chain of one AND or OR a bit, from the least significant up. */
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
