/** Logs without what the machine was like: the same work leaves the same log. */

/** Time or memory that a program took. */
const TAKEN = /\b\d+(?:\.\d+)?( ?)(sec|seconds|s|ms|MB|KB)\b/g;

/** `log` with a dash for each time and memory that a program took. */
export const timeless = (log: string): string => log.replaceAll(TAKEN, '-$1$2');
