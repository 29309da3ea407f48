/** Quantities with units, read by mathjs. It is imported only when a spec holds one, since that takes a second. */

import type { QuantityParser } from './fields.ts';
import { plainQuantity, SPICE_SUFFIXES } from './quantity-text.ts';

const looksLikeNumber = (text: string): boolean => /^\s*[-+.\u2212]?\d/.test(text);

const NUMBER = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?`;
const PERCENT = new RegExp(`^(${NUMBER})\\s*%\\s*(.*)$`);
const SUFFIXED = new RegExp(`^(${NUMBER})\\s*(meg|[tgkmunpfax])([a-z]*)$`, 'i');

/** Parser that has what it needs for the strings in `document`. */
export async function quantityParser(document: unknown): Promise<QuantityParser> {
  if (!strings(document).some(looksLikeNumber)) return refuse;
  const { unit } = await import('mathjs');
  const isUnit = (text: string, wanted: string): boolean => {
    try {
      return unit(text).equalBase(unit(wanted));
    } catch {
      return false;
    }
  };
  return (text, wanted) => {
    if (!looksLikeNumber(text)) return refuse(text, wanted);
    const plain = plainQuantity(text);
    if (/^[-+\d.eE\s]+$/.test(plain)) return Number(plain);
    const [, part, of = ''] = PERCENT.exec(plain) ?? [];
    if (part !== undefined) {
      if (!isUnit(of ? `1 ${of}` : '1', wanted)) throw new Error(`${text} is not in ${wanted}`);
      return rounded((Number(part) / 100) * (of ? unit(`1 ${of}`).toNumber(wanted) : 1));
    }
    if (isUnit(plain, wanted)) return rounded(unit(plain).toNumber(wanted));
    const [, number, suffix = '', rest = ''] = SUFFIXED.exec(plain) ?? [];
    if (
      number !== undefined &&
      (rest === '' || (/^meg$/i.test(suffix) && rest.toLowerCase() === wanted.toLowerCase()))
    ) {
      const factor = SPICE_SUFFIXES[suffix.toLowerCase()];
      if (factor === undefined || /^m$/i.test(suffix))
        throw new Error(`${text} has the suffix ${suffix}; write ${number} m${wanted} or ${number} M${wanted}`);
      return rounded(Number(number) * factor);
    }
    if (wanted === 'K' && /\d\s*C$/.test(plain)) throw new Error(`${text} is in coulomb; write degC or °C`);
    const quantity = unit(plain);
    throw new Error(quantity.equalBase(unit(wanted)) ? `${text} is not finite` : `${text} is not in ${wanted}`);
  };
}

const rounded = (value: number): number => Number(value.toPrecision(15));

const refuse: QuantityParser = (text, wanted) => {
  throw new Error(`${JSON.stringify(text)} is not a number with a unit of ${wanted}`);
};

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}
