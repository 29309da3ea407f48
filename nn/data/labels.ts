/** Labels of a data set: numbers of classes from 0, whatever number the file gives the first. */

import { FormatError } from './format-error.ts';

/** Classes that labels name. */
export interface LabelRange {
  readonly classes: number;
  /** Label of the first class in the file, 1 for the letters of EMNIST; default: 0. */
  readonly firstLabel?: number | undefined;
}

/** Labels as classes from 0. Throws `FormatError` naming the file, the label and its image. */
export function classLabels(found: Uint8Array, file: string, { classes, firstLabel = 0 }: LabelRange): Uint8Array {
  const last = firstLabel + classes - 1;
  const wrong = found.findIndex((label) => label < firstLabel || label > last);
  if (wrong >= 0)
    throw new FormatError(
      file,
      `labels must be ${firstLabel} to ${last}: ${found[wrong]} (image ${wrong})` +
        (firstLabel === 0 && found[wrong] === classes && !found.includes(0) ? '; firstLabel: 1 counts from 1' : ''),
    );
  return firstLabel === 0 ? found : found.map((label) => label - firstLabel);
}
