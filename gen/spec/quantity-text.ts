/** Spellings of quantities that people type or paste, as mathjs takes them. */

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[\u00a0\u2000-\u200a\u202f]/g, ' '],
  [/\u2212/g, '-'],
  [/[\u00b5\u03bc]/g, 'u'],
  [/[\u2126\u03a9]/g, 'ohm'],
  [/\u2103|[\u00b0\u00ba]\s*C/g, 'degC'],
  [/\u2109|[\u00b0\u00ba]\s*F/g, 'degF'],
  [/\u00b2/g, '^2'],
  [/\u00b3/g, '^3'],
];

/** `text` with letters of the keyboard alone: `27 °C` as `27 degC`, `µV²` as `uV^2`, no-break spaces as spaces. */
export const plainQuantity = (text: string): string =>
  SPELLINGS.reduce((plain, [from, to]) => plain.replaceAll(from, to), text).trim();

/** Factors of SPICE's suffixes, in lower case. `m` is milli there in either case. */
export const SPICE_SUFFIXES: Readonly<Record<string, number>> = {
  ...{ t: 1e12, g: 1e9, meg: 1e6, k: 1e3, m: 1e-3 },
  ...{ u: 1e-6, n: 1e-9, p: 1e-12, f: 1e-15, a: 1e-18 },
};
