/** Words of another width: sign or zero extension, saturation. */

import { nth } from '../../numeric/index.ts';
import type { Builder } from './builder.ts';
import type { Bus } from './netlist.ts';

/** Nearest number of `bits` bits. */
export function saturate(builder: Builder, value: Bus, bits: number, signed: boolean): Bus {
  const low = value.slice(0, bits);
  const above = value.slice(signed ? bits - 1 : bits);
  const any = above.reduce((a, b) => builder.gate('or', a, b));
  if (!signed) return low.map((net) => builder.gate('or', net, any));
  const all = above.reduce((a, b) => builder.gate('and', a, b));
  const sign = nth(value, value.length - 1);
  // The bits from the sign bit of the result up agree where it fits.
  const fits = builder.gate('or', all, builder.not(any));
  return low.map((net, k) => builder.mux(fits, k === bits - 1 ? sign : builder.not(sign), net));
}

/** Same number on `bits` wires, zero or sign extended. */
export function extend(nets: Bus, bits: number, signed: boolean): Bus {
  const fill = signed ? (nets.at(-1) ?? 0) : 0;
  return Array.from({ length: bits }, (_, k) => nets[k] ?? fill);
}
