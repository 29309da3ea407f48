/** The data set of a network that comes with the package. */

import { networkOf } from '../nn/index.ts';
import { type DataSource, sourceOfShape } from '../tools/index.ts';

/** By the shape of the images that the network called `name` takes. */
export function sourceOfNetwork(name: string): DataSource {
  const source = sourceOfShape(networkOf(name).input);
  if (!source) throw new RangeError(`${name} must be for the images of a data set that can be fetched`);
  return source;
}
