/** Tables as comma-separated values, RFC 4180. */

import { printable } from './printable.ts';

/**
 * Text of a table, a line a row. Lines end in CR LF; a field with a comma, quote or line break is quoted; null is an
 * empty field.
 */
export function csv(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return [header, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: string | number | null): string {
  const text = value === null ? '' : lines(String(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const lines = (text: string): string => text.split('\r\n').map(printable).join('\r\n');
