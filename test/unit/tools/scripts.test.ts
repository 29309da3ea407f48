/** The command line and the script of every tool, for 3-bit neurons. */

import { expect, test } from 'vitest';
import { analyse, readWithAdms } from '../../../analog/index.ts';
import { deckText, simulate } from '../../../analog/spice/spice.ts';
import { neuronCircuit } from '../../../gen/index.ts';
import { neuronVerilog } from '../../../rtl/index.ts';
import { neuronDesign } from '../../../sim/check.ts';
import { embeddedSimulator, icarusSimulator, runTestBench } from '../../../sim/index.ts';
import { verilatorSources } from '../../../sim/simulator/verilator.ts';
import { FPGA_PARTS, placeNeuron } from '../../../synth/index.ts';
import { readLiberty } from '../../../synth/liberty/liberty.ts';
import { abcLibrary } from '../../../synth/mapping/abc-library.ts';
import { recognizeCells } from '../../../synth/mapping/library.ts';
import { mapLogic } from '../../../synth/mapping/map-logic.ts';
import { surroundings } from '../../../synth/mapping/surroundings.ts';
import { synthesize } from '../../../synth/yosys.ts';
import { verilatorArguments } from '../../../tools/native/verilator.ts';
import type { Tool } from '../../../tools/tool.ts';
import { analog } from '../analog/neuron.ts';
import { digital } from '../gen/neurons.ts';
import { libraryText, NAND_AND_INVERTER } from '../synth/library.fixture.ts';
import { asked, transcript } from '../transcript.ts';

const neuron = digital({ bits: 3 });
const circuit = neuronCircuit(neuron);
const verilog = neuronVerilog(circuit);
const clocked = digital({ bits: 3, pipeline: 1 });
const sources = [...Object.keys(verilog), 'dut_fpga.v', 'dut_reference.v'];

const gives =
  (files: Readonly<Record<string, string | Uint8Array>>): Tool =>
  async () => ({ files, log: '' });
const unused = gives({});

const libertyText = libraryText(...NAND_AND_INVERTER);
const library = recognizeCells(readLiberty(libertyText, 'cells.lib'));

const mapped = gives({
  'design.json': '{}',
  'stat.json': JSON.stringify({ design: { num_cells_by_type: { SB_LUT4: 9 } } }),
});
const placed = gives({
  'design.asc': '.comment\n',
  'report.json': JSON.stringify({ utilization: { ICESTORM_LC: { used: 2000, available: 7680 } }, fmax: {} }),
});

const EVERY_ANALYSIS = {
  circuit: 'v1 in 0 dc 0 ac 1\nr1 in out 1k\nc1 out 0 1n',
  runs: [
    { analysis: { kind: 'op' } },
    { analysis: { kind: 'dc', source: 'v1', from: 0, to: 1, step: 0.1 }, vectors: ['v(out)'] },
    { analysis: { kind: 'ac', pointsPerDecade: 10, from: 1, to: 1e6 } },
    {
      analysis: { kind: 'noise', output: 'v(out)', source: 'v1', pointsPerDecade: 5, from: 1, to: 1e6, summary: true },
    },
    { analysis: { kind: 'tran', step: 1e-9, stop: 1e-6 }, vectors: ['v(in)', 'v(out)'] },
  ],
} as const;

test.each<[string, () => Promise<string> | string]>([
  ['yosys_synthesis', () => asked((yosys) => synthesize(yosys, verilog, 'dut', false), sources)],
  [
    'yosys_synthesis_clocked',
    () => asked((yosys) => synthesize(yosys, neuronVerilog(neuronCircuit(clocked)), 'dut', true), sources),
  ],
  ['yosys_read', () => asked((yosys) => embeddedSimulator(yosys)(neuronDesign(neuron, verilog)), sources)],
  [
    'yosys_mapping',
    () =>
      asked(
        (yosys) => {
          const around = surroundings(library, undefined);
          const flow = { prepare: 'strash', mappings: ['map', 'map -a'], around, keepAdders: false };
          return mapLogic(circuit.netlist, library, abcLibrary(library, undefined), flow, yosys);
        },
        ['cells.lib'],
      ),
  ],
  ...FPGA_PARTS.map(
    (part) =>
      [
        `yosys_${part}`,
        () =>
          asked(
            (yosys) =>
              placeNeuron(neuron, { part: part, io: 'parallel', bitstream: true }, 1, {
                yosys,
                place: unused,
                pack: unused,
              }),
            sources,
          ),
      ] as [string, () => Promise<string>],
  ),
  [
    'nextpnr',
    () =>
      asked((place) =>
        placeNeuron(neuron, { part: 'hx8k', io: 'parallel', bitstream: true }, 1, {
          yosys: mapped,
          place,
          pack: unused,
        }),
      ),
  ],
  [
    'icepack',
    () =>
      asked((pack) =>
        placeNeuron(neuron, { part: 'hx8k', io: 'parallel', bitstream: true }, 1, {
          yosys: mapped,
          place: placed,
          pack,
        }),
      ),
  ],
  [
    'verilator',
    () => {
      const { top, files, harness } = verilatorSources(neuronDesign(clocked, verilog));
      return transcript(verilatorArguments(top, Object.keys(files), 2, true), { 'harness.cpp': harness });
    },
  ],
  [
    'iverilog',
    () => asked((iverilog) => icarusSimulator({ iverilog, vvp: unused })(neuronDesign(neuron, verilog)), sources),
  ],
  ['vvp', () => asked((vvp) => runTestBench({ iverilog: gives({ 'model.vvp': '(compiled)' }), vvp }, 'dut_tb', {}))],
  ['adms', () => asked((adms) => readWithAdms(adms, '(a model)'))],
  ['ngspice', () => asked((ngspice) => simulate(ngspice, EVERY_ANALYSIS))],
  ['ngspice_analysis', () => asked((ngspice) => analyse(analog({ bits: 3 }), 1e-9, ngspice))],
])('%s', async (name, print) => {
  await expect(await print()).toMatchFileSnapshot(`../../golden/scripts/${name}.txt`);
});

test('the deck that ngspice is asked to run is that of the printer', async () => {
  expect(await asked((ngspice) => simulate(ngspice, EVERY_ANALYSIS))).toContain(deckText(EVERY_ANALYSIS).trimEnd());
});
