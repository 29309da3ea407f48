import { expect, test } from 'vitest';
import { timeless } from '../../../tools/timeless.ts';

test.each([
  ['Parsing time =     0.05 sec', 'Parsing time =     - sec'],
  ['Time =     0.12 sec Memory = 12.34 MB', 'Time =     - sec Memory = - MB'],
  [
    'End of script. Logfile hash: eb7a4c7a6e, CPU: user 0.12s system 0.01s\nTime spent: 93% 1x abc (0 sec), ...\nend',
    'End of script. Logfile hash: -, CPU: user -s system -s\nTime spent: -\nend',
  ],
  ['Info: Routing took 0.31s', 'Info: Routing took -s'],
  [
    'Max frequency for clock: 123.45 MHz, delay 3.2 ns, 8 cells',
    'Max frequency for clock: 123.45 MHz, delay 3.2 ns, 8 cells',
  ],
])('%s', (log, kept) => {
  expect(timeless(log)).toBe(kept);
});
