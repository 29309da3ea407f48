/**
 * Circuit and its analyses as data, run by any ngspice that is passed in. The waves that come back were computed from
 * this circuit by this run, whole, or nothing comes back: ngspice itself hands out the data of an earlier analysis or
 * circuit where one fails, and a cut transient as if it were complete.
 */

import { nth } from '../../numeric/index.ts';
import { type Tool, ToolError } from '../../tools/tool.ts';
import { type RawPlot, readRaw } from './raw.ts';

type Analysis =
  | { readonly kind: 'op' }
  /** Sweep of a source from `from` to `to` in steps of `step`, V or A. */
  | {
      readonly kind: 'dc';
      readonly source: string;
      readonly from: number;
      readonly to: number;
      readonly step: number;
    }
  /** Logarithmic sweep, Hz. */
  | { readonly kind: 'ac'; readonly pointsPerDecade: number; readonly from: number; readonly to: number }
  /** Noise at `output`, e.g. `v(op,on)`, over a logarithmic sweep, Hz. */
  | {
      readonly kind: 'noise';
      readonly output: string;
      readonly source: string;
      readonly pointsPerDecade: number;
      readonly from: number;
      readonly to: number;
      /** Inclusion of every device's part. */
      readonly summary?: boolean;
    }
  /** Transient up to `stop`, no internal step longer than `step`, s. */
  | { readonly kind: 'tran'; readonly step: number; readonly stop: number };

/**
 * Analysis and the vectors wanted of it, as expressions of ngspice; none means all node voltages and source currents.
 */
export interface WantedAnalysis {
  readonly analysis: Analysis;
  readonly vectors?: readonly string[];
}

/** Text of a circuit with its analyses. */
export interface Deck {
  /** Lines of the circuit, without title, analyses and `.end`. */
  readonly circuit: string;
  readonly runs: readonly WantedAnalysis[];
}

/**
 * Vectors that one run gave. A noise run holds `frequency`, `onoise_spectrum` (V/sqrt(Hz)), `inoise_spectrum` and, of
 * one point, `onoise_total` (V, rms); with a summary also `onoise.NAME`, `onoise_total.NAME` of each device, and of its
 * sources, e.g. `onoise_total.NAME.1overf`.
 */
export interface Waves {
  /** Real parts by lower-case name. */
  readonly real: Readonly<Record<string, Float64Array>>;
  /** Imaginary parts, of an AC run. */
  readonly imaginary: Readonly<Record<string, Float64Array>>;
  /** Program and version, e.g. `ngspice-45.2`. */
  readonly program: string;
}

/** Waves of each run of `deck`. Throws `ToolError`, with the deck in its files. */
export async function simulate(ngspice: Tool, deck: Deck): Promise<readonly Waves[]> {
  const text = deckText(deck);
  const files = { [DECK]: text };
  const args = ['-b', DECK];
  const { files: written, log } = await ngspice(args, files);
  const fail = (reason: string): ToolError => new ToolError('ngspice', args, null, log, files, reason);
  const title = titleOf(text);
  const plot = (name: string, plotname: string): RawPlot => {
    const bytes = written[name];
    if (!(bytes instanceof Uint8Array)) throw fail(`wrote no data (${plotname})`);
    const raw = rawOf(bytes, (reason) => fail(`wrote no data (${plotname}): ${reason}`));
    if (raw.title.toLowerCase() !== title) throw fail(`gave back the data of another circuit (${raw.title})`);
    if (raw.plotname !== plotname) throw fail(`gave back another analysis (${raw.plotname}, not ${plotname})`);
    return raw;
  };
  return deck.runs.map(({ analysis }, index) => {
    const raw = plot(rawName(index), PLOTNAMES[analysis.kind]);
    const missing = cutShort(analysis, raw);
    if (missing) throw fail(`stopped early: ${missing}`);
    const total = analysis.kind === 'noise' ? noiseTotal(plot(totalName(index), 'Integrated Noise')) : {};
    const program = nth(raw.command.split(','), 0);
    return { real: { ...raw.real, ...total }, imaginary: raw.imaginary ?? {}, program };
  });
}

function rawOf(bytes: Uint8Array, fail: (reason: string) => ToolError): RawPlot {
  try {
    return readRaw(bytes);
  } catch (error) {
    throw error instanceof RangeError ? fail(error.message) : error;
  }
}

