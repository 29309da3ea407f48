/** Findings of a network through serial neurons, as lines and as measurements. */

import { type Measurement, measured, NETWORK_CHECK_KEYS } from '../../measurement/index.ts';
import type { LayerCheck } from '../../sim/index.ts';

/** Checks of a network through one neuron. */
export interface VerifiedNetwork {
  readonly neuron: string;
  readonly network: string;
  readonly bits: number;
  readonly inputBits: number;
  /** Unit of an accumulator: 2^-fractionBits of a product. */
  readonly fractionBits: number;
  readonly images: number;
  /** Weights and data with their hashes. */
  readonly source: string;
  readonly checks: readonly LayerCheck[];
  /** Verilog made for it: path in the output folder to text. */
  readonly files: Readonly<Record<string, string>>;
}

const count = (value: number): string => value.toLocaleString('en-US');

/** Lines for a person: one for the neuron, and one for each layer. */
export function networkLines(verified: VerifiedNetwork): string[] {
  const { neuron, network, bits, inputBits, fractionBits, images, checks } = verified;
  const widths = bits === inputBits ? `${bits} bits` : `weights of ${bits} and inputs of ${inputBits} bits`;
  const wrong = checks.reduce((sum, { mismatches }) => sum + mismatches, 0);
  const all = checks.reduce((sum, { accumulators }) => sum + accumulators, 0);
  const verdict =
    wrong === 0
      ? "every accumulator and output equals the evaluator's"
      : `${count(wrong)} of ${count(all)} accumulators or outputs differ`;
  return [
    `${neuron} in verilator: ${network}, ${widths}, ${images} ${images === 1 ? 'image' : 'images'}: ${verdict}`,
    ...checks.flatMap((check) => layerLines(check, fractionBits)),
  ];
}

function layerLines(check: LayerCheck, fractionBits: number): string[] {
  const { layer, products, accumulators, mismatches, first } = check;
  const line = `  ${layer}: ${count(products)} products, ${count(accumulators)} accumulators`;
  if (!first) return [line];
  const { expected, found, image, output, place } = first;
  const shown = ({ accumulator, result, own }: typeof expected): string =>
    `accumulator ${accumulator}${unit}, output ${result}${own === null ? '' : `, y ${own}`}`;
  const unit = fractionBits > 0 ? `/2^${fractionBits}` : '';
  const where = place ? ` at row ${place.row}, column ${place.column}` : '';
  return [
    `${line}, ${count(mismatches)} differ`,
    `    first: image ${image}, output ${output}${where}: expected ${shown(expected)}; found ${shown(found)}`,
  ];
}

/** Measurements `NAME.verify.NETWORK.LAYER.products`, `.accumulators` and `.mismatches`. */
export function networkMeasurements(results: readonly VerifiedNetwork[]): Measurement[] {
  return results.flatMap(({ neuron, network, bits, inputBits, images, source: files, checks }) => {
    const source =
      `Verilator on the emitted Verilog, ${network} with weights of ${bits} and inputs of ${inputBits} bits; accumulators compared ` +
      `with the golden model, outputs with the integer network; ${files}, images 1 to ${images}`;
    return checks.flatMap((check) =>
      (['products', 'accumulators', 'mismatches'] as const).map((key) =>
        measured(NETWORK_CHECK_KEYS[key], { neuron, network, layer: check.layer }, check[key], 'simulated', source),
      ),
    );
  });
}
