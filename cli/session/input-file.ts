/** Input files that the user names. */

import { readFile } from 'node:fs/promises';
import { type Network, parseNetwork } from '../../nn/index.ts';
import { DataError } from '../../tools/index.ts';

/** Bytes of `file`, called `what` where it cannot be read. Rejects with `DataError`. */
export const readInput = (file: string, what: string): Promise<Buffer> =>
  readFile(file).catch((error: Error) => {
    throw new DataError(`cannot read ${what}: ${error.message}`, { cause: error });
  });

/** Network in a JSON file of the user's own. */
export async function ownNetwork(file: string): Promise<Network> {
  return parseNetwork((await readInput(file, 'the network')).toString('utf8'), file);
}
