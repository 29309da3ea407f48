/** Logs without what the machine was like: the same work leaves the same log. */

/** Time or memory that a program took. */
const TAKEN = /\b\d+(?:\.\d+)?( ?)(sec|seconds|s|ms|MB|KB)\b/g;

/** Shares of the time, and the hash of a log with times. */
const FROM_TIMES = /^(Time spent: ).*|(Logfile hash: )[0-9a-f]+/gm;

/** `log` with dashes for time and memory that a program took. */
export const timeless = (log: string): string => log.replaceAll(FROM_TIMES, '$1$2-').replaceAll(TAKEN, '-$1$2');