/** Vector of `waves` by name; throws where there is none. */
export function wave(waves: Waves, name: string, part: 'real' | 'imaginary' = 'real'): Float64Array {
  const values = waves[part][name.toLowerCase()];
  if (!values) throw new RangeError(`no such vector: ${name} (there are: ${Object.keys(waves[part]).join(', ')})`);
  return values;
}

/** Single value of an operating point, or the first of another run. */
export function scalar(waves: Waves, name: string, part: 'real' | 'imaginary' = 'real'): number {
  const value = wave(waves, name, part)[0];
  if (value === undefined) throw new RangeError(`vector is empty: ${name}`);
  return value;
}

/** Deck as ngspice reads it. Its title is computed from its content, so two circuits never share one. */
export function deckText(deck: Deck): string {
  const control = deck.runs.flatMap(({ analysis, vectors = [] }, index) => [
    'destroy all',
    command(analysis),
    ...(analysis.kind === 'noise' ? ['setplot noise1'] : []),
    `write ${rawName(index)}${vectors.map((vector) => ` ${vector}`).join('')}`,
    ...(analysis.kind === 'noise' ? ['setplot noise2', `write ${totalName(index)}`] : []),
  ]);
  const body = [deck.circuit.trimEnd(), '.control', ...control, '.endc', '.end', ''].join('\n');
  return `* somagen ${hash(body)}\n${body}`;
}

const DECK = 'deck.cir';
const rawName = (index: number): string => `run${index}.raw`;
const totalName = (index: number): string => `total${index}.raw`;

/** Title of a deck as ngspice gives it back, in lower case. */
const titleOf = (text: string): string => text.slice(0, text.indexOf('\n')).toLowerCase();

const PLOTNAMES = {
  op: 'Operating Point',
  dc: 'DC transfer characteristic',
  ac: 'AC Analysis',
  noise: 'Noise Spectral Density Curves',
  tran: 'Transient Analysis',
} as const satisfies Record<Analysis['kind'], string>;

function command(analysis: Analysis): string {
  switch (analysis.kind) {
    case 'op':
      return 'op';
    case 'dc':
      return `dc ${analysis.source} ${analysis.from} ${analysis.to} ${analysis.step}`;
    case 'ac':
      // Of a decade from a frequency to itself the installed program gives no point.
      return analysis.from === analysis.to
        ? `ac lin 1 ${analysis.from} ${analysis.to}`
        : `ac dec ${analysis.pointsPerDecade} ${analysis.from} ${analysis.to}`;
    case 'noise':
      return `noise ${analysis.output} ${analysis.source} dec ${analysis.pointsPerDecade} ${analysis.from} ${analysis.to}${analysis.summary ? ' 1' : ''}`;
    case 'tran':
      return `tran ${analysis.step} ${analysis.stop} 0 ${analysis.step}`;
  }
}

/** Message about data that end before the analysis should, or undefined. */
function cutShort(analysis: Analysis, raw: RawPlot): string | undefined {
  switch (analysis.kind) {
    case 'op':
      return raw.points === 1 ? undefined : `${raw.points} points`;
    case 'dc': {
      const points = Math.floor((analysis.to - analysis.from) / analysis.step + 1e-6) + 1;
      return raw.points >= points ? undefined : `${raw.points} of ${points} points`;
    }
    case 'ac':
    case 'noise': {
      const last = raw.real.frequency?.at(-1) ?? 0;
      const reached = last * 10 ** (1 / analysis.pointsPerDecade) > analysis.to;
      return reached ? undefined : `at ${last} of ${analysis.to} Hz`;
    }
    case 'tran': {
      const last = raw.real.time?.at(-1) ?? 0;
      return last >= analysis.stop * (1 - 1e-9) ? undefined : `at ${last} of ${analysis.stop} s`;
    }
  }
}

/** Integrated noise of a plot, `v(onoise_total)` or `onoise_total` by what the output is. */
function noiseTotal(raw: RawPlot): Record<string, Float64Array> {
  const totals = Object.entries(raw.real)
    .map(([name, values]) => [name.replace(/^v\((.*)\)$/, '$1'), values] as const)
    .filter(([name]) => name.startsWith('onoise_total'));
  if (totals.length === 0) throw new RangeError(`no integrated noise among: ${Object.keys(raw.real).join(', ')}`);
  return Object.fromEntries(totals);
}

/** 64 bits of FNV-1a (two 32-bit halves with different offset bases), as 16 hexadecimal digits. */
function hash(text: string): string {
  let high = 0x811c9dc5;
  let low = 0xcbf29ce4;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x01000193);
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
