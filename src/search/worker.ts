/** The search, beside the page: a long paste or a slow index does not hold up what a reader types. */
import type { Language } from "../site.config.ts";
import { type Answer, answerTo, type Question } from "./answer.ts";
import { openIndex } from "./engine.ts";
import type { LexiconFile } from "./lexicon.ts";
import { RANKING } from "./pagefind.ts";
import { Searcher } from "./searcher.ts";

/** What the page asks. */
export interface Asked extends Question {
  /** Answers bear the number of their question. */
  number: number;
  language: Language;
}

export type Reply = { number: number } & ({ answer: Answer } | { failed: string });

const searchers = new Map<Language, Promise<Searcher>>();

async function open(language: Language): Promise<Searcher> {
  const address = `${import.meta.env.BASE_URL.replace(/\/?$/, "/")}pagefind/${language}/`;
  const [lexicon, pagefind] = await Promise.all([loadLexicon(`${address}lexicon.json`), openIndex(address, RANKING)]);
  return new Searcher(language, lexicon, pagefind);
}

async function loadLexicon(address: string): Promise<LexiconFile> {
  // It has no hash in its name, and belongs to one index.
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${address} was answered ${response.status}.`);
  return response.json();
}

function searcherOf(language: Language): Promise<Searcher> {
  const searcher = searchers.get(language) ?? open(language);
  searchers.set(language, searcher);
  searcher.catch(() => searchers.delete(language));
  return searcher;
}

addEventListener("message", async ({ data }: MessageEvent<Asked>) => {
  let reply: Reply;
  try {
    reply = { number: data.number, answer: await answerTo(await searcherOf(data.language), data) };
  } catch (error) {
    reply = { number: data.number, failed: String(error) };
  }
  postMessage(reply);
});
