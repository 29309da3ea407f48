/** Drive of a synapse as statements of Verilog-A. */

import type { Behaviour, WeightForm } from './behaviour.ts';

/**
 * Variables of the statements beside `part` and `coupling`. Each synapse has its own, which ADMS derives 20 times
 * sooner.
 */
export function driveVariables({ drive, bits, synapses }: Behaviour): readonly string[] {
  const own = (k: number): readonly string[] => [
    `left${k}`,
    ...Array.from({ length: bits }, (_, bit) => `b${k}_${bit}`),
    ...(drive.kind === 'bits' ? [] : [`weight${k}`, `swing${k}`]),
  ];
  return Array.from({ length: synapses }, (_, k) => own(k)).flat();
}

/** Statements that set `part` (A) and `coupling` (F) of synapse `k`. */
export function driveStatements(model: Behaviour, k: number, weights: WeightForm): readonly string[] {
  const bits = Array.from({ length: model.bits }, (_, bit) => model.bits - 1 - bit);
  const input = `V(x${k}p,x${k}n)`;
  const left = `left${k}`;
  const isOne = (bit: number): readonly string[] => {
    const name = `b${k}_${bit}`;
    switch (weights) {
      case 'parameters':
        return [
          `    ${name} = (${left} >= ${2 ** bit - 0.5}) ? 1.0 : 0.0;`,
          `    ${left} = ${left}-${2 ** bit}*${name};`,
        ];
      case 'ports':
        return [
          `    ${name} = (V(w${k}_${bit},vss) > 0.5*V(vdd,vss)) ? 1.0 : 0.0;`,
          `    ${left} = ${left}+${2 ** bit}*${name};`,
        ];
    }
  };
  const taken = [`    ${left} = ${weights === 'parameters' ? `w${k}` : '0'};`, ...bits.flatMap(isOne)];
  switch (model.drive.kind) {
    case 'bits':
      return [
        ...taken,
        '    part = 0;',
        '    coupling = 0;',
        ...bits.flatMap((bit) => [
          `    part = part+b${k}_${bit}*(0.5*it${bit}*tanh(gm${bit}*${input}/it${bit})-0.5*gt${bit}*${input});`,
          `    coupling = coupling+b${k}_${bit}*cf${bit};`,
        ]),
      ];
    case 'steered':
      return [
        ...taken,
        `    weight${k} = ${weights === 'parameters' ? `w${k}` : left};`,
        `    swing${k} = base+rise*pow(weight${k}/${model.units}+1e-30,power);`,
        `    part = 0.5*weight${k}*iu*tanh(${input}/swing${k})-0.5*gt*${input};`,
        '    coupling = cf;',
      ];
  }
}
