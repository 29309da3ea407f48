/** `npm run bench [-- --json]`: our figures beside a peer's, measured in the same run on the same work. */

import { neuronCircuit, parseSpec } from '../gen/index.ts';
import { neuronVerilog } from '../rtl/index.ts';
import { createYosys } from '../tools/index.ts';
import { type AnalogFigure, analogFigures } from './analog.ts';
import { type CompareFigure, compareFigure } from './compare.ts';
import { cpuSeconds } from './cpu-seconds.ts';
import { type EnduranceFigure, enduranceFigure } from './endurance.ts';
import { evaluateFigures, type SpeedFigure } from './evaluate.ts';
import { type FuzzFigure, fuzzFigures } from './fuzz-readers.ts';
import { type KillFigure, killFigure } from './kills.ts';
import { type ReadingFigure, readingFigure } from './liberty.ts';
import { type ImportFigure, importFigures } from './onnx-import.ts';
import { type SimulateFigure, simulateFigures } from './simulate.ts';

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly against: { readonly name: string; readonly value: number };
  /** Improvement over the peer, as a factor. */
  readonly ratio: number;
}

/**
 * Figure of an unsigned multiplier printed as Verilog. Ours is text of adders, Yosys' the text of the gates that it
 * makes of `x * w`.
 */
async function multiplier(bits: number): Promise<Figure> {
  const spec = parseSpec({ name: 'bench', neurons: [{ name: 'dut', kind: 'digital', bits }] }, Number);
  if ('problems' in spec) throw new Error('the spec of the bench is wrong');
  const [neuron] = spec.spec.neurons ?? [];
  if (neuron?.kind !== 'digital') throw new Error('the spec of the bench is wrong');
  const ours = await cpuSeconds(5, () => neuronVerilog(neuronCircuit(neuron)));

  const yosys = createYosys();
  const source = `module dut(input [${bits - 1}:0] x, w, output [${2 * bits - 1}:0] sum); assign sum = x * w; endmodule\n`;
  const script = 'read_verilog dut.v\nproc\nalumacc\nmaccmap -unmap\ntechmap\nwrite_verilog -noattr gates.v\n';
  const run = () => yosys(['-q', '-s', 'dut.ys'], { 'dut.v': source, 'dut.ys': script });
  await run();
  const peer = await cpuSeconds(2, run);
  await yosys.close();
  return {
    name: `generate.multiplier${bits}`,
    value: ours,
    unit: 's',
    against: { name: 'Yosys (WASM) techmap of x * w, write_verilog', value: peer },
    ratio: peer / ours,
  };
}

/** Number with three significant digits, without an exponent. */
const rounded = (value: number): number => Number(value.toPrecision(3));

const figures: (
  | Figure
  | SpeedFigure
  | AnalogFigure
  | SimulateFigure
  | CompareFigure
  | EnduranceFigure
  | FuzzFigure
  | KillFigure
  | ReadingFigure
  | ImportFigure
)[] = [];
for (const bits of [8, 16, 32, 64]) figures.push(await multiplier(bits));
figures.push(...(await simulateFigures()));
figures.push(...(await analogFigures()));
figures.push(...(await evaluateFigures()));
figures.push(compareFigure());
figures.push(enduranceFigure());
figures.push(...fuzzFigures());
figures.push(await killFigure());
figures.push(await readingFigure());
figures.push(...(await importFigures()));
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
else
  for (const { name, value, unit, against, ratio } of figures)
    process.stdout.write(
      against && ratio
        ? `${name}: ${rounded(value)} ${unit}; ${against.name}: ${rounded(against.value)} ${unit}; ${rounded(ratio)} times better\n`
        : `${name}: ${rounded(value)} ${unit}\n`,
    );
