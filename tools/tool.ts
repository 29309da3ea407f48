/** Programs as values: files in, files out. Runners live beside this file and are passed in by the command line. */

/** Files of a tool: name (no folders) to content. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface ToolResult {
  readonly files: Files;
  /** Output of the program, standard output and error interleaved. */
  readonly log: string;
}

/** A program as a function: it runs on `files` in a folder of its own. Rejects with `ToolError` when it fails. */
export type Tool = (args: readonly string[], files: Files) => Promise<ToolResult>;

/** A program that failed: its call, its end and its output. */
export class ToolError extends Error {
  readonly tool: string;
  readonly args: readonly string[];
  /** Exit code, or null when it was ended (time limit, signal, trap). */
  readonly code: number | null;
  readonly log: string;
  readonly files: Files;
  constructor(tool: string, args: readonly string[], code: number | null, log: string, files: Files = {}, reason = '') {
    const tail = log.trimEnd().split('\n').slice(-20).join('\n');
    super(
      `${tool} ${reason || (code === null ? 'was ended' : `failed with exit code ${code}`)}${tail ? `:\n${tail}` : ''}`,
    );
    this.name = 'ToolError';
    this.tool = tool;
    this.args = args;
    this.code = code;
    this.log = log;
    this.files = files;
  }
}

/** A run of a tool that ended well. */
export interface Ran {
  readonly tool: string;
  readonly args: readonly string[];
  readonly result: ToolResult;
}

/** Bytes of the file `name` that a tool had to leave. Throws `ToolError` where it left none, or text. */
export function bytesLeft(ran: Ran, name: string): Uint8Array {
  const content = ran.result.files[name];
  if (content === undefined || content.length === 0) throw leftWrong(ran, `ended well but left no ${name}`);
  if (typeof content === 'string') throw leftWrong(ran, `left a ${name} that is text`);
  return content;
}

/** Text of the file `name` that a tool had to leave. Throws `ToolError` where it left none, or bytes that are no text. */
export function textLeft(ran: Ran, name: string): string {
  const content = ran.result.files[name];
  if (content === undefined || content.length === 0) throw leftWrong(ran, `ended well but left no ${name}`);
  if (typeof content !== 'string') throw leftWrong(ran, `left a ${name} that is no text`);
  return content;
}

const leftWrong = ({ tool, args, result }: Ran, reason: string): ToolError =>
  new ToolError(tool, args, 0, result.log, result.files, reason);

/** Reading of what a tool left in `name`; what `read` throws becomes a `ToolError`. */
export function readLeft<T>(ran: Ran, name: string, read: (text: string) => T): T {
  const text = textLeft(ran, name);
  try {
    return read(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw leftWrong(ran, `left a ${name} that cannot be read: ${reason}`);
  }
}

/** A program that is missing on this machine: its name, where it was sought, how to install it. */
export class MissingToolError extends Error {
  readonly tool: string;
  constructor(tool: string, sought: string, install: string) {
    super(`${tool} not found (sought: ${sought}). Install it: ${install}`);
    this.name = 'MissingToolError';
    this.tool = tool;
  }
}
