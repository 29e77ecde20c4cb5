import { chunksOf, cutRun, isCjk, partsOf, squash, stemOf, type Words } from "./cut.ts";
import { commonWords } from "./fillers.ts";
import { nearestCjk, nearestLatin } from "./near.ts";
import { fold, foldSigns } from "./query.ts";

/** A stretch of a query, and what is looked for in its place. */
export interface Item {
  /** Folded. */
  typed: string;
  /** The index's words for it. */
  words: string[];
  /** What was typed, where the index has that besides. */
  also?: string[];
  /** The site's own word, where another was typed. */
  says?: string;
  /** Why other words are looked for than those that were typed. */
  because?: "synonym" | "typo";
}

export interface Understood {
  items: Item[];
  /** Words that say next to nothing: they only decide between what is equal otherwise. */
  fillers: string[];
  /** What no page has, as it was typed. */
  unknown: string[];
}

/** What queries of one language are understood with. */
export interface Knowledge {
  /** The words of the index; besides, with no place, those that only queries have. */
  words: Words;
  /** What the site says for what is typed, by that, squashed. */
  synonyms: ReadonlyMap<string, string>;
  /** One word for all that mean the same, by their stems. */
  alike: ReadonlyMap<string, string>;
  /** Simplified characters with the traditional ones that the site has. */
  characters: ReadonlyMap<string, string>;
  fillers: ReadonlySet<string>;
  /** Latin words that the site is about, the most frequent first. */
  latin: readonly string[];
  /** Terms in Chinese or Japanese. */
  terms: readonly string[];
  /** The most frequent word of the index with a stem. */
  stems: ReadonlyMap<string, string>;
  /** How the site writes a word, by its squashed form, where it is not in lower case. */
  names: ReadonlyMap<string, string>;
  /** Stems of what the site is about, which need not stand on any page. */
  about: ReadonlySet<string>;
}

/** A word of so many letters is a name as a whole, and may have a mistake in it; of several pieces fewer are enough. */
const LONG_NAME = 14;
const LONG_COMPOUND = 9;
const LONGER_NAME = 16;

/** As many pieces as the longest synonym has. */
const LONGEST_SYNONYM = 6;

/**
 * Puts what a reader typed into the words that the index has.
 * @param exactly no other words than those that were typed
 */
export function understand(query: string, known: Knowledge, exactly = false): Understood {
  const text = foldSigns(fold(query))
    .replace(/\p{Script=Han}/gu, (one) => known.characters.get(one) ?? one)
    .replace(/[ぁ-ゖー]{4,}/g, (run) => withKatakana(run, known));
  const pieces = chunksOf(text).flatMap((chunk) => (isCjk(chunk) ? cutKana(chunk, known) : bare(chunk)));
  const items: Item[] = [];
  const unknown: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    const synonym = exactly ? undefined : synonymAt(pieces, at, known);
    if (synonym) {
      items.push(synonym.item);
      at += synonym.length;
      continue;
    }
    const piece = pieces[at] ?? "";
    at++;
    for (const each of itemsOf(piece, known, { isLast: at === pieces.length, exactly })) {
      if (typeof each === "string") unknown.push(each);
      else items.push(each);
    }
  }
  const [telling = [], fillers = []] = [false, true].map((isFiller) =>
    items.filter(({ words }) => words.every((word) => known.fillers.has(word)) === isFiller),
  );
  // A question of nothing but such words is about them.
  const isEmpty = telling.length + unknown.length === 0;
  return {
    items: isEmpty ? items : telling,
    fillers: isEmpty ? [] : fillers.flatMap(({ words }) => words),
    unknown: unknown.filter((word) => !known.fillers.has(word)).map((word) => asTyped(word, query)),
  };
}

function bare(chunk: string): string[] {
  const word = chunk.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  return word === "" ? [] : [word];
}

/** A folded word in the form in which it was typed. */
function asTyped(word: string, query: string): string {
  const at = query.toLowerCase().indexOf(word);
  return at < 0 ? word : query.slice(at, at + word.length);
}

const HIRAGANA = /^[ぁ-ゖー]+$/;
const toKatakana = (text: string) => text.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

const LONGEST_KANA = 14;
/** Names of so many kana are in hiragana nothing else. */
const LONG_KANA = 4;

/** A run of hiragana with the names in it in katakana, as the index has them: `くっきーが`. Takes linear time. */
function withKatakana(run: string, { words }: Knowledge): string {
  const katakana = toKatakana(run);
  let said = "";
  for (let at = 0; at < run.length; ) {
    let end = Math.min(run.length, at + LONGEST_KANA);
    while (end >= at + LONG_KANA && !words.has(katakana.slice(at, end))) end--;
    if (end < at + LONG_KANA) end = at + 1;
    said += end - at < LONG_KANA ? run.slice(at, end) : katakana.slice(at, end);
    at = end;
  }
  return said;
}

