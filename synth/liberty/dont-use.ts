/** Cells that must not be used as logic, though they may have a logic function. */

import type { LibertyAttribute, LibertyGroup } from './syntax.ts';

/** Attributes of a cell or its pins that bar it where they are true. */
const TRUE_BARS = new Set([
  'dont_use',
  'use_for_size_only',
  'is_macro_cell',
  'is_memory_cell',
  'is_pll_cell',
  'is_pad',
  'pad_cell',
  'auxiliary_pad_cell',
  'interface_timing',
  'always_on',
  'is_isolation_cell',
  'is_clock_isolation_cell',
  'is_level_shifter',
  'is_differential_level_shifter',
  'is_decap_cell',
  'is_filler_cell',
  'is_tap_cell',
  'isolation_cell_enable_pin',
  'isolation_cell_data_pin',
  'level_shifter_enable_pin',
  'level_shifter_data_pin',
  'clock_gate_enable_pin',
  'clock_gate_clock_pin',
  'clock_gate_out_pin',
]);

/** Attributes of a cell or pin that bar it whatever their value is. */
const KIND_BARS = new Set([
  'clock_gating_integrated_cell',
  'retention_cell',
  'retention_pin',
  'switch_cell_type',
  'switch_pin',
  'power_gating_cell',
  'power_gating_pin',
  'antenna_diode_type',
  'level_shifter_type',
]);

/** Groups that no logic cell has. */
const BUSES = new Set(['bus', 'bundle', 'memory']);

const isFalse = ({ values }: LibertyAttribute): boolean => /^\s*(false|f|no|0)?\s*$/i.test(values[0] ?? '');

/** Reason for which a cell must not be used as logic. It is as the library writes it; undefined for a logic cell. */
export function dontUse(cell: LibertyGroup): string | undefined {
  const bus = cell.groups.find(({ name }) => BUSES.has(name));
  if (bus) return `has a ${bus.name}`;
  const pins = cell.groups.filter(({ name }) => name === 'pin');
  for (const group of [cell, ...pins])
    for (const attribute of group.attributes) {
      const { name, values } = attribute;
      if (KIND_BARS.has(name) || (TRUE_BARS.has(name) && !isFalse(attribute))) return `${name} : ${values.join(', ')}`;
    }
  return secondSupply(cell);
}

/** Supply pins of a cell beyond one for power and one for ground. Wells are no supplies. */
function secondSupply(cell: LibertyGroup): string | undefined {
  const rails = cell.groups
    .filter(({ name }) => name === 'pg_pin')
    .map(({ args, attributes }) => ({
      pin: args.join(', '),
      type: attributes.find(({ name }) => name === 'pg_type')?.values[0]?.toLowerCase() ?? '',
    }));
  for (const kind of ['power', 'ground']) {
    const pins = rails.filter(({ type }) => type.endsWith(kind)).map(({ pin }) => pin);
    if (pins.length > 1) return `has ${pins.length} ${kind} pins: ${pins.join(', ')}`;
  }
  const connections = cell.attributes.filter(({ name }) => name === 'rail_connection');
  return connections.length > 1 ? `has ${connections.length} rail connections` : undefined;
}
