/** Quantities with units, read by mathjs. It is imported only when a spec holds one, since that takes a second. */

import type { QuantityParser } from './fields.ts';

const looksLikeNumber = (text: string): boolean => /^\s*[-+.]?\d/.test(text);

/** Text with micro sign and Greek mu, which mathjs does not take, as `u`. */
const normalize = (text: string): string => text.replace(/[\u00b5\u03bc]/g, 'u').trim();

/** Parser that has what it needs for the strings in `document`. */
export async function quantityParser(document: unknown): Promise<QuantityParser> {
  if (!strings(document).some(looksLikeNumber)) return refuse;
  const { unit } = await import('mathjs');
  return (text, wanted) => {
    if (!looksLikeNumber(text)) return refuse(text, wanted);
    if (/^[-+\d.eE\s]+$/.test(text)) return Number(text);
    const quantity = unit(normalize(text));
    if (!quantity.equalBase(unit(wanted))) throw new Error(`${text} is not in ${wanted}`);
    return Number(quantity.toNumber(wanted).toPrecision(15));
  };
}

const refuse: QuantityParser = (text, wanted) => {
  throw new Error(`${JSON.stringify(text)} is not a number with a unit of ${wanted}`);
};

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}