/** Cuts a run of CJK as the index is cut, and leaves whole what may be a word with a mistake in it. */
function cutKana(run: string, known: Knowledge): string[] {
  // Katakana is foreign words, which hold together.
  const parts = run.match(/[ァ-ヺー]+|[^ァ-ヺー]+/g) ?? [];
  // In hiragana a long vowel is written with the sign of katakana, too.
  if (parts.length === 1 || HIRAGANA.test(run)) return cutOne(run, known);
  const cut = cutRun(run, known.words);
  if (cut.every((piece) => piece.length > 1 || !/[ァ-ヺ]/.test(piece))) return joinLoose(cut, known);
  return parts.flatMap((part) => cutOne(part, known));
}

/** A run of so many characters is hardly two words by chance where one other makes a term of it. */
const LONG_RUN = 4;

function cutOne(run: string, known: Knowledge): string[] {
  const pieces = cutRun(run, known.words);
  const katakana = HIRAGANA.test(run) ? cutRun(toKatakana(run), known.words) : [];
  if (katakana.length > 0 && katakana.every((piece) => piece.length > 2)) return katakana;
  // Single characters are what is left of a word with one wrong in it.
  const isKatakana = /^[ァ-ヺー]+$/.test(run);
  const isBroken = isKatakana
    ? pieces.some((piece) => piece.length < 3 || !known.words.has(piece))
    : pieces.every((piece) => piece.length === 1);
  const isLong = run.length >= LONG_RUN && pieces.some((piece) => piece.length === 1 || !isKnown(piece, known));
  if ((isBroken || isLong) && nearestCjk(run, known.terms)) return [run];
  // Nobody means a kana by itself.
  if (isKatakana && pieces.some((piece) => piece.length === 1)) return [run];
  return joinLoose(pieces, known);
}

/** What is unknown stays together, and so do single characters: side by side they are a word that the site does not have. */
function joinLoose(pieces: readonly string[], known: Knowledge): string[] {
  const joined: string[] = [];
  let open = false;
  for (const piece of pieces) {
    const isLoose = !known.words.has(piece) || (/^\p{Script=Han}$/u.test(piece) && !known.fillers.has(piece));
    if (isLoose && open) joined[joined.length - 1] += piece;
    else joined.push(piece);
    open = isLoose;
  }
  return joined;
}

/** The longest synonym that begins with a piece, and of how many pieces it is. */
function synonymAt(
  pieces: readonly string[],
  at: number,
  known: Knowledge,
): { item: Item; length: number } | undefined {
  for (let length = Math.min(LONGEST_SYNONYM, pieces.length - at); length > 0; length--) {
    const typed = pieces.slice(at, at + length).join(" ");
    const says = known.synonyms.get(squash(typed)) ?? known.synonyms.get(stemOf(squash(typed)));
    if (says === undefined && length > 1) {
      const name = isName(typed, known) ? squash(typed) : mistypedName(typed, known);
      if (name === squash(typed))
        return { item: { typed, words: wordsOf(known.names.get(name) ?? name, known) }, length };
      if (name) return { item: itemFor(typed, name, known), length };
    }
    const alike = says === undefined ? known.alike.get(stemOf(squash(typed))) : undefined;
    if (alike !== undefined) {
      const word = squash(typed);
      const item: Item = { typed, words: [alike] };
      return { item: word !== alike && isKnown(word, known) ? { ...item, also: [word] } : item, length };
    }
    if (says === undefined) continue;
    const also = wordsOf(typed, known);
    const item: Item = { typed, words: wordsOf(says, known), says, because: "synonym" };
    return { item: also.every((word) => isKnown(word, known)) ? { ...item, also } : item, length };
  }
  return undefined;
}

/**
 * Whether somebody wrote a name apart: `max age`, `next js`. `enable cors` is none, though a function is called so, nor
 * are `all origins`, though a proxy is.
 */
function isName(typed: string, known: Knowledge): boolean {
  const word = squash(typed);
  if (isCjk(word) || !known.about.has(stemOf(word))) return false;
  const pieces = typed.split(" ").map(squash);
  if (pieces.some((piece) => commonWords.has(piece) || known.fillers.has(piece))) return false;
  // Words that the site is about say more than an option of somebody's that is made of them: `devServer.proxy`.
  return word.length >= LONGER_NAME || !pieces.every((piece) => known.about.has(stemOf(piece)));
}

