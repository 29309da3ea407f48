/** Removal of what killed runs left: temporary folders and files whose owner has ended, and programs that run in them. */

import { readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { ownerIsGone, ownerTag, taggedName } from './owner.ts';

const BEFORE = '\\.?somagen-';
const NAME = taggedName(BEFORE, '-');

/** Beginning of the name of a temporary file or folder of this process. */
export const temporaryName = (): string => `somagen-${ownerTag()}-`;

/** Removal from `folder` of temporary files and folders whose process has ended. A folder that is not there is clean. */
export function sweepFolder(folder: string): void {
  const left = namesIn(folder).filter(
    (name) => NAME.test(name) && ownerIsGone(name.replace(new RegExp(`^${BEFORE}`), '')),
  );
  for (const name of left) {
    const path = join(folder, name);
    endProgramsIn(path);
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // Another user's, or another run sweeps as well; it does no harm where it is.
    }
  }
}

/** Removal of the temporary folders of killed runs. */
export const sweepTemporary = (): void => sweepFolder(resolve(tmpdir()));

/** End of the programs that a killed run left at work in `folder`: they would fill it again. */
function endProgramsIn(folder: string): void {
  for (const id of namesIn('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      const place = readlinkSync(`/proc/${id}/cwd`);
      if (place === folder || place.startsWith(folder + sep)) process.kill(Number(id), 'SIGKILL');
    } catch {
      // It has ended, or is another user's.
    }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Not there, or not to be listed: whoever writes there says so.
    return [];
  }
}
