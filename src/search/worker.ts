/** The search, beside the page: a long paste or a slow index does not hold up what a reader types. */
import type { Language } from "../site.config.ts";
import { openIndex } from "./engine.ts";
import type { LexiconFile } from "./lexicon.ts";
import type { Message } from "./message.ts";
import { RANKING } from "./pagefind.ts";
import { type Found, type Result, Searcher } from "./searcher.ts";

/** What the page asks. */
export interface Asked {
  /** Answers bear the number of their question. */
  number: number;
  language: Language;
  /** Nothing: only load what searches need. */
  query: string;
  shown: { results: number; excerpts: number };
  exactly: boolean;
  /** Where it is a message: what that is about, which comes before all else. */
  message: Message | null;
}

/** What it is told. */
export interface Answer extends Found {
  /** Causes of a message. */
  causes: Result[];
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

const NOTHING: Found = { results: [], count: 0, instead: [], unknown: [], stems: [], near: [] };

async function answer({ language, query, shown, exactly, message }: Asked): Promise<Answer> {
  const searcher = await searcherOf(language);
  const found = message?.sure || query === "" ? NOTHING : await searcher.search(query, shown, exactly);
  return { ...found, causes: message ? searcher.causes(message) : [] };
}

addEventListener("message", async ({ data }: MessageEvent<Asked>) => {
  let reply: Reply;
  try {
    reply = { number: data.number, answer: await answer(data) };
  } catch (error) {
    reply = { number: data.number, failed: String(error) };
  }
  postMessage(reply);
});
