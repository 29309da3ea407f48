/** Engines and programs of others: WASM engines, native processes, worker threads, data sets. */

export { OutputError, writeFileAtomic, writeFiles } from './atomic.ts';
export { DataError, type DataOptions } from './data/cache.ts';
export { pullDataSet, readDataSet, readOwnDataSet } from './data/data.ts';
export type { PullEvent } from './data/package.ts';
export { CIFAR10, type DataSource, MNIST, sourceOfShape } from './data/sets.ts';
export { hasWeightFiles, readWeightFiles, sha256 } from './data/weights.ts';
export { createAdms } from './native/adms.ts';
export { checkTools, type ToolStatus } from './native/doctor.ts';
export { createIcarus } from './native/iverilog.ts';
export { createNativeNgspice } from './native/ngspice.ts';
export { findProgram, PROGRAMS, type Program, requirePrograms } from './native/program.ts';
export { createVerilator } from './native/verilator.ts';
export { packagePath, VERSION, workerUrl } from './package-root.ts';
export { packageVersion } from './package-version.ts';
export { runJobs } from './pool.ts';
export { MissingToolError, ToolError } from './tool.ts';
export { createNextpnr, type Nextpnr, requireNextpnr } from './wasm/nextpnr.ts';
export { createNgspice, type Ngspice } from './wasm/ngspice.ts';
export { createYosys, type Yosys } from './wasm/yosys.ts';
