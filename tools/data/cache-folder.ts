/** The folder of the cache of data sets. */

import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { DataError } from './data-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Folder of the cache: `SOMAGEN_CACHE`, or the system's folder for caches (XDG Base Directory Specification, `Caches` of
 * macOS, `Local` of Windows). Throws `DataError` where there is no home folder. The package env-paths asks for it when
 * it is loaded, and so ends every verb of a user without one.
 */
export function cacheFolder(environment: Environment = process.env, platform: string = process.platform): string {
  if (environment.SOMAGEN_CACHE) return environment.SOMAGEN_CACHE;
  switch (platform) {
    case 'darwin':
      return join(home(), 'Library', 'Caches', 'somagen');
    case 'win32':
      return join(environment.LOCALAPPDATA || join(home(), 'AppData', 'Local'), 'somagen', 'Cache');
    default: {
      const { XDG_CACHE_HOME: caches } = environment;
      // A relative one must be ignored, says the specification.
      return join(caches && isAbsolute(caches) ? caches : join(home(), '.cache'), 'somagen');
    }
  }
}

function home(): string {
  let folder = '';
  try {
    folder = homedir();
  } catch {
    // Neither HOME nor an entry for this user.
  }
  if (isAbsolute(folder)) return folder;
  throw new DataError('there is no home folder for the cache of data sets: set SOMAGEN_CACHE to a folder');
}
