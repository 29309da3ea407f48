/** Kinds of the files of a neuron, by their paths in the output folder. */

const KINDS = [
  [/^rtl\/.*_tb\.v$/, 'testbench'],
  [/^rtl\/.*_reference\.v$/, 'reference'],
  [/^rtl\/.*\.f$/, 'filelist'],
  [/^rtl\//, 'verilog'],
  [/^analog\/.*\.va$/, 'verilog-a'],
  [/^analog\/.*_macro\.cir$/, 'macro'],
  [/^analog\/.*(_(ngspice|xyce_\w+)\.cir|\.scs)$/, 'bench'],
  [/^analog\//, 'deck'],
  [/^figures\//, 'figure'],
] as const;

/** Kind of the file at `path`: what a person would do with it. */
export function fileKind(path: string): (typeof KINDS)[number][1] {
  const found = KINDS.find(([form]) => form.test(path));
  if (!found) throw new RangeError(`no kind of file stands at ${path}`);
  return found[1];
}
