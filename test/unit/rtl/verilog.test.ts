import { describe, expect, test } from 'vitest';
import { multiplierCircuit, neuronCircuit } from '../../../gen/index.ts';
import {
  adderModules,
  behaviouralVerilog,
  dotDiagram,
  layerVerilog,
  neuronVerilog,
  structuralVerilog,
  testBench,
} from '../../../rtl/index.ts';
import { digital } from '../gen/neurons.ts';

const neuron = digital({ bits: 3, signed: true, activation: 'threshold', threshold: -6 });
const golden = (name: string): string => `../../golden/${name}`;

describe('texts of a 3-bit signed neuron with a threshold', () => {
  test('structural Verilog', async () => {
    await expect(structuralVerilog(neuronCircuit(neuron))).toMatchFileSnapshot(golden('dut.v'));
  });

  test('behavioural reference', async () => {
    await expect(behaviouralVerilog(neuron)).toMatchFileSnapshot(golden('dut_reference.v'));
  });

  test('test bench', async () => {
    const vectors = [
      { inputs: [0n, 0n], expected: [0n, 1n] },
      { inputs: [7n, 3n], expected: [61n, 1n] },
    ];
    await expect(testBench(neuron, vectors)).toMatchFileSnapshot(golden('dut_tb.v'));
  });

  test('dot diagram', async () => {
    await expect(dotDiagram(multiplierCircuit(neuron), 'dut')).toMatchFileSnapshot(golden('dut.svg'));
  });
});

test('a serial neuron as that of a layer: bias with a fraction, an activation of its own beside the thresholds', async () => {
  const serial = { architecture: 'serial', signed: true, bias: 9, accumulator: 12, pipeline: 1, outputBits: 4 };
  const layer = layerVerilog(digital({ bits: 3, activation: 'hard-tanh', ...serial }), 10);
  expect(Object.keys(layer)).toEqual(['dut_layer.v']);
  await expect(layer['dut_layer.v']).toMatchFileSnapshot(golden('dut_layer.v'));
});

test('the header counts the adders that stand in the text', () => {
  const text = structuralVerilog(neuronCircuit(digital({ bits: 8, synapses: 3 })));
  const [, full, half] = /Cells: (\d+) full adders, (\d+) half adders/.exec(text) ?? [];
  expect(text.match(/\bfull_adder fa\d+ /g)?.length).toBe(Number(full));
  expect(text.match(/\bhalf_adder ha\d+ /g)?.length).toBe(Number(half));
});

test.each(['tanh-lut', 'hard-tanh'])('nor those of its activation %s, which stands as operators', (activation) => {
  const circuit = neuronCircuit(digital({ bits: 2, signed: true, activation, outputBits: 4, adderCells: 'gates' }));
  const text = structuralVerilog(circuit);
  const [, full, half] = /Cells: (\d+) full adders, (\d+) half adders/.exec(text) ?? [];
  expect(text.match(/ fa\d+ /g) ?? []).toHaveLength(Number(full));
  expect(text.match(/ ha\d+ /g) ?? []).toHaveLength(Number(half));
  const instantiated = [...text.matchAll(/^ {2}((?:full|half)_adder\w*) /gm)].map(([, module]) => `${module}.v`);
  expect(new Set(Object.keys(neuronVerilog(circuit)))).toEqual(new Set([...instantiated, 'dut.v']));
});

test('a net called like the neuron stands under another name', () => {
  const neuronOf = (name: string) => digital({ name, bits: 3, signed: true, activation: 'hard-tanh', outputBits: 4 });
  const text = structuralVerilog(neuronCircuit(neuronOf('clamped')));
  expect(text).toContain('wire [3:0] clamped_inside = ');
  expect(text).toContain('assign y = {clamped_inside[3:1], clamped_inside[0] | lowest};');
  // Numbers, pins and the names of others stay.
  expect(structuralVerilog(neuronCircuit(neuronOf('b0')))).not.toContain('inside');
  expect(structuralVerilog(neuronCircuit(neuronOf('a')))).not.toContain('inside');
});

test('a dot diagram has a dot for every bit and an outline for every adder of every stage', () => {
  const circuit = multiplierCircuit(digital({ bits: 8 }));
  const svg = dotDiagram(circuit, 'dig8');
  const outlines = circuit.reduction.stages.flatMap((stage) => stage.compressors);
  // two outlines are the legend's
  expect(svg.match(/<rect [^>]*rx="6"/g)?.length).toBe(outlines.length + 2);
  expect(outlines.length).toBe(38 + 15);
  const dots = circuit.reduction.stages.reduce(
    (sum, stage) => sum + stage.matrix.flat().filter((net) => net !== null).length,
    0,
  );
  expect(svg.match(/<circle /g)?.length).toBe(dots + circuit.reduction.heap.flat().length);
});

test('adder cells and modules are named like their files', () => {
  for (const [file, text] of Object.entries(adderModules(neuronCircuit(neuron).netlist)))
    expect(text).toContain(`module ${file.replace('.v', '')} (`);
});
