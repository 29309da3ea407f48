/** Images of a network: those of the data set whose images have its shape, or the user's own. */

import type { OwnNetwork } from '../../gen/index.ts';
import { classesOf, type DataSet, dataSetOf, type Network } from '../../nn/index.ts';
import { type DataOptions, type DataSource, readDataSet, readOwnDataSet, sourceOfShape } from '../../tools/index.ts';
import { InputError } from '../session/input-error.ts';
import { isOnnxFile } from '../session/own-network.ts';

/** Folder of the user's images, and how they are stored. `option` names the option or key that holds the folder. */
export interface OwnImages {
  readonly folder: string | undefined;
  readonly option: string;
  readonly transposed?: boolean | undefined;
  readonly firstLabel?: number | undefined;
}

/** Part of the images of `network`, fetched where they are missing. Throws `InputError` where a folder must be named. */
export async function imagesOf(
  network: Network,
  part: 'train' | 'test',
  { folder, option, transposed, firstLabel }: OwnImages,
  fetching: (source: DataSource) => DataOptions,
): Promise<DataSet> {
  const { input } = network;
  if (folder !== undefined) {
    const shape = transposed ? { ...input, height: input.width, width: input.height } : input;
    const files = await readOwnDataSet(folder, part, shape);
    const labelled = { ...files, classes: classesOf(network), transposed, firstLabel };
    return dataSetOf(labelled.format === 'idx' ? { ...labelled, like: shape } : labelled);
  }
  const source = sourceOfShape(input);
  if (!source) throw new InputError(`${network.name} is for images of its own: ${option} must name their folder`);
  return dataSetOf(await readDataSet(source, part, fetching(source)));
}

/** Line on the images of a network of the user's own where none are named. */
export function defaultImagesNote({ name, input }: Network, option: string): string {
  return `${name}: without ${option} its images are those of ${sourceOfShape(input)?.name ?? 'no data set'}`;
}

/** Lines on what was taken for granted of a network of the user's own: its images, the pixels of an ONNX file. */
export function defaultNotes(network: Network, own: OwnNetwork): readonly string[] {
  return [
    ...(own.data === undefined ? [defaultImagesNote(network, 'data:')] : []),
    ...(isOnnxFile(own.file) && own.pixels === undefined
      ? [`${network.name}: without pixels: its pixels are 0 to 1, as if it was trained so`]
      : []),
  ];
}
