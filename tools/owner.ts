/** Owners of what a run leaves while it works: processes, told from those that had or will have the same number. */

import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Part of names: machine, process and its start. */
const TAG = '([0-9a-f]{8})-(\\d+)-([0-9a-f]{8})';

/** Pattern of a name that holds a tag between `before` and `after`. */
export const taggedName = (before: string, after = ''): RegExp => new RegExp(`^${before}${TAG}${after}`);

let own: string | undefined;

/** Tag of this process, of letters, digits and dashes: it names what is gone with the process. */
export function ownerTag(): string {
  own ??= `${machine()}-${process.pid}-${startOf(process.pid) ?? NO_START}`;
  return own;
}

/** True where the process that `tag` begins with was of this machine and has ended. */
export function ownerIsGone(tag: string): boolean {
  const [, where, id, start] = taggedName('').exec(tag) ?? [];
  if (where !== machine() || id === undefined) return false;
  if (!isAlive(Number(id))) return true;
  const now = startOf(Number(id));
  return now !== undefined && start !== NO_START && now !== start;
}

/** Number of the process that `tag` names, where it is one of this machine. */
export function ownerProcess(tag: string): number | undefined {
  const [, where, id] = taggedName('').exec(tag) ?? [];
  return where === machine() ? Number(id) : undefined;
}

const NO_START = '00000000';

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** This machine: its name, and the numbers that processes have here, which containers count anew. */
const machine = (): string => short(`${hostname()} ${orNothing(() => readlinkSync('/proc/self/ns/pid'))}`);

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Start of a process, boots of the machine included; undefined where the system does not tell. */
function startOf(id: number): string | undefined {
  const status = orNothing(() => readFileSync(`/proc/${id}/stat`, 'latin1'));
  // proc(5): the name stands in brackets and may hold any character; state is field 3, the start field 22.
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  const start = fields[19];
  if (start === undefined) return undefined;
  const ended = fields[0] === 'Z' || fields[0] === 'X';
  return ended
    ? 'ended'
    : short(`${orNothing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1'))} ${start}`);
}

function orNothing(read: () => string): string {
  try {
    return read();
  } catch {
    // Another system than Linux, or a process that has ended since.
    return '';
  }
}
