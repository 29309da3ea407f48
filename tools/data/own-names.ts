/** Names that data sets' files go by: those of MNIST, EMNIST, Fashion-MNIST and KMNIST, CIFAR-10 and CIFAR-100. */

import type { CifarBytes } from './data.ts';

/** Names of two IDX files; `stem` is what stands before `-images`. */
interface IdxPart {
  readonly format: 'idx';
  readonly stem: string;
  readonly images: string;
  readonly labels: string;
}

/** Files of a part of a data set, by their names in the folder. */
export type NamedPart = IdxPart | { readonly format: CifarBytes['format']; readonly batches: readonly string[] };

/** Word for a part in the names of IDX files. */
const WORDS = { train: 'train', test: 't10k|test' } as const;

/** Beginnings of names that do not name the data set, the original's first. */
const PLAIN = { train: ['train'], test: ['t10k', 'test'] } as const;

/** Names of CIFAR's files without .gz. */
export const CIFAR_NAMES = {
  cifar10: {
    train: [1, 2, 3, 4, 5].map((batch) => `data_batch_${batch}.bin`),
    test: ['test_batch.bin'],
  },
  cifar100: { train: ['train.bin'], test: ['test.bin'] },
} as const;

/** Parts in the IDX format among `names` that begin with `prefix`. One without the data set's name is taken alone. */
export function idxParts(names: readonly string[], part: 'train' | 'test', prefix: string): readonly IdxPart[] {
  const labels = filesByStem(names, part, prefix, 'labels');
  const found = [...filesByStem(names, part, prefix, 'images')].flatMap(([stem, name]): IdxPart[] => {
    const beside = labels.get(stem);
    return beside === undefined ? [] : [{ format: 'idx', stem, images: name, labels: beside }];
  });
  const plain = PLAIN[part].flatMap((stem) => found.filter((entry) => entry.stem === stem)).slice(0, 1);
  return plain.length > 0 ? plain : found;
}

/** Files of one kind by what comes before it in their names; plain before .gz, dashes before dots. */
function filesByStem(
  names: readonly string[],
  part: 'train' | 'test',
  prefix: string,
  kind: 'images' | 'labels',
): ReadonlyMap<string, string> {
  const pattern = new RegExp(
    `^((?:.*[-_.])?(?:${WORDS[part]}))[-_.]${kind}(?:[-_.](?:idx[1-4]?|ubyte))*(?:\\.gz)?$`,
    'i',
  );
  const found = new Map<string, string>();
  for (const name of names.toSorted((a, b) => Number(isGz(a)) - Number(isGz(b)) || (a < b ? -1 : 1))) {
    const stem = name.startsWith(prefix) ? pattern.exec(name)?.[1] : undefined;
    if (stem !== undefined && !found.has(stem)) found.set(stem, name);
  }
  return found;
}

/** Parts in a format of CIFAR among `names`, as far as complete. */
export function cifarParts(names: readonly string[], part: 'train' | 'test'): readonly NamedPart[] {
  return (['cifar10', 'cifar100'] as const).flatMap((format): NamedPart[] => {
    const batches = CIFAR_NAMES[format][part].flatMap(
      (name) => [name, `${name}.gz`].find((either) => names.includes(either)) ?? [],
    );
    return batches.length === CIFAR_NAMES[format][part].length ? [{ format, batches }] : [];
  });
}

const isGz = (name: string): boolean => /\.gz$/i.test(name);
