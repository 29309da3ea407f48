/** Outside simulators as functions: a design in, a simulation out that takes and gives packed records. */

import { type RecordLayout, recordCount, recordLayout, type VectorPort } from './vectors.ts';

/** Clock of a design. In each cycle the inputs of a record are set, its outputs are read, and then the clock rises. */
export interface Clock {
  readonly port: string;
}

/** A design in Verilog: combinational, or clocked, and then a record is a clock cycle. */
export interface VerilogDesign {
  /** Name of the top module. */
  readonly top: string;
  /** Ports other than the clock. */
  readonly ports: readonly VectorPort[];
  readonly clock?: Clock;
  /** File name (no folders) to text. Those of `sourceFiles` are compiled, the others may be included by them. */
  readonly files: Readonly<Record<string, string>>;
}

/** Outputs of a batch of records. */
export interface Outputs {
  readonly records: Uint8Array;
  /** Bits of `records` that are undefined, which are 0 there; left out where none is. */
  readonly unknown?: Uint8Array;
}

/** A design that a simulator cannot run. The message says why, of the design and not of the simulator. */
export class DesignError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DesignError';
  }
}

/** A design compiled and ready to run. */
export interface Simulation {
  /** Warnings of the simulator's compiler with all warnings on; empty for clean Verilog. */
  readonly warnings: string;
  /** Output records for input `records` (see `vectors.ts`), in their order. */
  run(records: Uint8Array): Promise<Outputs>;
  close(): Promise<void>;
}

export type Simulator = (design: VerilogDesign) => Promise<Simulation>;

/**
 * Layouts of a `design`'s input and output records. Its names are checked, since they stand in programs and command
 * lines.
 */
export function designLayouts(design: VerilogDesign): {
  readonly inputs: RecordLayout;
  readonly outputs: RecordLayout;
} {
  if (!/^[A-Za-z]\w*$/.test(design.top))
    throw new RangeError(`module name must be a letter, then letters, digits and _: ${JSON.stringify(design.top)}`);
  for (const { name } of design.ports)
    if (!/^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$/.test(name))
      throw new RangeError(`port name must be letters and digits, joined by single _: ${JSON.stringify(name)}`);
  for (const file of Object.keys(design.files))
    if (!/^\w[\w.-]*\.\w+$/.test(file))
      throw new RangeError(`file name must be letters, digits, _, - and . with an ending: ${JSON.stringify(file)}`);
  return { inputs: recordLayout(design.ports, 'input'), outputs: recordLayout(design.ports, 'output') };
}

/** Names of the files that are compiled, in their order: Verilog, and SystemVerilog. */
export const sourceFiles = (files: VerilogDesign['files']): string[] =>
  Object.keys(files).filter((file) => /\.s?v$/.test(file));

/** Test for a file of SystemVerilog. */
export const isSystemVerilog = (file: string): boolean => file.endsWith('.sv');

/**
 * Output records of `design` for every batch of input records. The next batch is read while the one before is
 * simulated, so that stimulus, simulation and comparison overlap.
 */
export async function* simulate(
  simulator: Simulator,
  design: VerilogDesign,
  batches: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Outputs, void, undefined> {
  const { inputs } = designLayouts(design);
  const simulation = await simulator(design);
  try {
    let before: Promise<Outputs> | undefined;
    for await (const batch of batches) {
      recordCount(inputs, batch);
      const running = simulation.run(batch);
      // It is awaited one batch later; until then its failure is not an unhandled one.
      running.catch(() => undefined);
      if (before !== undefined) yield await before;
      before = running;
    }
    if (before !== undefined) yield await before;
  } finally {
    await simulation.close();
  }
}
