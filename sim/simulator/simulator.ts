/** An outside simulator as a function: a design in, a simulation out that takes and gives packed records. */

import { type RecordLayout, recordCount, recordLayout, type VectorPort } from './vectors.ts';

/** A clock: in each cycle the inputs of a record are set, its outputs are read, and then the clock rises. */
export interface Clock {
  readonly port: string;
  /** Records at the beginning whose outputs may be undefined. */
  readonly settle: number;
}

/** A design in Verilog: combinational, or with a clock, and then a record is a clock cycle. */
export interface VerilogDesign {
  /** Name of the top module. */
  readonly top: string;
  /** Without the clock. */
  readonly ports: readonly VectorPort[];
  readonly clock?: Clock;
  /** File name (no folders, ending in `.v`) to text. */
  readonly files: Readonly<Record<string, string>>;
}

/** A design that is compiled and ready. */
export interface Simulation {
  /** What the simulator's compiler warned of with all its warnings on; empty for clean Verilog. */
  readonly warnings: string;
  /** The output records for `records` of input (see `vectors.ts`), in their order. */
  run(records: Uint8Array): Promise<Uint8Array>;
  close(): Promise<void>;
}

export type Simulator = (design: VerilogDesign) => Promise<Simulation>;

/** Records of both directions of a `design`, whose names are checked: they stand in programs and command lines. */
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
    if (!/^\w+\.v$/.test(file))
      throw new RangeError(`file name must be letters, digits and _, then .v: ${JSON.stringify(file)}`);
  return { inputs: recordLayout(design.ports, 'input'), outputs: recordLayout(design.ports, 'output') };
}

/**
 * Compiles `design`, runs every batch of input records of `batches` through it and yields the output records of each.
 * The next batch is read while the one before is simulated, so that stimulus, simulation and comparison overlap.
 */
export async function* simulate(
  simulator: Simulator,
  design: VerilogDesign,
  batches: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { inputs } = designLayouts(design);
  const simulation = await simulator(design);
  try {
    let before: Promise<Uint8Array> | undefined;
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
