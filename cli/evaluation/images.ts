/** Images of a network: those of the data set whose images have its shape, or the user's own. */

import { classesOf, type DataSet, dataSetOf, type Network } from '../../nn/index.ts';
import {
  CIFAR10,
  type DataOptions,
  type DataSource,
  MNIST,
  readDataSet,
  readOwnDataSet,
  sourceOfShape,
} from '../../tools/index.ts';
import { InputError } from '../session/input-error.ts';

/** Folder of the user's images. `option` names the option or key that holds it. */
export interface OwnImages {
  readonly folder: string | undefined;
  readonly option: string;
}

/** Part of the images of `network`, fetched where they are missing. Throws `InputError` where a folder must be named. */
export async function imagesOf(
  network: Network,
  part: 'train' | 'test',
  { folder, option }: OwnImages,
  fetching: (source: DataSource) => DataOptions,
): Promise<DataSet> {
  const { input } = network;
  const source = sourceOfShape(input);
  if (folder !== undefined) {
    // One channel comes in the format of MNIST, whatever the size.
    const like = source ?? (input.channels === 1 ? MNIST : CIFAR10);
    return dataSetOf({ ...(await readOwnDataSet(like, part, folder)), classes: classesOf(network) });
  }
  if (!source) throw new InputError(`${network.name} is for images of its own: ${option} must name their folder`);
  return dataSetOf(await readDataSet(source, part, fetching(source)));
}
