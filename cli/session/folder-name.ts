/** Folder that an option names. */

import { InvalidArgumentError } from 'commander';

/** Name of a folder as given. Throws where it is empty, which the working folder would be read from, or holds a NUL. */
export function folderName(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It must name a folder; . is the working folder.');
  if (text.includes('\0')) throw new InvalidArgumentError('It must not hold a NUL character.');
  return text;
}
