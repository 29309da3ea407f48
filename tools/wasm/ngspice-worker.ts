/**
 * The thread of one embedded ngspice (eecircuit-engine, WebAssembly): decks in, files and log out. It answers one
 * message at a time and never asks the engine for what would end it for good.
 */

import { parentPort } from 'node:worker_threads';
import { Simulation } from 'eecircuit-engine';
import { fatalLine } from './ngspice-refuse.ts';

export interface NgspiceRequest {
  /** Name of the deck among `files`. */
  readonly deck: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

export type NgspiceAnswer =
  | { readonly refused: string }
  | { readonly files: Readonly<Record<string, Uint8Array>>; readonly log: string };

/** The part of Emscripten's file system in use. */
interface FileSystem {
  readdir(path: string): string[];
  readFile(path: string): Uint8Array;
  writeFile(path: string, data: string | Uint8Array): void;
  unlink(path: string): void;
}

/** File that the engine reads back after every run; without a valid one its promise never settles. */
const READ_BACK = 'out.raw';
const SENTINEL =
  'Title: none\nPlotname: none\nFlags: real\nNo. Variables: 1\nNo. Points: 1\nVariables:\n\t0\tx\tnotype\nBinary:\n';

const engine = new Simulation();

async function answer(request: NgspiceRequest): Promise<NgspiceAnswer> {
  await engine.start();
  const fs = fileSystemOf(engine.__getSpiceModuleForTests());
  const own = new Set([...fs.readdir('/'), READ_BACK, 'test.cir']);
  const known = new Set([...own, ...Object.keys(request.files)]);
  for (const [name, content] of Object.entries(request.files)) {
    if (own.has(name)) return { refused: `a file of the simulator's own has this name: ${name}` };
    if (typeof content !== 'string') continue;
    const fatal = fatalLine(content, known);
    if (fatal) return { refused: `${name}: ${fatal}` };
  }
  const sentinel = new Uint8Array(SENTINEL.length + Float64Array.BYTES_PER_ELEMENT);
  sentinel.set(new TextEncoder().encode(SENTINEL));
  fs.writeFile(`/${READ_BACK}`, sentinel);
  for (const [name, content] of Object.entries(request.files)) fs.writeFile(`/${name}`, content);
  // Plots are numbered on from those that are left, and a deck means its own by noise1 or ac1.
  setCommands(engine, [' ', 'destroy all', `source ${request.deck}`, 'remcirc']);
  await engine.runSim();
  const written = fs.readdir('/').filter((name) => !own.has(name));
  const results = written
    .filter((name) => !(name in request.files))
    .map((name) => [name, fs.readFile(`/${name}`).slice()] as const);
  for (const name of written) fs.unlink(`/${name}`);
  return { files: Object.fromEntries(results), log: readable(engine.getInfo()) };
}

/**
 * Replacement of the engine's list of commands. The list that it makes itself ends with a `write` that can write old
 * data.
 */
function setCommands(simulation: object, commands: readonly string[]): void {
  if (!('commandList' in simulation) || !Array.isArray(simulation.commandList))
    throw new Error('eecircuit-engine has no command list: another version than the one somagen was written for');
  simulation.commandList = commands;
}

function fileSystemOf(module: object | null): FileSystem {
  if (!module || !('FS' in module) || typeof module.FS !== 'object' || module.FS === null)
    throw new Error('eecircuit-engine has no file system: another version than the one somagen was written for');
  return module.FS as FileSystem;
}

/** Log without prompts and empty lines. */
function readable(info: string): string {
  const lines = info.split('\n').map((line) => line.replace(/^(ngspice \d+ -> )+/, '').trimEnd());
  return lines.filter((line) => line !== '').join('\n');
}

parentPort?.on('message', (request: NgspiceRequest) => {
  answer(request).then(
    (result) => parentPort?.postMessage(result),
    (error: unknown) => {
      throw error;
    },
  );
});
