/** Chart of the bandwidth of analog neurons against unit current. */

import type { BiasCurve } from '../../compare/index.ts';
import type { Figure } from './figure.ts';
import { againstCurrent, currentLayers, currentRows } from './operating-points.ts';
import { chart, enclosingDecades, logAxis } from './theme.ts';

/** Figure of the simulated bandwidth, the closed form as lines; undefined without analog neurons. */
export function bandwidthChart(analog: readonly BiasCurve[], colours: ReadonlyMap<string, string>): Figure | undefined {
  const simulated = againstCurrent(analog, (point) => point.bandwidth);
  const modelled = againstCurrent(analog, (point) => point.closedForm?.bandwidth);
  if (simulated.length === 0) return undefined;
  const domain = enclosingDecades([...simulated, ...modelled].map((point) => point.value));
  return {
    name: 'bandwidth',
    description: 'Bandwidth of each analog neuron against unit current, simulated and by the closed form',
    columns: ['neuron', 'unit_current_A', 'bandwidth_simulated_Hz', 'bandwidth_closed_form_Hz'],
    rows: currentRows(simulated, modelled),
    spec: chart(
      'Bandwidth against the unit current',
      ['Points: transistors in ngspice. Lines: closed form.'],
      currentLayers(simulated, modelled, { field: 'value', ...logAxis('bandwidth (−3 dB)', 'Hz', domain) }, colours),
    ),
  };
}
