/** What a synapse drives, as statements of Verilog-A. */

import type { Behaviour } from './behaviour.ts';
import type { WeightForm } from './verilog-a.ts';

/** Variables of the statements beside `part` and `coupling`. */
export function bitNames({ drive, bits }: Behaviour): readonly string[] {
  const names = Array.from({ length: bits }, (_, bit) => `b${bit}`);
  return drive.kind === 'bits' ? ['left', ...names] : ['left', 'weight', 'swing', ...names];
}

/** Statements that set `part` (A) and `coupling` (F) of synapse `k`. */
export function driveStatements(model: Behaviour, k: number, weights: WeightForm): readonly string[] {
  const bits = Array.from({ length: model.bits }, (_, bit) => model.bits - 1 - bit);
  const input = `V(x${k}p,x${k}n)`;
  const isOne = (bit: number): readonly string[] => {
    switch (weights) {
      case 'parameters':
        return [`    b${bit} = (left >= ${2 ** bit - 0.5}) ? 1.0 : 0.0;`, `    left = left-${2 ** bit}*b${bit};`];
      case 'ports':
        return [
          `    b${bit} = (V(w${k}_${bit},vss) > 0.5*V(vdd,vss)) ? 1.0 : 0.0;`,
          `    left = left+${2 ** bit}*b${bit};`,
        ];
    }
  };
  const taken = [`    left = ${weights === 'parameters' ? `w${k}` : '0'};`, ...bits.flatMap(isOne)];
  switch (model.drive.kind) {
    case 'bits':
      return [
        ...taken,
        '    part = 0;',
        '    coupling = 0;',
        ...bits.flatMap((bit) => [
          `    part = part+b${bit}*(0.5*it${bit}*tanh(gm${bit}*${input}/it${bit})-0.5*gt${bit}*${input});`,
          `    coupling = coupling+b${bit}*cf${bit};`,
        ]),
      ];
    case 'steered':
      return [
        ...taken,
        `    weight = ${weights === 'parameters' ? `w${k}` : 'left'};`,
        `    swing = base+rise*pow(weight/${model.units}+1e-30,power);`,
        `    part = 0.5*weight*iu*tanh(${input}/swing)-0.5*gt*${input};`,
        '    coupling = cf;',
      ];
  }
}
