/** The thread of Yosys. */

import { Exit, runYosys } from '@yowasp/yosys';
import { answerJobs } from './worker.ts';

answerJobs(
  () => runYosys,
  (error) => error instanceof Exit,
);
