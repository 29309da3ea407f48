/** One run at a time in an output folder: a file in it names the run that works there. */

import { createHash, randomBytes } from 'node:crypto';
import { link, lstat, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { leave } from './at-exit.ts';
import { OutputError, outputError } from './atomic.ts';
import { ifPresent } from './if-present.ts';
import { makeFolder } from './make-folder.ts';
import { ownerIsGone, ownerProcess, ownerTag, taggedName } from './owner.ts';
import { sweepFolder, temporaryName } from './sweep.ts';

const LOCK = '.somagen.lock';
/** Age from which a lock that names nobody counts as cut short, ms. */
const UNNAMED = 10_000;

/**
 * Output folder for this process alone. It is made where there is none, and rid of what killed runs left. The returned
 * function gives it back. Throws `OutputError` that names the run that works there.
 */
export async function takeFolder(out: string, verb: string): Promise<() => Promise<void>> {
  if (out.includes('\0')) throw new OutputError(out, 'the path holds a NUL character');
  const folder = resolve(out);
  const path = join(folder, LOCK);
  const text = `${ownerTag()} ${verb}\n`;
  const fresh = (await ifPresent(lstat(folder)).catch(() => undefined)) === null;
  const own = join(folder, `.${temporaryName()}${randomBytes(6).toString('hex')}`);
  const forget = [...(fresh ? [leave({ kind: 'empty', path: folder })] : []), leave({ kind: 'path', path: own })];
  const release = async (): Promise<void> => {
    for (const end of forget) end();
    if ((await contentOf(path)) === text) await rm(path, { force: true });
    // A run that wrote nothing leaves nothing.
    if (fresh) await rmdir(folder).catch(() => undefined);
  };
  try {
    await makeFolder(folder);
    await writeFile(own, text, { flag: 'wx' });
    try {
      while (!(await linked(own, path))) await removeStale(out, path);
    } finally {
      await rm(own, { force: true });
    }
  } catch (error) {
    for (const end of forget) end();
    if (fresh) await rmdir(folder).catch(() => undefined);
    throw outputError(out, error);
  }
  forget.push(leave({ kind: 'path', path }));
  sweepFolder(folder);
  return release;
}

/** Lock made of the file `own` in one step, with its content; false where there is one. */
async function linked(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // A file system without hard links: the content comes a moment after the file.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS') throw error;
    return created(writeFile(path, await readFile(own), { flag: 'wx' }));
  }
}

/** False where the file was there before. */
async function created(writing: Promise<void>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Removal of a lock whose run has ended. Throws `OutputError` for one whose run has not. */
async function removeStale(out: string, path: string): Promise<void> {
  const found = await ifPresent(lstat(path));
  if (found === null) return;
  if (!found.isFile()) throw new OutputError(path, 'it is no file, where the lock of the folder must be');
  const text = await contentOf(path);
  if (text === null) return;
  const age = Math.max(0, Date.now() - found.mtimeMs);
  const named = taggedName('', ' ').test(text);
  if (named ? !ownerIsGone(text) : age < UNNAMED) throw inUse(out, path, text, age);
  // Of those who find it stale one removes it, and none of them another's new lock.
  const claim = `${path}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
  if (await created(writeFile(claim, ownerTag(), { flag: 'wx' }))) {
    if ((await contentOf(path)) === text) await rm(path, { force: true });
    await rm(claim, { force: true });
  } else if (ownerIsGone((await contentOf(claim)) ?? '')) await rm(claim, { force: true });
}

const contentOf = (path: string): Promise<string | null> => ifPresent(readFile(path, 'utf8'));

function inUse(out: string, path: string, text: string, age: number): OutputError {
  const verb = text.trimEnd().split(' ').slice(1).join(' ');
  const id = ownerProcess(text);
  const who = id === undefined ? 'on another machine' : `process ${id}`;
  const way = id === undefined ? `remove ${path} if it has ended` : 'wait for its end';
  return new OutputError(
    out,
    `somagen ${verb} (${who}) has been at work there for ${duration(age)}; ${way}, or name another folder with --out`,
  );
}

function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 100) return `${seconds} s`;
  return seconds < 6000 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
