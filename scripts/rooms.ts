/**
 * The folders from left to right and the rooms in each. A folder or a room may import those before it, types included.
 */

export interface Folder {
  readonly name: string;
  /** Folders to the left that it imports, each through its `index.ts`. */
  readonly imports: readonly string[];
  /** Import of `tools/tool.ts`, the types of tools and their error. The runners are passed in. */
  readonly toolType?: true;
  /**
   * Rooms in their order: folders of files by idea. Each stands with the file whose first sentence says what the room
   * is; `.` stands for the files of the folder itself.
   */
  readonly rooms: Readonly<Record<string, string>>;
}

const FLOORS = ['numeric', 'measurement'];

export const FOLDERS: readonly Folder[] = [
  { name: 'numeric', imports: [], rooms: { '.': 'index.ts' } },
  { name: 'measurement', imports: [], rooms: { keys: 'key.ts', '.': 'index.ts' } },
  {
    name: 'gen',
    imports: FLOORS,
    rooms: {
      netlist: 'netlist.ts',
      technology: 'cells-65nm.ts',
      spec: 'spec.ts',
      activation: 'activation.ts',
      adder: 'adders.ts',
      polarity: 'polarity.ts',
      reduction: 'reductions.ts',
      'partial-products': 'kinds.ts',
      neuron: 'neuron.ts',
      '.': 'index.ts',
    },
  },
  {
    name: 'tools',
    imports: [...FLOORS, 'gen'],
    rooms: { '.': 'index.ts', data: 'data.ts', wasm: 'thread.ts', native: 'process.ts' },
  },
  { name: 'rtl', imports: [...FLOORS, 'gen'], rooms: { '.': 'index.ts' } },
  {
    name: 'synth',
    imports: [...FLOORS, 'gen', 'rtl'],
    toolType: true,
    rooms: { '.': 'index.ts', liberty: 'liberty.ts', mapping: 'map.ts' },
  },
  {
    name: 'sim',
    imports: [...FLOORS, 'gen', 'rtl'],
    toolType: true,
    rooms: { simulator: 'simulator.ts', '.': 'index.ts', embedded: 'embedded.ts', network: 'stream.ts' },
  },
  {
    name: 'analog',
    imports: [...FLOORS, 'gen'],
    toolType: true,
    rooms: {
      spice: 'spice.ts',
      'verilog-a': 'parse.ts',
      device: 'model.ts',
      cell: 'cells.ts',
      neuron: 'design.ts',
      deck: 'analysed-circuit.ts',
      'large-signal': 'design.ts',
      transient: 'transient.ts',
      analysis: 'analyse.ts',
      behaviour: 'behaviour.ts',
      variability: 'mismatch-study.ts',
      exploration: 'design-search.ts',
      executions: 'four-ways.ts',
      '.': 'index.ts',
    },
  },
  {
    name: 'nn',
    imports: [...FLOORS, 'gen', 'sim', 'analog'],
    rooms: {
      data: 'data-set.ts',
      network: 'network.ts',
      noise: 'gaussian.ts',
      quantized: 'quantize.ts',
      wasm: 'code.ts',
      'float/kernels': 'kernels.ts',
      'kernels/memory': 'layout.ts',
      float: 'network.ts',
      'kernels/tile': 'tile.ts',
      'kernels/convolution': 'convolve.ts',
      'kernels/winograd': 'winograd.ts',
      'kernels/row-winograd': 'row-winograd.ts',
      kernels: 'plan.ts',
      evaluate: 'evaluate.ts',
      train: 'train.ts',
      files: 'weight-file.ts',
      onnx: 'onnx.ts',
      '.': 'index.ts',
    },
  },
  {
    name: 'compare',
    imports: [...FLOORS, 'gen', 'rtl', 'synth', 'sim', 'analog', 'nn'],
    rooms: { '.': 'index.ts' },
  },
  {
    name: 'flow',
    imports: [...FLOORS, 'gen', 'rtl', 'synth', 'sim', 'analog', 'nn', 'compare'],
    toolType: true,
    rooms: { '.': 'index.ts' },
  },
  {
    name: 'report',
    imports: [...FLOORS, 'gen', 'rtl', 'synth', 'sim', 'analog', 'nn', 'compare'],
    rooms: {
      charts: 'figure.ts',
      page: 'html.ts',
      study: 'input.ts',
      claims: 'claims.ts',
      sections: 'section.ts',
      '.': 'index.ts',
    },
  },
  {
    name: 'cli',
    imports: [...FLOORS, 'gen', 'tools', 'rtl', 'synth', 'sim', 'analog', 'nn', 'compare', 'flow', 'report'],
    rooms: {
      session: 'session.ts',
      run: 'run.ts',
      training: 'crew.ts',
      evaluation: 'inputs.ts',
      spec: 'load-spec.ts',
      design: 'outcome.ts',
      steps: 'select.ts',
      'verify-network': 'step.ts',
      'verify-rtl': 'step.ts',
      flow: 'execute.ts',
      verbs: 'spec-verbs.ts',
      '.': 'main.ts',
    },
  },
];
