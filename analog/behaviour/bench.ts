/**
 * Test benches of the emitted Verilog-A for other simulators. They are Spectre, ngspice with OpenVAF, and Xyce with its
 * plugin built by ADMS. Netlists alone, no schematic symbols; each names its command, and what the closed form expects.
 * Synapse 0 is driven, all others rest at the common mode, all weights are at their largest.
 */

import type { AnalogNeuron } from '../../gen/index.ts';
import { ZERO_CELSIUS } from '../../numeric/index.ts';
import { closedForm } from '../analysis/closed-form.ts';
import { SMALL_SIGNAL, supplies } from '../deck/surroundings.ts';
import type { Call, Circuit } from '../spice/circuit.ts';
import { comment, voltageCopy } from '../spice/elements.ts';
import { printCircuit } from '../spice/print.ts';
import { type Behaviour, behaviourOf } from './behaviour.ts';

/** Sweep of the input, V: its end and its step. */
const SPAN = 0.1;
const STEP = 0.0025;
/** Frequencies, Hz, and points a decade. */
const FROM = '1';
const TO = '1e12';
const POINTS = 20;

/** Test benches by path under the output folder. Throws RangeError where the closed form does not hold. */
export function vaBenches(neuron: AnalogNeuron): Readonly<Record<string, string>> {
  const model = behaviourOf(neuron);
  const notes = expectations(neuron);
  const path = `analog/${model.name}`;
  return {
    [`${path}_spectre.scs`]: spectre(model, notes),
    [`${path}_ngspice.cir`]: ngspice(model, notes),
    ...Object.fromEntries(
      XYCE_ANALYSES.map(({ name, lines }) => [`${path}_xyce_${name}.cir`, xyce(model, notes, name, lines)]),
    ),
  };
}

/** Results expected of the bench by the closed form, as lines of comment. */
function expectations(neuron: AnalogNeuron): readonly string[] {
  const { gain, bandwidth, noiseTotal, power } = closedForm(neuron);
  const word = (value: number | null): string => value?.toPrecision(6) ?? 'none';
  return [
    `Closed form: gain ${word(gain)}, -3 dB at ${word(bandwidth)} Hz, output noise ${word(noiseTotal)} V^2 from 1 Hz, power ${word(power)} W.`,
    'All weights at their largest, synapse 0 driven by vin between its inputs.',
  ];
}

const celsius = ({ temperature }: Behaviour): string => (temperature - ZERO_CELSIUS).toFixed(2);
const synapsesOf = ({ synapses }: Behaviour): readonly number[] => Array.from({ length: synapses }, (_, k) => k);
/** Nodes of the instance in the order of the module's ports. */
const nodesOf = (model: Behaviour): readonly (readonly string[])[] => [
  ...synapsesOf(model).map((k) => (k === 0 ? ['xp', 'xn'] : ['cm', 'cm'])),
  ['outp', 'outn'],
  ['vdd', '0'],
];

function spectre(model: Behaviour, notes: readonly string[]): string {
  const nodes = nodesOf(model).map((group) => group.join(' '));
  const weights = synapsesOf(model).map((k) => `w${k}=${model.units}`);
  return [
    ...[`${model.name} in Spectre: spectre ${model.name}_spectre.scs`, ...notes].map((line) => `// ${line}`),
    'simulator lang=spectre',
    'global 0',
    `ahdl_include "${model.name}.va"`,
    `vdd (vdd 0) vsource dc=${model.supply}`,
    `vcm (cm 0) vsource dc=${model.commonMode}`,
    'vin (in 0) vsource dc=0 mag=1',
    'ep (xp cm in 0) vcvs gain=0.5',
    'en (xn cm in 0) vcvs gain=-0.5',
    `neuron (${nodes.join(' \\\n  ')}) \\\n  ${[model.name, ...weights].join(' \\\n  ')}`,
    'ediff (diff 0 outp outn) vcvs gain=1',
    // Currents are pA: the default of 1 pA would end the iteration at once.
    `settings options temp=${celsius(model)} tnom=${celsius(model)} reltol=1e-6 iabstol=1e-18 gmin=1e-18`,
    'rest dc oppoint=logfile',
    `response ac start=${FROM} stop=${TO} dec=${POINTS}`,
    `density (outp outn) noise start=${FROM} stop=${TO} dec=${POINTS} iprobe=vin`,
    `transfer dc dev=vin param=dc start=${-SPAN} stop=${SPAN} step=${STEP}`,
    'save diff vdd:p',
    '',
  ].join('\n');
}

