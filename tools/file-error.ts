/** Errors of the file system in words, with the path. */

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'it is in use',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'a file stands where a folder is needed',
  EFBIG: 'the file is too large',
  EINVAL: 'the file system does not take it',
  EIO: 'the device fails',
  EISDIR: 'a folder has that name',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  ENFILE: 'too many open files',
  ENODEV: 'there is no such device',
  ENOENT: 'no folder can be made there',
  ENOMEM: 'no memory left',
  ENOSPC: 'no space left on the device',
  ENOTDIR: 'a part of the path is not a folder',
  ENOTEMPTY: 'a folder has that name',
  ENXIO: 'there is no such device',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
  ESTALE: 'the file is gone from its server',
  ETIMEDOUT: 'the device does not answer',
  EXDEV: 'a part of the path is another file system',
};

/** Error of the file system, as Node throws it. */
export type FileError = Error & { readonly code: string; readonly path?: string };

/** True for an error of the file system. */
export const isFileError = (error: unknown): error is FileError =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  (Object.hasOwn(REASONS, error.code) || ('syscall' in error && 'path' in error));

/** Reason of an error when something was written, with its code. */
export const writeReason = (error: FileError): string => `${REASONS[error.code] ?? error.message} (${error.code})`;

/** Reason of an error when something was read, with its code. */
export const readReason = (error: FileError): string =>
  error.code === 'ENOENT' ? `there is no such file (${error.code})` : writeReason(error);

/** Message about an error of the file system that nobody has put into better words. */
export function fileMessage(error: FileError): string {
  const place = error.path === undefined ? 'the file system' : JSON.stringify(error.path);
  return `${place}: ${readReason(error)}${error.path === undefined ? `: ${error.message}` : ''}`;
}
