import { describe, expect, test } from 'vitest';
import { biasSweep, closedForm, isUsable, type SizingResult, studiedSizings } from '../../../analog/index.ts';
import { compareFigures, type DigitalFigures } from '../../../compare/index.ts';
import { analysedNeuron } from '../../../flow/index.ts';
import { type AnalogNeuron, analogNeurons } from '../../../gen/index.ts';
import { conclude } from '../../../report/index.ts';
import { disagreements, equalMeanings } from '../../equal-meanings.ts';
import { DIG3, DIG8, DOCUMENT, specOf } from '../report/fixture.ts';

const SPEC = specOf({ ...DOCUMENT, evaluate: undefined });
const DIGITAL = [DIG8, DIG3];

/** A sweep with the closed form in the place of ngspice. */
const sweep = (neuron: AnalogNeuron) => biasSweep(neuron, async (of, unitCurrent) => closedForm(of, unitCurrent));

/** Measurements of the whole run by key, the closed form in the place of ngspice. */
async function measurements(): Promise<ReadonlyMap<string, number | null>> {
  const neurons = analogNeurons(SPEC);
  const analysed = await Promise.all(neurons.map(async (neuron) => analysedNeuron(neuron, await sweep(neuron))));
  const results = await Promise.all(
    studiedSizings(neurons[0]!).map(async (sizing): Promise<SizingResult> => {
      const points = await sweep(sizing.neuron);
      const floor = points.find(isUsable);
      return { ...sizing, points, floor: floor ? { figures: floor, reasons: [] } : null, errors: [], shared: [] };
    }),
  );
  const shifted = await Promise.all(
    [0, 0.1].map(async (thresholdShift) => ({
      thresholdShift,
      digital: DIGITAL.map(({ name, leakage, energy, delay }: DigitalFigures) => ({ name, leakage, energy, delay })),
      analog: await Promise.all(
        neurons.map(async (neuron) => ({ ...neuron, points: await sweep({ ...neuron, thresholdShift }) })),
      ),
    })),
  );
  const analog = analysed.map(({ figures }) => figures);
  const sized = { pair: { digital: 'dig8', analog: 'msn8' }, results, shifted, space: [] };
  const { curves, sizings, shifted: moved } = compareFigures(SPEC, { digital: DIGITAL, analog, networks: [], sized });
  const input = {
    ...{ spec: SPEC, version: '0', digital: DIGITAL, analog, evaluations: [] },
    measurements: [analysed, sizings, moved].flat().flatMap((part) => part.measurements),
  };
  return new Map(conclude({ input, curves }).measurements.map(({ key, value }) => [key, value]));
}

describe('a quantity that stands in two sections', async () => {
  const values = await measurements();
  const pairs = equalMeanings(values, '1e-10', '0', ['msn8']);

  test('has one value: floors, ratios and figures of study and comparison', () => {
    const known = pairs.filter(([one, other]) => values.has(one) && values.has(other)).map(([one]) => one);
    for (const key of ['dig8/msn8.powerRatio@1000', 'dig3/msn3.powerRatio@1000', 'msn8.power', 'msn8.power@1000'])
      expect(known).toContain(key);
    expect(disagreements(values, pairs)).toEqual([]);
  });

  test('is named with both values where they differ', () => {
    const changed = new Map([...values, ['dig3/msn3.powerRatio@1000,thresholdShift=0', 1]]);
    expect(disagreements(changed, pairs)).toEqual([
      `dig3/msn3.powerRatio@1000 is ${values.get('dig3/msn3.powerRatio@1000')}, dig3/msn3.powerRatio@1000,thresholdShift=0 is 1`,
    ]);
  });

  test('the ratio from the stated current up stands, though a smaller current has more bandwidth', () => {
    expect(values.get('dig3/msn3.powerRatioFromStatedCurrent@1000')).toBeGreaterThan(100);
  });
});
