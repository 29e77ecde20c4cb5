import { oncePerBuild } from "../../content/oncePerBuild.ts";
import { termsFor } from "../../content/terms.ts";
import type { Language } from "../../i18n/languages.ts";
import { cutRun } from "../../search/cut.ts";

/** A break before what belongs to the word before it. */
const PARTICLE = /\u200b(?=[的了嗎呢吧裡著過])/g;
const RUN = /\p{Script=Han}+/gu;

/** What the site is about. */
const terms = oncePerBuild(async (language: Language) =>
  (await termsFor(language)).flatMap(({ words }) => [words.term, ...words.also]),
);
/** Their words: a title is not broken within one, whatever Node takes for words. */
const knownWords = oncePerBuild(async () => {
  const runs = (await terms("zh-TW")).flatMap((term) => term.match(RUN) ?? []);
  return new Map(runs.map((run): [string, number] => [run, 1]));
});

const segmenter = new Intl.Segmenter("zh-TW", { granularity: "word" });

/** A compound in katakana that fills a line of a narrow screen: browsers take it for one word, and break it anywhere. */
const COMPOUND = /[\p{Script=Katakana}ー]{10,}/gu;

const cutCompounds = oncePerBuild(async (title: string) => {
  const known = (await terms("ja")).filter((term) => /^[\p{Script=Katakana}ー]+$/u.test(term));
  const cut = title.replace(COMPOUND, (compound) => {
    const first = known.find((term) => compound !== term && compound.startsWith(term)) ?? "";
    return first === "" ? compound : `${first}\u200b${compound.slice(first.length)}`;
  });
  return cut.split("\u200b");
});

const japanese = new Intl.Segmenter("ja", { granularity: "word" });
/** Where a Japanese phrase ends: after its particles or a mark, before what is none. */
const PHRASE_END = /[\p{Script=Hiragana}、。，．：」）]$/u;
const PHRASE_START = /^[^\p{Script=Hiragana}、。，．：」）ー]/u;

/** Once for each title: it stands in the lists of many pages. */
const cutTitle = oncePerBuild(async (title: string) => {
  const known = await knownWords();
  const cut = title.replace(RUN, (run) => {
    const words = new Map(known);
    for (const { segment } of segmenter.segment(run)) words.set(segment, 1);
    return cutRun(run, words).join("\u200b");
  });
  return cut.replace(PARTICLE, "").split("\u200b");
});

/**
 * A title in pieces, between which a line may end. Browsers know where Japanese has its phrases (`auto-phrase`), but
 * for long compounds, and break Chinese between any two characters.
 */
export async function piecesOfTitle(title: string, language: Language): Promise<string[]> {
  if (language === "zh-TW") return cutTitle(title);
  return language === "ja" ? cutCompounds(title) : [title];
}

/**
 * A text in phrases, each kept whole where no browser sets it: in a picture. A space stays with what is before it, and
 * a number with the name that it belongs to.
 */
export async function phrasesOf(text: string, language: Language): Promise<string[]> {
  const pieces = language === "ja" ? japanesePhrases(text) : await piecesOfTitle(text, language);
  return pieces.flatMap((piece) => piece.split(/(?<=\s)(?!\d)|(?<=[，。；：！？、」）])(?![，。；：！？、」）])/));
}

function japanesePhrases(text: string): string[] {
  const phrases: string[] = [];
  for (const { segment } of japanese.segment(text)) {
    const last = phrases.at(-1);
    if (last !== undefined && !(PHRASE_END.test(last) && PHRASE_START.test(segment)))
      phrases.push(phrases.pop() + segment);
    else phrases.push(segment);
  }
  return phrases;
}
