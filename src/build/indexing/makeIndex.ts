import { createIndex, type IndexFile, type PagefindIndex } from "pagefind";
import type { Language } from "../../i18n/languages.ts";
import { cut, isCjk, partsOf, squash, stemOf, type Words } from "../../search/cut.ts";
import { META_FILE, PROGRAM_FILE } from "../../search/engine.ts";
import { fillersOf } from "../../search/fillers.ts";
import { type Meanings, meaningsOf, wordsOfTerms } from "../../search/knowledge.ts";
import {
  kindOf,
  type LexiconFile,
  type Place,
  packAlike,
  packPlace,
  packSynonyms,
  packWords,
  type SearchWords,
  shortestIds,
} from "../../search/lexicon.ts";
import { synonymsOf } from "../../search/synonyms.ts";
import { alikeOf } from "./alike.ts";
import { simplifiedCharacters } from "./characters.ts";
import { dictionaryOf } from "./dictionary.ts";
import { readFragment, shortFragment } from "./fragments.ts";
import { forIndex, type Piece, piecesOf, textOf } from "./html.ts";
import { readPagefindFile } from "./pagefindFile.ts";
import { withSmallChunks } from "./smallChunks.ts";

const SURELY_A_WORD = /^(?:.{1,4}|[ァ-ヺー]{1,14})$/u;

/** A Latin word that no more places have than this is not in the list of words: whoever asks for it asks the index. */
const FEW = 5;

/** A page of the site in one language. */
export interface Page {
  /** Below the language's own address: `causes/null-origin/`; of the home page nothing. */
  path: string;
  html: string;
}

/** A file of an index: its name below the index's folder. */
export interface IndexedFile {
  name: string;
  content: Uint8Array | string;
}

/**
 * Makes the search index of a language: Pagefind's own files, and `lexicon.json`, what is known besides them.
 * @param base the language's own address, with a slash at the end
 * @throws where Pagefind cannot read a page
 */
export async function makeIndex(
  language: Language,
  base: string,
  pages: readonly Page[],
  asked: SearchWords,
): Promise<{ files: IndexedFile[]; places: number }> {
  const pieces = pages.flatMap(({ path, html }) => piecesOf(path, html));
  const phrases = Object.values(asked.phrases).flat();
  const terms = [
    ...asked.synonyms.flatMap(({ says, typed }) => [...says, ...typed]),
    // Whoever wrote a short one between spaces took it for a word, and katakana always is one.
    ...phrases.flatMap((phrase) => phrase.split(" ").filter((word) => isCjk(word) && SURELY_A_WORD.test(word))),
  ];
  const names = [...pieces.map(({ title }) => title), ...phrases];
  const dictionary = dictionaryOf(
    language,
    pieces.map(({ html }) => textOf(html)),
    names,
    terms,
  );
  // Cut already, and by the browser asked in a language that it does not know: Pagefind is not to cut it again.
  const { index, errors } = await createIndex({ forceLanguage: language === "en" ? "en" : "unknown" });
  if (!index) throw searchError(language, errors);
  await addPieces(index, language, base, pieces, dictionary);
  const written = await index.getFiles();
  if (written.errors.length > 0) throw searchError(language, written.errors);
  await index.deleteIndex();

  const fragments = written.files.filter(isFragment).map(readFragment);
  const short = shortestIds(fragments.map(({ id }) => id));
  const ids = new Map(fragments.map(({ url }, index) => [url, short[index] ?? ""]));
  const places = pieces.map(({ path, title }): Place => {
    const phase = asked.phases[path];
    return {
      id: ids.get(base + path) ?? "",
      path,
      kind: kindOf(path),
      title,
      phrases: asked.phrases[path] ?? [],
      ...(phase && { phase }),
    };
  });
  const stale = new Set(pieces.filter((piece) => piece.stale).map(({ path }) => base + path));
  const words = new Map(countWords(fragments.map(({ content }) => content)));
  // Those of the questions, too, which are to be cut alike.
  for (const word of phrases.flatMap((phrase) => cut(phrase, dictionary))) {
    if (isCjk(word) && !words.has(word)) words.set(word, 0);
  }
  const synonyms = synonymsOf(asked.synonyms, words);
  const alike = alikeOf(language);
  const meanings = meaningsOf(words, synonyms, alike, fillersOf(language));
  const known = places.filter(({ kind, phrases }) => kind !== "guide" || phrases.length > 0);
  const lexicon: LexiconFile = {
    // First: phrases are made of them, and Brotli saves 600 B where it has seen each by itself before.
    words: packWords(new Map([...words].filter(([word, count]) => (isCjk(word) ? language !== "en" : count > FEW)))),
    places: known.map((place) => packPlace({ ...place, phrases: unlike(place, meanings) })),
    ids: known.map(({ id }) => id).join(""),
    count: places.length,
    synonyms: packSynonyms(synonyms),
    alike: packAlike(alike),
    characters: language === "zh-TW" ? simplifiedCharacters([...words.keys(), ...terms], words) : "臺台",
    phaseNames: asked.phaseNames,
  };
  const files = [
    ...loaded(withSmallChunks(written.files)),
    ...fragments.map((fragment) => shortFragment(fragment, stale.has(fragment.url))),
  ];
  return {
    files: [
      ...files.map(({ path, content }) => ({ name: path, content })),
      { name: "lexicon.json", content: JSON.stringify(lexicon) },
    ],
    places: places.length,
  };
}

