import { chunksOf, cutRun, isCjk, partsOf, squash, stemOf, type Words } from "./cut.ts";
import { commonWords } from "./fillers.ts";
import { nearestCjk, nearestLatin } from "./near.ts";
import { fold } from "./query.ts";

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

/** A compound of so many letters is a name as a whole, and may have a mistake in it. */
const LONG_NAME = 14;

/** As many pieces as the longest synonym has. */
const LONGEST_SYNONYM = 6;

/**
 * Puts what a reader typed into the words that the index has.
 * @param exactly no other words than those that were typed
 */
export function understand(query: string, known: Knowledge, exactly = false): Understood {
  const text = fold(query).replace(/\p{Script=Han}/gu, (one) => known.characters.get(one) ?? one);
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

function cutOne(run: string, known: Knowledge): string[] {
  const pieces = cutRun(run, known.words);
  const katakana = HIRAGANA.test(run) ? cutRun(toKatakana(run), known.words) : [];
  if (katakana.length > 0 && katakana.every((piece) => piece.length > 2)) return katakana;
  // Single characters are what is left of a word with one wrong in it.
  const isKatakana = /^[ァ-ヺー]+$/.test(run);
  const isBroken = isKatakana
    ? pieces.some((piece) => piece.length < 3 || !known.words.has(piece))
    : pieces.every((piece) => piece.length === 1);
  if (isBroken && nearestCjk(run, known.terms)) return [run];
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
    const says = known.synonyms.get(squash(typed));
    if (says === undefined && length > 1) {
      const name = isName(typed, known) ? squash(typed) : mistypedName(typed, known);
      if (name === squash(typed)) return { item: { typed, words: [name] }, length };
      if (name) return { item: itemFor(typed, name, known), length };
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
  const isSaid = (piece: string) => commonWords.has(piece) || known.fillers.has(piece);
  return !isCjk(squash(typed)) && known.about.has(stemOf(squash(typed))) && !typed.split(" ").some(isSaid);
}

/** The name that somebody meant who wrote it apart, and with mistakes: `acces control alow origin`. */
function mistypedName(typed: string, known: Knowledge): string | undefined {
  const word = squash(typed);
  const pieces = typed.split(" ");
  if (word.length < LONG_NAME || pieces.every((piece) => isKnown(squash(piece), known))) return undefined;
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
  const mistyped = how.exactly || word.length < LONG_NAME ? undefined : nearestLatin(word, known.latin);
  if (mistyped) return [itemFor(piece, mistyped, known)];
  // Somebody's own header is not about what its name is made of.
  const parts = piece.startsWith("x-") ? [] : partsOf(piece);
  if (parts.some((part) => isKnown(part, known))) {
    return parts.flatMap((part) => itemsOf(part, known, { ...how, isLast: false }));
  }
  const sameStem = known.stems.get(stemOf(word));
  if (sameStem) return item([sameStem]);
  if (how.isLast && isBeginning(word, known)) return item([word]);
  const two = halvesOf(word, known);
  if (two) return item(two);
  const meant = how.exactly ? undefined : isCjk(word) ? nearestCjk(word, known.terms) : nearestLatin(word, known.latin);
  return [meant === undefined ? piece : itemFor(piece, meant, known)];
}

/** What stands for a word with a mistake in it. */
function itemFor(typed: string, meant: string, known: Knowledge): Item {
  const says = known.synonyms.get(squash(meant)) ?? meant;
  return { typed, words: wordsOf(says, known), says: known.names.get(says) ?? says, because: "typo" };
}

/** Whether a word is still being typed. */
function isBeginning(word: string, { words }: Knowledge): boolean {
  for (const each of words.keys()) if (each.startsWith(word)) return true;
  return false;
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
