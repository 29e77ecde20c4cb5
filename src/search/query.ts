/**
 * What a reader types or pastes, made into what the index can find.
 */

/** Longer than this, or with a URL in it, and it is a message that was pasted. */
const LONGEST_QUERY = 70;

/** Fewer characters than this are no sentence. */
const SHORTEST_SENTENCE = 8;

const URLS = /['"‘“「]?\b(?:https?|wss?|file|blob|data):[^\s'"’”」）)，。]+['"’”」]?/g;
/** Where a message ends one thought and starts the next. */
const ENDS = /(?:[:：;；]\s+|[.。!?]\s*(?=\s|$)|。|[()（）[\]]|\n)+/;

/** Folds what differs only in form: full-width letters, half-width kana, runs of space, quotation marks. */
export function normalizeQuery(text: string): string {
  return text
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
 * across: signs on their own, and the step from Latin to CJK.
 */
export function piecesOf(message: string): string[] {
  const pieces = message
    .replace(URLS, "\n")
    .split(ENDS)
    .flatMap((sentence) => piecesOfSentence(normalizeQuery(sentence)));
  return [...new Set(pieces)];
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
  const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  if (bare === "" || /^\d+$/.test(bare)) return true;
  if (/^[A-Z]{3,7}$/.test(bare)) return bare !== "CORS" && bare !== "HTTP";
  return /^[a-z]+(-[a-z]+)+$/.test(bare) && !bare.startsWith("access-control-");
}

/** Two words of Latin, or four characters of CJK: less than that stands on every page. */
function saysSomething(piece: string): boolean {
  return CJK.test(piece)
    ? piece.replace(/[^\u2e80-\u9fff]/g, "").length >= 4
    : /\S+\s+\S+/.test(piece) && piece.length >= 10;
}
