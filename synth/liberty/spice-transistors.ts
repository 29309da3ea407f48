/** Transistors of library cells, counted in the SPICE file that comes with a library. */

/**
 * Number of MOS transistors in each subcircuit, by its name. They are the lines between `.subckt NAME` and `.ends` that
 * begin with M. Throws `RangeError` about a file without subcircuits or one that ends within one; `file` is the name
 * that it tells.
 */
export function spiceTransistors(text: string, file: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let open: string | undefined;
  text.split(/\r?\n/).forEach((line, k) => {
    const [word = '', name = ''] = line.trim().split(/\s+/);
    if (/^\.subckt$/i.test(word)) {
      if (open !== undefined) throw new RangeError(`${file}:${k + 1}: .subckt ${name} stands within ${open}`);
      if (counts.has(name)) throw new RangeError(`${file}:${k + 1}: .subckt ${name} stands there twice`);
      open = name;
      counts.set(name, 0);
    } else if (/^\.ends$/i.test(word)) open = undefined;
    else if (/^m/i.test(word) && open !== undefined) counts.set(open, (counts.get(open) ?? 0) + 1);
  });
  if (open !== undefined) throw new RangeError(`${file}: the file ends within .subckt ${open}: it is truncated`);
  if (counts.size === 0) throw new RangeError(`${file}: holds no .subckt`);
  return counts;
}
