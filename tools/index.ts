/** Engines and programs of others: WASM engines, native processes, worker threads, data sets. */

export { OutputError, writeFileAtomic, writeFiles } from './atomic.ts';
export { DataError, type DataOptions } from './data/cache.ts';
export {
  type CifarBytes,
  type IdxBytes,
  type NamedBytes,
  pullDataSet,
  readDataSet,
} from './data/data.ts';
export { type OwnBytes, readOwnDataSet } from './data/own-data-set.ts';
export type { Fetcher, PullEvent } from './data/package.ts';
export { CIFAR10, type CifarSource, type DataSource, type IdxSource, MNIST, sourceOfShape } from './data/sets.ts';
export { hasWeightFiles, readWeightFiles, type StoredWeights, sha256 } from './data/weights.ts';
export { createAdms } from './native/adms.ts';
export { checkTools, type ToolStatus } from './native/doctor.ts';
export { createIcarus } from './native/iverilog.ts';
export { createNativeNgspice, type NativeNgspiceOptions } from './native/ngspice.ts';
export { findProgram, type NativeProgram, PROGRAMS, requirePrograms } from './native/program.ts';
export { createVerilator, type VerilatedModel, type VerilatedSources } from './native/verilator.ts';
export { packagePath, VERSION, workerUrl } from './package-root.ts';
export { packageVersion } from './package-version.ts';
export { type PoolOptions, runJobs } from './pool.ts';
export type { RunOptions } from './run-options.ts';
export { type Files, MissingToolError, type Tool, ToolError, type ToolResult } from './tool.ts';
export { createNextpnr, type Nextpnr, requireNextpnr } from './wasm/nextpnr.ts';
export { createNgspice, type Ngspice, type NgspiceOptions } from './wasm/ngspice.ts';
export { createYosys, type Yosys } from './wasm/yosys.ts';
