import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FOLDERS } from '../../scripts/rooms.ts';

/** Words of a first sentence at most, as in a textbook's index. */
const WORDS = 15;

const QUESTION = /^(What|How|Where|Whether|When|Why|Which|If)\b/;

/** Files of ours under a folder. */
const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /\.ts$/.test(path) && !path.endsWith('.d.ts'));

/** First sentences of the doc comments of a text. */
function firstSentences(text: string): readonly string[] {
  return [...text.matchAll(/\/\*\*([\s\S]*?)\*\//g)].map(([, comment = '']) => {
    const words = comment
      .replaceAll(/^\s*\* ?/gm, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
    return /^.*?[.:;](?= |$)/.exec(words)?.[0] ?? words;
  });
}

describe('the first sentence of a doc comment names the thing in at most 15 words', () => {
  test.each([...FOLDERS.map(({ name }) => name), 'bench', 'scripts', 'test'])('%s/', (folder) => {
    const wrong = sources(folder).flatMap((path) =>
      firstSentences(readFileSync(path, 'utf8'))
        .filter((sentence) => QUESTION.test(sentence) || sentence.split(' ').length > WORDS)
        .map((sentence) => `${path}: ${sentence}`),
    );
    expect(wrong).toEqual([]);
  });
});

test('a first sentence ends at a full stop, a colon or a semicolon', () => {
  expect(firstSentences('/** Width of the sum, 1.5 bits: exact. */ /**\n * Gates\n * of it\n */')).toEqual([
    'Width of the sum, 1.5 bits:',
    'Gates of it',
  ]);
});
