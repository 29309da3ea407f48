/** Cards of transistor models, out of the installed package of the simulator. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Text of the card `name` in the installed package. */
export function modelCard(name: string): string {
  const engine = readFileSync(fileURLToPath(import.meta.resolve('eecircuit-engine')), 'utf8');
  const literal = new RegExp(`writeFile\\("/${name}", ("(?:[^"\\\\]|\\\\.)*")`).exec(engine)?.[1];
  if (!literal)
    throw new Error(`eecircuit-engine holds no ${name}: another version than the one somagen was written for`);
  return JSON.parse(literal) as string;
}
