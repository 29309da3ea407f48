/** The Verilator harness: the C++ program that takes packed records from a pipe and gives packed records back. */

import { designLayouts, type Simulator, type VerilogDesign } from './simulator.ts';
import { type RecordField, type RecordLayout, recordCount } from './vectors.ts';

/** Sources of a program: class `Vmodel` from `files` and the program `harness` around it. */
export interface VerilatorSources {
  /** Name of the top module. */
  readonly top: string;
  /** Verilog files. */
  readonly files: Readonly<Record<string, string>>;
  /** C++ text with `main`. */
  readonly harness: string;
}

/** A program built from such sources that runs. */
export interface RunningModel {
  /** Output of the build. */
  readonly log: string;
  /** Next `outputBytes` bytes that the program gives after `input` is fed to it. */
  run(input: Uint8Array, outputBytes: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Simulator by Verilator. `start` builds and starts a program. */
export function verilatorSimulator(start: (sources: VerilatorSources) => Promise<RunningModel>): Simulator {
  return async (design) => {
    const { inputs, outputs } = designLayouts(design);
    const model = await start(verilatorSources(design));
    return {
      warnings: warningsOf(model.log),
      run: async (records) => ({ records: await model.run(records, recordCount(inputs, records) * outputs.bytes) }),
      close: () => model.close(),
    };
  };
}

/** Files from which Verilator builds the simulation of `design`. */
export function verilatorSources(design: VerilogDesign): VerilatorSources {
  const { inputs, outputs } = designLayouts(design);
  return { top: design.top, files: design.files, harness: harness(inputs, outputs, design.clock?.port) };
}

/** Warnings in a build's `log`: Verilator's `%Warning` lines. */
export function warningsOf(log: string): string {
  return log
    .split('\n')
    .filter((line) => line.startsWith('%Warning'))
    .join('\n');
}

/** Size of an input block, bytes. A longer record is a block of its own. */
const BLOCK = 65_536;

/**
 * C++ text of the harness. It reads what the pipe holds (up to 64 KiB), evaluates every whole record of it and writes
 * their outputs before it reads on: answers never wait for more input. Assumes a little-endian host, as all of
 * Verilator's are in practice.
 */
function harness(inputs: RecordLayout, outputs: RecordLayout, clock: string | undefined): string {
  return `// Verilated model fed and read through pipes.
#include "Vmodel.h"
#include "verilated.h"
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <unistd.h>
#include <vector>

static const size_t INPUT_BYTES = ${inputs.bytes};
static const size_t OUTPUT_BYTES = ${outputs.bytes};
static const size_t RECORDS = ${Math.max(1, Math.floor(BLOCK / inputs.bytes))};

static inline void load(Vmodel& model, const unsigned char* record) {
${inputs.fields.map(loadField).join('\n')}
}

static inline void store(Vmodel& model, unsigned char* record) {
${outputs.fields.map(storeField).join('\n')}
}

static bool write_all(int file, const unsigned char* bytes, size_t count) {
  while (count > 0) {
    const ssize_t done = write(file, bytes, count);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return false;
    bytes += done;
    count -= done;
  }
  return true;
}

int main() {
  // Standard output carries records alone; what the model prints goes to standard error.
  const int answers = dup(STDOUT_FILENO);
  if (answers < 0 || dup2(STDERR_FILENO, STDOUT_FILENO) < 0) { perror("cannot set up the output"); return 1; }
  const std::unique_ptr<VerilatedContext> context(new VerilatedContext);
  // What is undefined is random: 0 would hide it.
  context->randReset(2);
  context->randSeed(1);
  const std::unique_ptr<Vmodel> model(new Vmodel(context.get()));
  std::vector<unsigned char> input(RECORDS * INPUT_BYTES);
  std::vector<unsigned char> output(RECORDS * OUTPUT_BYTES);
  size_t have = 0;
  for (;;) {
    const ssize_t got = read(STDIN_FILENO, input.data() + have, input.size() - have);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) { perror("cannot read vectors"); return 1; }
    if (got == 0) break;
    have += got;
    const size_t records = have / INPUT_BYTES;
    for (size_t r = 0; r < records; r++) {
      load(*model, input.data() + r * INPUT_BYTES);
      model->eval();
      store(*model, output.data() + r * OUTPUT_BYTES);
${clock === undefined ? '' : `      model->${clock} = 1;\n      model->eval();\n      model->${clock} = 0;\n      model->eval();\n`}    }
    have -= records * INPUT_BYTES;
    memmove(input.data(), input.data() + records * INPUT_BYTES, have);
    if (!write_all(answers, output.data(), records * OUTPUT_BYTES)) { perror("cannot write outputs"); return 1; }
  }
  if (have > 0) { fputs("the input ends in the middle of a record\\n", stderr); return 1; }
  model->final();
  return 0;
}
`;
}

/**
 * C++ text that loads a port. Verilator keeps one of up to 64 bits in the smallest unsigned integer that holds it, a
 * wider one in 32-bit words.
 */
function loadField({ name, bits, start, bytes }: RecordField): string {
  if (bits <= 64) {
    const mask = `0x${((1n << BigInt(bits)) - 1n).toString(16)}ULL`;
    return `  { uint64_t value = 0; memcpy(&value, record + ${start}, ${bytes}); model.${name} = value & ${mask}; }`;
  }
  const last = Math.ceil(bits / 32) - 1;
  const mask = `0x${((1n << BigInt(bits - 32 * last)) - 1n).toString(16)}U`;
  return [
    `  model.${name}[${last}] = 0;`,
    `  memcpy(&model.${name}[0], record + ${start}, ${bytes});`,
    `  model.${name}[${last}] &= ${mask};`,
  ].join('\n');
}

function storeField({ name, bits, start, bytes }: RecordField): string {
  return `  memcpy(record + ${start}, &model.${name}${bits <= 64 ? '' : '[0]'}, ${bytes});`;
}
