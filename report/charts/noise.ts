/** Chart of the analog neurons' integrated output noise against unit current. */

import type { BiasCurve } from '../../compare/index.ts';
import type { Figure } from './figure.ts';
import { againstCurrent, currentLayers, currentRows } from './operating-points.ts';
import { chart, enclosingDecades, powerOfTenAxis } from './theme.ts';

/** Figure of the simulated total noise, the closed form as lines; undefined without analog neurons. */
export function noiseChart(analog: readonly BiasCurve[], colours: ReadonlyMap<string, string>): Figure | undefined {
  const simulated = againstCurrent(analog, (point) => point.noiseTotal);
  const modelled = againstCurrent(analog, (point) => point.closedForm?.noiseTotal);
  if (simulated.length === 0) return undefined;
  const domain = enclosingDecades([...simulated, ...modelled].map((point) => point.value));
  return {
    name: 'noise',
    description: 'Integrated output noise of each analog neuron against unit current, simulated and by the closed form',
    columns: ['neuron', 'unit_current_A', 'noise_simulated_V2', 'noise_closed_form_V2'],
    rows: currentRows(simulated, modelled),
    spec: chart(
      'Output noise against the unit current',
      ['Points: transistors in ngspice. Lines: closed form.', '10⁻⁶ V² is 1 mV rms.'],
      currentLayers(simulated, modelled, { field: 'value', ...powerOfTenAxis('output noise, V²', domain) }, colours),
    ),
  };
}
