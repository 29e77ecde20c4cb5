/** The search, beside the page: a long paste or a slow index does not hold up what a reader types. */
import type { Language } from "../site.config.ts";
import { type Answer, answerTo, type Question } from "./answer.ts";
import { openSearcher } from "./openSearcher.ts";
import type { Searcher } from "./searcher.ts";

/** What the page asks. */
export interface Asked extends Question {
  /** Answers bear the number of their question. */
  number: number;
  language: Language;
}

export type Reply = { number: number } & ({ answer: Answer } | { failed: string });

const indexes = `${import.meta.env.BASE_URL.replace(/\/?$/, "/")}pagefind/`;
const searchers = new Map<Language, Promise<Searcher>>();

function searcherOf(language: Language): Promise<Searcher> {
  const searcher = searchers.get(language) ?? openSearcher(language, `${indexes}${language}/`);
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
