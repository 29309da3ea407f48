/** The thread Yosys runs in. */

import { Exit, runYosys } from '@yowasp/yosys';
import { answerJobs } from './wasm-worker.ts';

answerJobs(
  () => runYosys,
  (error) => error instanceof Exit,
);