/** The name that somebody meant who wrote it apart, and with mistakes: `acces control alow origin`, `mixd content`. */
function mistypedName(typed: string, known: Knowledge): string | undefined {
  const word = squash(typed);
  const isSaid = (piece: string) => known.fillers.has(piece) || known.alike.has(stemOf(piece));
  const pieces = typed.split(" ").map(squash);
  const unknown = pieces.filter((piece) => !isKnown(piece, known) && !isSaid(piece));
  if (unknown.length === 0 || word.length < LONG_COMPOUND || !/^[a-z]+$/.test(word)) return undefined;
  // `cros policy` is CORS with a mistake, and no name of two words.
  const isCommon = (piece: string) => commonWords.has(piece) || commonWords.has(nearestLatin(piece, known.latin) ?? "");
  if (word.length < LONG_NAME && pieces.some(isCommon)) return undefined;
  return nearestLatin(word, known.latin);
}

/** The index's words for a term of the site's own. */
function wordsOf(term: string, known: Knowledge): string[] {
  return chunksOf(fold(term))
    .flatMap((chunk) => (isCjk(chunk) ? cutRun(chunk, known.words) : squash(chunk)))
    .filter((word) => word !== "");
}

const isKnown = (word: string, { words }: Knowledge) => (words.get(word) ?? 0) > 0;

/** What stands for a piece that is no synonym; as a string what nothing stands for. */
function itemsOf(piece: string, known: Knowledge, how: { isLast: boolean; exactly: boolean }): (Item | string)[] {
  const word = squash(piece);
  const item = (words: string[]): Item[] => [{ typed: piece, words }];
  if (isKnown(word, known) || known.fillers.has(word)) return item([word]);
  if (known.about.has(stemOf(word)) && !(isCjk(word) && word.length === 1)) return item([word]);
  const least = /[a-z]-[a-z]/.test(piece) ? LONG_COMPOUND : LONG_NAME;
  const mistyped = how.exactly || word.length < least ? undefined : nearestLatin(word, known.latin);
  if (mistyped) return [itemFor(piece, mistyped, known)];
  // Somebody's own header is not about what its name is made of, but about headers of one's own.
  const isOwnHeader = piece.startsWith("x-");
  const custom = isOwnHeader && !how.exactly ? known.alike.get("custom") : undefined;
  if (custom !== undefined) return item([custom]);
  const parts = isOwnHeader ? [] : partsOf(piece);
  if (parts.some((part) => isKnown(part, known) || known.about.has(stemOf(part)))) {
    return parts.flatMap((part) => {
      const synonym = how.exactly ? undefined : synonymAt([part], 0, known);
      return synonym ? synonym.item : itemsOf(part, known, { ...how, isLast: false });
    });
  }
  const sameStem = known.stems.get(stemOf(word));
  if (sameStem) return item([sameStem]);
  // A version that is written onto a name: `CakePHP5`, `vue3`.
  const named = word.replace(/(?<=[a-z]{3})\d{1,2}$/, "");
  if (named !== word && (isKnown(named, known) || known.about.has(stemOf(named)))) return item([named]);
  if (how.isLast && isBeginning(word, known)) return item([word]);
  const two = halvesOf(word, known);
  if (two) return item(two);
  const meant = how.exactly ? undefined : isCjk(word) ? nearestCjk(word, known.terms) : nearestLatin(word, known.latin);
  return [meant === undefined ? piece : itemFor(piece, meant, known)];
}

/** What stands for a word with a mistake in it. */
function itemFor(typed: string, meant: string, known: Knowledge): Item {
  const says = known.synonyms.get(squash(meant)) ?? known.names.get(meant) ?? meant;
  return { typed, words: wordsOf(says, known), says, because: "typo" };
}

/** Whether a word is still being typed. */
function isBeginning(word: string, { words, latin }: Knowledge): boolean {
  for (const each of words.keys()) if (each.startsWith(word)) return true;
  return latin.some((each) => each.startsWith(word));
}

/** The two words that somebody wrote as one: `springboot`. Of letters that only stand somewhere, `strapi` would be two. */
function halvesOf(word: string, known: Knowledge): string[] | undefined {
  if (!/^[a-z]+$/.test(word)) return undefined;
  for (let at = 3; at <= word.length - 3; at++) {
    const halves = [word.slice(0, at), word.slice(at)];
    if (halves.every((half) => (known.words.get(half) ?? 0) > 1 && known.about.has(stemOf(half)))) return halves;
  }
  return undefined;
}