/** Those of a place's phrases that say something else than its title and the others do, in other words. */
function unlike({ title, phrases }: Place, meanings: Meanings): string[] {
  const meaning = (text: string) => {
    const whole = meanings.synonyms.get(squash(text)) ?? text;
    const said = wordsOfTerms(whole, meanings).map((word) => stemOf(squash(word)));
    return [...new Set(said)].sort().join(" ");
  };
  const had = new Set(["", meaning(title)]);
  return phrases.filter((phrase) => {
    const isNew = !had.has(meaning(phrase));
    had.add(meaning(phrase));
    return isNew;
  });
}

const isFragment = ({ path }: IndexFile) => path.endsWith(".pf_fragment");

async function addPieces(
  index: PagefindIndex,
  language: Language,
  base: string,
  pieces: readonly Piece[],
  dictionary: Words,
): Promise<void> {
  for (const { path, html } of pieces) {
    const added = await index.addHTMLFile({ url: base + path, content: forIndex(html, dictionary) });
    if (added.errors.length > 0) throw searchError(language, added.errors);
  }
}

/**
 * What the search loads, by the names that it has for it. Pagefind's own scripts are none of this site's; where a
 * language has a stemmer, the program without one is for none.
 */
function loaded(files: readonly IndexFile[]): IndexFile[] {
  const programs = files.filter(({ path }) => path.startsWith("wasm."));
  const program = programs.find(({ path }) => path !== "wasm.unknown.pagefind") ?? programs[0];
  return files.flatMap((file) => {
    if (file === program) return { path: PROGRAM_FILE, content: readPagefindFile(file) };
    if (file.path.endsWith(".pf_meta")) return { ...file, path: META_FILE };
    return file.path.endsWith(".pf_index") ? file : [];
  });
}

/** On how many places each word stands, as Pagefind takes texts apart. */
function countWords(contents: readonly string[]): Words {
  const counts = new Map<string, number>();
  for (const content of contents) {
    const words = new Set(content.split(" ").flatMap((word) => [squash(word), ...partsOf(word)]));
    for (const word of words) if (word !== "") counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function searchError(language: string, errors: string[]): Error {
  return new Error(
    `The search index for ${language} could not be made: ${errors.join("; ")}\nPagefind's own words say which page; mend its HTML and build again.`,
  );
}
