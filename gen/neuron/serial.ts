/**
 * Serial neuron, which adds one product a clock to an accumulator. A neuron's products come in cycles of `in_valid`,
 * the last with `in_last`, without a gap between neurons; the bias is taken with the first. `rst` is synchronous.
 */

import { nth } from '../../numeric/index.ts';
import { CARRY_PROPAGATE_ADDERS } from '../adder/adders.ts';
import type { Builder } from '../netlist/builder.ts';
import { inline } from '../netlist/inline.ts';
import type { Bus, Net, Netlist } from '../netlist/netlist.ts';
import { extend, saturate } from '../netlist/width.ts';
import type { DigitalNeuron } from '../spec/digital.ts';
import { accumulatorBits, biasBits, sumIsSigned } from '../spec/range.ts';

/** Title of the cells behind the multiplier, which the registers of its pipeline stand before. */
export const CONTROL = 'control';

/** Input ports that the pipeline of the multiplier delays; the others have registers of their own. */
export const OPERANDS = ['x', 'w'];

/**
 * Nets of `sum` of a serial neuron without its activation. Drives the port `out_valid`. `multiplier` has no registers
 * yet.
 */
export function serialSum(builder: Builder, neuron: DigitalNeuron, multiplier: Netlist): Bus {
  const bit = (name: string): Net => nth(builder.input(name, 1), 0);
  const [reset, inValid, inLast] = [bit('rst'), bit('in_valid'), bit('in_last')];
  const x = builder.input('x', neuron.inputBits);
  const w = builder.input('w', neuron.bits);
  const biasWidth = biasBits(neuron);
  const bias = biasWidth > 0 ? builder.input('bias', biasWidth) : [];

  const { product = [] } = inline(builder, multiplier, { x, w });
  // The adder of a pipelined neuron does not know where the last registers stand: for it the product comes at once.
  if (neuron.pipeline > 0) builder.settled(product);
  builder.section(CONTROL);
  const running = builder.not(reset);
  const later = (net: Net, guard: Net): Net => {
    let late = net;
    for (let k = 0; k < neuron.pipeline; k++) {
      const q = builder.register();
      builder.drive(q, builder.gate('and', late, guard));
      late = q;
    }
    return late;
  };
  const valid = later(inValid, running);
  const last = later(inLast, 1);
  const start = bias.map((net) => later(net, 1));

  const width = accumulatorBits(neuron);
  const signed = sumIsSigned(neuron);
  const held = Array.from({ length: width }, () => builder.register());
  const going = builder.register();
  builder.section('accumulator');
  const first = extendOrHold(builder, neuron, start);
  const base = held.map((net, k) => builder.mux(going, nth(first, k), net));
  const next = addHeld(builder, neuron, base, extend(product, Math.max(width, product.length), signed));
  held.forEach((net, k) => {
    builder.drive(net, builder.gate('and', running, builder.mux(valid, net, nth(next, k))));
  });
  // `going` is 1 while a neuron has begun and not ended.
  builder.drive(going, builder.gate('and', running, builder.mux(valid, going, builder.not(last))));
  const outValid = builder.register();
  builder.drive(outValid, builder.gate('and', running, builder.gate('and', valid, last)));
  builder.output('out_valid', [outValid]);
  return held;
}

/** Bias as the accumulator holds it. */
function extendOrHold(builder: Builder, neuron: DigitalNeuron, value: Bus): Bus {
  const width = accumulatorBits(neuron);
  const signed = sumIsSigned(neuron);
  if (value.length <= width) return extend(value, width, signed);
  switch (neuron.overflow) {
    case 'wrap':
      return value.slice(0, width);
    case 'saturate':
      return saturate(builder, value, width, signed);
  }
}

/** Sum of the held number and a product, to be held again. */
function addHeld(builder: Builder, neuron: DigitalNeuron, held: Bus, product: Bus): Bus {
  const add = CARRY_PROPAGATE_ADDERS[neuron.adder];
  const signed = sumIsSigned(neuron);
  const sum = (bits: number): Bus => {
    const [a, b] = [extend(held, bits, signed), extend(product, bits, signed)];
    return add(
      builder,
      a.map((net, k) => [net, nth(b, k)].filter((bit) => bit !== 0)),
    );
  };
  switch (neuron.overflow) {
    case 'wrap':
      return sum(held.length);
    case 'saturate':
      return saturate(builder, sum(Math.max(held.length, product.length) + 1), held.length, signed);
  }
}
