import { describe, expect, test } from 'vitest';
import { vaBenches } from '../../../analog/behaviour/bench.ts';
import { analog } from './neuron.ts';

const neuron = analog({ bits: 3, synapses: 2, unitCurrent: 1e-9, commonMode: 0.6 });

describe('test benches', () => {
  const benches = Object.entries(vaBenches(neuron));

  test.each(benches)('%s', async (path, text) => {
    // The closed form's figures follow its calibration; the rest is fixed.
    const fixed = text.replace(/Closed form: .*/, 'Closed form: (figures)');
    expect(text).not.toBe(fixed);
    await expect(fixed).toMatchFileSnapshot(new URL(`../../golden/${path}`, import.meta.url).pathname);
  });

  test('one for Spectre, one for ngspice, three for Xyce, beside the model', () => {
    const names = ['msn_spectre.scs', 'msn_ngspice.cir', 'msn_xyce_dc.cir', 'msn_xyce_ac.cir', 'msn_xyce_noise.cir'];
    expect(benches.map(([path]) => path)).toEqual(names.map((name) => `analog/${name}`));
  });
});
