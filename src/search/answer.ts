import type { Message } from "./message.ts";
import type { Found, Result, Searcher } from "./searcher.ts";

/** What is asked. */
export interface Question {
  /** Nothing: only load what searches need. */
  query: string;
  shown: { results: number; excerpts: number };
  exactly: boolean;
  /** Where it is a message: what that is about, which comes before all else. */
  message: Message | null;
}

/** What is told. */
export interface Answer extends Found {
  /** Causes of a message. */
  causes: Result[];
}

const NOTHING: Found = { results: [], count: 0, instead: [], unknown: [], stems: [], near: [] };

/** What a search says to a question: of a message that names its fault, nothing is looked for besides. */
export async function answerTo(searcher: Searcher, { query, shown, exactly, message }: Question): Promise<Answer> {
  const found = message?.sure || query === "" ? NOTHING : await searcher.search(query, shown, exactly);
  return { ...found, causes: message ? searcher.causes(message) : [] };
}
