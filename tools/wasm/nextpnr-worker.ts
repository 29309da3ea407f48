/** The thread of nextpnr-ice40 and icepack. */

import { Exit, runIcepack, runNextpnrIce40 } from '@yowasp/nextpnr-ice40';
import type { NextpnrJob } from './nextpnr.ts';
import { answerJobs } from './worker.ts';

answerJobs<NextpnrJob>(
  ({ program }) => {
    switch (program) {
      case 'nextpnr-ice40':
        return runNextpnrIce40;
      case 'icepack':
        return runIcepack;
    }
  },
  (error) => error instanceof Exit,
);
