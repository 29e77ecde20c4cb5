/**
 * What a reader types or pastes, made into what the index can find.
 */

/** Longer than this, or with a URL in it, and it is a message that was pasted. */
const LONGEST_QUERY = 70;

/**
 * No more characters than these of a paste are looked at: about forty lines of a console, of which
 * the longest has a few thousand.
 */
export const LONGEST_PASTE = 10_000;

/** No more pieces than these are looked for, which is as many as twenty different messages have. */
const MOST_PIECES = 100;

/** No page has more characters than these word for word of what was pasted, and the index takes long to look for them. */
export const LONGEST_PIECE = 300;

/** Fewer characters than this are no sentence. */
const SHORTEST_SENTENCE = 8;

const URLS = /['"‘“「]?\b(?:https?|wss?|file|blob|data):[^\s'"’”」）)，。]+['"’”」]?/g;
/** Where a message ends one thought and starts the next. */
const ENDS = /[:：;；]\s+|[.。!?]\s*(?=\s|$)|。|[()（）[\]]|\n/;

/**
 * More marks on one letter than these are none of any language. NFKC puts them in order, which takes
 * quadratic time. @see https://unicode.org/reports/tr15/#Stream_Safe_Text_Format
 */
const TOO_MANY_MARKS = /([\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu;

/** Folds what differs only in form: full-width letters, half-width kana, runs of space, quotation marks. */
export function normalizeQuery(text: string): string {
  return text
    .replace(TOO_MANY_MARKS, "$1")
    .normalize("NFKC")
    .replace(/[“”„"]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Folds what differs only in form, case among it. */
export function fold(text: string): string {
  return normalizeQuery(text).toLowerCase();
}

/** Whether a text is a pasted message rather than a query. */
export function isPasted(text: string): boolean {
  return text.length > LONGEST_QUERY || text.search(URLS) !== -1;
}

const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/;

/**
 * The pieces of a pasted message that pages may have verbatim. What differs from reader to reader
 * is cut out (URLs, values in quotes, methods, header names), and so is what the index cannot follow
 * across: signs on their own, and the step from Latin to CJK. Of a paste that is longer than any
 * message only the beginning counts: `LONGEST_PASTE`.
 */
export function piecesOf(message: string): string[] {
  const sentences = message.slice(0, LONGEST_PASTE).replace(URLS, "\n").split(ENDS);
  // What was cut off within a sentence is not what any page says.
  if (message.length > LONGEST_PASTE) sentences.pop();
  const pieces = sentences.flatMap((sentence) => piecesOfSentence(normalizeQuery(sentence)));
  return [...new Set(pieces.map((piece) => piece.slice(0, LONGEST_PIECE)))].slice(0, MOST_PIECES);
}

/** A sentence that changes script so often that no piece of it says anything is left as it is. */
function piecesOfSentence(sentence: string): string[] {
  const pieces = splitAtVariables(sentence).filter(saysSomething);
  const isMixed = CJK.test(sentence) && /[a-z]{2}/i.test(sentence) && sentence.length >= SHORTEST_SENTENCE;
  return pieces.length === 0 && isMixed ? [sentence] : pieces;
}

function splitAtVariables(sentence: string): string[] {
  const runs: string[][] = [[]];
  for (const word of sentence.split(/\s+/).flatMap(splitAtScripts)) {
    const startsNew = runs.at(-1)?.length && CJK.test(word) !== CJK.test(runs.at(-1)?.at(-1) ?? "");
    if (isVariable(word)) runs.push([]);
    else if (startsNew) runs.push([word]);
    else runs.at(-1)?.push(word);
  }
  return runs.map((words) => words.join(" "));
}

function splitAtScripts(word: string): string[] {
  return word.split(/(?<=[\u2e80-\u9fff])(?=[!-~‘’])|(?<=[!-~‘’])(?=[\u2e80-\u9fff])/u);
}

/** A sign on its own, a method, a number, or a header's name that is not one of CORS itself. */
function isVariable(word: string): boolean {
  // From the first letter or number to the last.
  const bare = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(word)?.[0] ?? "";
  if (bare === "" || /^\d+$/.test(bare)) return true;
  if (/^[A-Z]{3,7}$/.test(bare)) return bare !== "CORS" && bare !== "HTTP";
  return /^[a-z]+(-[a-z]+)+$/.test(bare) && !bare.startsWith("access-control-");
}

/** Two words of Latin, or four characters of CJK: less than that stands on every page. */
function saysSomething(piece: string): boolean {
  return CJK.test(piece)
    ? piece.replace(/[^\u2e80-\u9fff]/g, "").length >= 4
    : piece.includes(" ") && piece.length >= 10;
}
