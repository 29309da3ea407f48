/** The Verilator harness of whole layers: C++ that takes a layer's operands and gives its outputs. */

import { type DigitalNeuron, latency, outputBits } from '../../gen/index.ts';
import { layerModule, layerPorts, layerVerilog, thresholdCount } from '../../rtl/index.ts';
import type { VerilatorSources } from '../simulator/verilator.ts';
import type { StreamedLayer } from './layer.ts';

/** Whole numbers of a part of the outputs, at [place, output]; NaN where the neuron gave none. */
export interface LayerOutputs {
  readonly sums: Float64Array;
  readonly codes: Int32Array;
  /** Outputs of the neuron's own activation; empty without one. */
  readonly own: Int32Array;
}

/** Files from which Verilator builds `neuron` as the neuron of a layer. `files` are its own Verilog. */
export function layerSources(
  neuron: DigitalNeuron,
  files: VerilatorSources['files'],
  fractionBits: number,
): VerilatorSources {
  return {
    top: layerModule(neuron),
    files: { ...files, ...layerVerilog(neuron, fractionBits) },
    harness: harness(neuron, fractionBits),
  };
}

/**
 * Operands at `places` of a layer as the program reads them: 32-bit synapses, outputs, places, thresholds and groups; as 64-bit
 * floating point the thresholds and, by output, the bias; as 16-bit integers weights [outputs, synapses] and operands
 * [groups, places, synapses].
 */
