export { cacheFolder, DataError, type DataOptions, pullDataSet, readDataSet } from './data.ts';
export { type DataSource, MNIST } from './data-sets.ts';
export { readWeightFiles, sha256, shippedWeights } from './data-weights.ts';
export { workerUrl } from './dist-url.ts';
export { type PoolOptions, runJobs } from './pool.ts';