/** Circuit of the bench: sources, the instance `name` of the module, and its model. The model holds the weights. */
function bench(model: Behaviour, name: Call['name']): Circuit {
  const of = `${model.name}_model`;
  return [
    ...supplies(model),
    SMALL_SIGNAL,
    voltageCopy('ep', ['xp', 'cm'], ['in', '0'], 0.5),
    voltageCopy('en', ['xn', 'cm'], ['in', '0'], -0.5),
    voltageCopy('ediff', ['diff', '0'], ['outp', 'outn'], 1),
    { kind: 'call', name, nodes: nodesOf(model), of },
    {
      kind: 'model',
      name: of,
      of: model.name,
      parameters: synapsesOf(model).map((k) => ({ [`w${k}`]: model.units })),
    },
  ];
}

function ngspice(model: Behaviour, notes: readonly string[]): string {
  const { name } = model;
  return [
    printCircuit(
      [`${name} in ngspice: openvaf ${name}.va, then ngspice -b ${name}_ngspice.cir`, ...notes].map(comment),
    ),
    '.control',
    `pre_osdi ${name}.osdi`,
    '.endc',
    printCircuit([
      ...bench(model, 'n1'),
      {
        kind: 'options',
        values: { temp: celsius(model), tnom: celsius(model), reltol: '1e-6', abstol: '1e-18', gmin: '1e-18' },
      },
    ]),
    '.control',
    'op',
    'print v(outp) v(outn)',
    'let power = -v(vdd)*i(vdd)',
    'print power',
    `ac dec ${POINTS} ${FROM} ${TO}`,
    `meas ac gain find vm(diff) at=${FROM}`,
    'let corner = gain/sqrt(2)',
    'meas ac bandwidth when vm(diff)=corner fall=1',
    `noise v(outp,outn) vin dec ${POINTS} ${FROM} ${TO}`,
    'setplot noise2',
    'let total = onoise_total^2',
    'print total',
    `dc vin ${-SPAN} ${SPAN} ${STEP}`,
    `wrdata ${name}_transfer.txt v(diff)`,
    'quit',
    '.endc',
    '.end',
    '',
  ].join('\n');
}

/** Analyses of Xyce, which runs one of a netlist. */
const XYCE_ANALYSES = [
  { name: 'dc', lines: [`.dc vin ${-SPAN} ${SPAN} ${STEP}`, '.print dc v(in) v(diff) i(vdd)'] },
  { name: 'ac', lines: [`.ac dec ${POINTS} ${FROM} ${TO}`, '.print ac vm(diff) vp(diff)'] },
  {
    name: 'noise',
    lines: [`.noise v(outp,outn) vin dec ${POINTS} ${FROM} ${TO}`, '.print noise onoise inoise'],
  },
] as const;

function xyce(model: Behaviour, notes: readonly string[], analysis: string, lines: readonly string[]): string {
  const { name } = model;
  const head = [
    `${name} in Xyce, ${analysis}: buildxyceplugin -o ${name} ${name}.va . makes the plugin, then`,
    `Xyce -plugin ${name}.so ${name}_xyce_${analysis}.cir`,
    ...notes,
  ];
  return [
    printCircuit(head.map(comment)),
    printCircuit([
      ...bench(model, `y${name} neuron`),
      { kind: 'options', of: 'device', values: { temp: celsius(model), tnom: celsius(model), gmin: '1e-18' } },
    ]),
    ...lines,
    '.end',
    '',
  ].join('\n');
}