export function packLayer(layer: StreamedLayer, thresholds: Float64Array, operands: Int32Array): Uint8Array {
  const { synapses, outputs, groups } = layer;
  const head = Uint32Array.of(synapses, outputs, operands.length / synapses / groups, thresholds.length, groups);
  const parts = [head, thresholds, layer.bias, Int16Array.from(layer.weights), Int16Array.from(operands)];
  const packed = new Uint8Array(parts.reduce((bytes, part) => bytes + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    packed.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return packed;
}

/** Size of the program's answer for `count` outputs, bytes. */
export const answerBytes = (neuron: DigitalNeuron, count: number): number =>
  count * (8 + 4 + (outputBits(neuron) > 0 ? 4 : 0));

/** Outputs in the program's answer: sums, then codes, then outputs of the neuron's own activation. */
export function unpackOutputs(neuron: DigitalNeuron, answer: Uint8Array, count: number): LayerOutputs {
  const { buffer, byteOffset } = answer;
  return {
    sums: new Float64Array(buffer, byteOffset, count),
    codes: new Int32Array(buffer, byteOffset + 8 * count, count),
    own: new Int32Array(buffer, byteOffset + 12 * count, outputBits(neuron) > 0 ? count : 0),
  };
}

/**
 * C++ text of the harness. For each request the neuron is reset while the thresholds are written, then takes a product
 * a clock without a gap, and then idles until its last output has come. Outputs are taken when the neuron says that
 * they are valid: where it gives too few, the rest is NaN, and where it gives too many, the last one is.
 */
function harness(neuron: DigitalNeuron, fractionBits: number): string {
  const ports = layerPorts(neuron, fractionBits);
  const bitsOf = (name: string): number => ports.find((port) => port.name === name)?.bits ?? 0;
  const set = (name: string, value: string): string =>
    `model->${name} = static_cast<uint64_t>(${value}) & 0x${((1n << BigInt(bitsOf(name))) - 1n).toString(16)}ULL;`;
  const signed = (name: string): string => {
    const above = 64 - bitsOf(name);
    return `static_cast<int64_t>(static_cast<uint64_t>(model->${name}) << ${above}) >> ${above}`;
  };
  const own = bitsOf('y') > 0;
  return `// A layer of a network through one Verilated serial neuron, fed and read through pipes.
#include "Vmodel.h"
#include "verilated.h"
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <unistd.h>
#include <vector>

static const size_t THRESHOLDS = ${thresholdCount(neuron)};
static const int LATENCY = ${latency(neuron)};

static std::unique_ptr<Vmodel> model;
static std::vector<double> sums;
static std::vector<int32_t> codes;
${own ? 'static std::vector<int32_t> own;\n' : ''}static size_t given;

static inline void tick() {
  model->clk = 0;
  model->eval();
  model->clk = 1;
  model->eval();
  if (!model->out_valid) return;
  if (given < sums.size()) {
    sums[given] = static_cast<double>(${signed('sum')});
    codes[given] = static_cast<int32_t>(${signed('code')});
${own ? '    own[given] = static_cast<int32_t>(model->y);\n' : ''}  } else if (given > 0) {
    sums[sums.size() - 1] = NAN;
  }
  given++;
}

template <typename T> static std::vector<T> take(size_t count) {
  std::vector<T> values(count);
  if (fread(values.data(), sizeof(T), count, stdin) != count) {
    fputs("the input ends in the middle of a layer\\n", stderr);
    exit(1);
  }
  return values;
}

template <typename T> static void give(FILE* answers, const std::vector<T>& values) {
  if (fwrite(values.data(), sizeof(T), values.size(), answers) == values.size()) return;
  perror("cannot write outputs");
  exit(1);
}

static void stream(const uint32_t* head) {
  const size_t synapses = head[0], outputs = head[1], places = head[2], groups = head[4];
  const std::vector<double> thresholds = take<double>(head[3]);
  const std::vector<double> bias = take<double>(outputs);
  const std::vector<int16_t> weights = take<int16_t>(outputs * synapses);
  const std::vector<int16_t> operands = take<int16_t>(groups * places * synapses);
  sums.assign(places * outputs, NAN);
  codes.assign(places * outputs, 0);
${own ? '  own.assign(places * outputs, 0);\n' : ''}  model->rst = 1;
  model->in_valid = 0;
  model->in_last = 0;
  model->write = 1;
  for (size_t k = 0; k < thresholds.size(); k++) {
    ${set('address', 'k')}
    ${set('threshold', 'static_cast<int64_t>(thresholds[k])')}
    tick();
  }
  model->write = 0;
  for (int k = 0; k <= LATENCY; k++) tick();
  given = 0;
  model->rst = 0;
  model->in_valid = 1;
  for (size_t place = 0; place < places; place++) {
    for (size_t output = 0; output < outputs; output++) {
      const size_t group = output / (outputs / groups);
      const int16_t* x = operands.data() + (group * places + place) * synapses;
      const int16_t* w = weights.data() + output * synapses;
      ${set('bias', 'static_cast<int64_t>(bias[output])')}
      for (size_t k = 0; k < synapses; k++) {
        ${set('x', 'static_cast<int64_t>(x[k])')}
        ${set('w', 'static_cast<int64_t>(w[k])')}
        model->in_last = k + 1 == synapses;
        tick();
      }
    }
  }
  model->in_valid = 0;
  for (int k = 0; k <= LATENCY; k++) tick();
}

int main() {
  // Standard output carries outputs alone; what the model prints goes to standard error.
  const int answers = dup(STDOUT_FILENO);
  if (answers < 0 || dup2(STDERR_FILENO, STDOUT_FILENO) < 0) { perror("cannot set up the output"); return 1; }
  FILE* const out = fdopen(answers, "wb");
  if (!out) { perror("cannot set up the output"); return 1; }
  const std::unique_ptr<VerilatedContext> context(new VerilatedContext);
  model.reset(new Vmodel(context.get()));
  uint32_t head[5];
  for (;;) {
    const size_t got = fread(head, 1, sizeof(head), stdin);
    if (got == 0) break;
    if (got != sizeof(head) || head[3] != THRESHOLDS) { fputs("a layer must begin with its sizes\\n", stderr); return 1; }
    stream(head);
    give(out, sums);
    give(out, codes);
${own ? '    give(out, own);\n' : ''}    if (fflush(out) != 0) { perror("cannot write outputs"); return 1; }
  }
  model->final();
  model.reset();
  return 0;
}
`;
}
