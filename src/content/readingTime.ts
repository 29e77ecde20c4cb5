/** Han, kana and other signs of a syllable or more, of which a reader takes one at a time. */
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** What is read in a minute, for a technical text: an estimate for the reader, shown as one. */
const CHARACTERS = 400;
const WORDS = 220;

/** How long a text takes to read, in whole minutes, at least one. @param markdown the text as its author wrote it */
export function readingMinutes(markdown: string): number {
  const { characters, words } = count(markdown);
  return Math.max(1, Math.round(characters / CHARACTERS + words / WORDS));
}

/** How long a text is: in words, and of Chinese and Japanese in characters. */
export function countWords(markdown: string): number {
  const { characters, words } = count(markdown);
  return characters + words;
}

function count(markdown: string): { characters: number; words: number } {
  const characters = markdown.match(CJK)?.length ?? 0;
  const words = markdown.replace(CJK, " ").match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return { characters, words };
}
