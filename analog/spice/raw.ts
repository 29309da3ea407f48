/** Binary raw files of SPICE: a text header, then doubles, point by point. */

/** One plot: named vectors of one length. */
export interface RawPlot {
  readonly title: string;
  /** Name of the analysis, e.g. `AC Analysis`. */
  readonly plotname: string;
  /** Program and version that wrote the file, e.g. `ngspice-45.2`; empty where the file does not say. */
  readonly command: string;
  readonly points: number;
  /** Real parts by lower-case name, [points]. */
  readonly real: Readonly<Record<string, Float64Array>>;
  /** Imaginary parts by lower-case name, [points]; only of complex plots. */
  readonly imaginary?: Readonly<Record<string, Float64Array>>;
}

const MARK = '\nBinary:\n';
const MAX_HEADER = 1_000_000;

/**
 * Plot of a raw file. Throws where the file is not one, has another length than its
 * header says, or holds what is no number.
 */
export function readRaw(bytes: Uint8Array): RawPlot {
  const header = headerOf(bytes);
  const lines = header.split('\n');
  const field = (name: string): string =>
    lines
      .find((line) => line.startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? '';
  const count = countIn('No. Variables', field('No. Variables'));
  const points = countIn('No. Points', field('No. Points'));
  const complex = /complex/.test(field('Flags'));
  const first = lines.indexOf('Variables:') + 1;
  const names = lines.slice(first, first + count).map((line) => (line.split('\t')[2] ?? '').toLowerCase());
  const width = complex ? 16 : 8;
  const start = header.length + MARK.length;
  const wanted = start + points * count * width;
  if (first === 0 || names.length !== count || bytes.length < wanted)
    throw new RangeError(`raw file is cut short: ${bytes.length} bytes for ${points} points of ${count} vectors`);
  if (bytes.length > wanted)
    throw new RangeError(`raw file is too long: ${bytes.length} bytes for ${points} points of ${count} vectors`);
  if (names.includes('') || new Set(names).size < count)
    throw new RangeError(`raw file must name each vector once: ${names.join(', ')}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset + start);
  const column = (index: number, part: number): Float64Array =>
    Float64Array.from({ length: points }, (_, point) => {
      const value = view.getFloat64((point * count + index) * width + part, true);
      if (Number.isFinite(value)) return value;
      throw new RangeError(`raw file holds ${value} at point ${point} of ${names[index]}`);
    });
  const vectors = (part: number): Record<string, Float64Array> =>
    Object.fromEntries(names.map((name, index) => [name, column(index, part)]));
  const plot = {
    title: field('Title'),
    plotname: field('Plotname'),
    command: field('Command'),
    points,
    real: vectors(0),
  };
  return complex ? { ...plot, imaginary: vectors(8) } : plot;
}

/** Number of points or vectors in a header. */
function countIn(name: string, text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new RangeError(`raw file must state ${name} as a whole number: ${text.slice(0, 40) || 'nothing'}`);
}

/** Text before the data, one character a byte. */
function headerOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes.subarray(0, MAX_HEADER)) {
    text += String.fromCharCode(byte);
    if (byte === 10 && text.endsWith(MARK)) return text.slice(0, -MARK.length);
  }
  throw new RangeError('not a binary raw file: it has no line "Binary:"');
}
