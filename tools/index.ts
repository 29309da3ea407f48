/** Engines and programs of others: WASM engines, native processes, worker threads, data sets. */

export { type Leftover, type LeftoverChange, removeLeftovers, tellLeftovers } from './at-exit.ts';
export { OutputError, writeFileAtomic } from './atomic.ts';
export type { DataOptions } from './data/cache.ts';
export {
  type CifarBytes,
  type IdxBytes,
  type NamedBytes,
  pullDataSet,
  readDataSet,
} from './data/data.ts';
export { DataError } from './data/data-error.ts';
export { MissingPart, type OwnBytes, readOwnDataSet } from './data/own-data-set.ts';
export type { Fetcher, PullEvent } from './data/package.ts';
export { CIFAR10, type CifarSource, type DataSource, type IdxSource, MNIST, sourceOfShape } from './data/sets.ts';
export { hasWeightFiles, readWeightFiles, type StoredWeights, sha256 } from './data/weights.ts';
export { fileMessage, isFileError } from './file-error.ts';
export { takeFolder } from './folder-lock.ts';
export { createAdms } from './native/adms.ts';
export { checkTools, type ToolStatus } from './native/doctor.ts';
export { createIcarus } from './native/iverilog.ts';
export { modelCard } from './native/model-card.ts';
export { createNativeNgspice, type NativeNgspiceOptions } from './native/ngspice.ts';
export { findProgram, type NativeProgram, PROGRAMS, requirePrograms } from './native/program.ts';
export { createVerilator, type VerilatedModel, type VerilatedSources } from './native/verilator.ts';
export { packagePath, VERSION, workerUrl } from './package-root.ts';
export { packageVersion } from './package-version.ts';
export { type PoolOptions, runJobs } from './pool.ts';
export { readRegular, readUpTo, UnfitFile } from './regular-file.ts';
export type { RunOptions } from './run-options.ts';
export { sweepTemporary } from './sweep.ts';
export { type Files, MissingToolError, type Tool, ToolError, type ToolResult } from './tool.ts';
export { createNextpnr, type Nextpnr, requireNextpnr } from './wasm/nextpnr.ts';
export { createNgspice, type Ngspice, type NgspiceOptions } from './wasm/ngspice.ts';
export { createYosys, type Yosys } from './wasm/yosys.ts';
export { writeFiles } from './write-files.ts';
