/** Transcript of a tool's call as text: nothing is run. */

import type { Files, Tool } from '../../tools/tool.ts';

class Asked extends Error {}

/** A command line, then every file with its name above it; `hidden` files are named alone. */
export function transcript(args: readonly string[], files: Files, hidden: readonly string[] = []): string {
  const parts = Object.entries(files).map(([name, content]) =>
    hidden.includes(name) ? `=== ${name}\n` : `=== ${name}\n${String(content).trimEnd()}\n`,
  );
  return [`${args.join(' ')}\n`, ...parts].join('');
}

/** Transcript of the first call that `use` makes of its tool. */
export async function asked(use: (tool: Tool) => Promise<unknown>, hidden: readonly string[] = []): Promise<string> {
  let first: string | undefined;
  const tool: Tool = async (args, files) => {
    first ??= transcript(args, files, hidden);
    throw new Asked();
  };
  await use(tool).catch((error: unknown) => {
    if (!(error instanceof Asked)) throw error;
  });
  if (first === undefined) throw new Error('the tool was not called');
  return first;
}
