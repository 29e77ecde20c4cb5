import { inject } from "vitest";
import { serveSite } from "../../scripts/serve.ts";
import { byKind } from "../../src/components/Search/byKind.ts";
import { diagnose } from "../../src/diagnose/index.ts";
import { answerTo } from "../../src/search/answer.ts";
import { mayBeMessage, messageOf } from "../../src/search/message.ts";
import { openSearcher } from "../../src/search/openSearcher.ts";
import type { Searcher } from "../../src/search/searcher.ts";
import { type Language, site } from "../../src/site.config.ts";
import type { Shown } from "./asking.ts";

/** So many results the dialog shows. */
const shown = { results: 12, excerpts: 0 };

/** The built site's own search without a browser around it: what the dialog shows, in a hundredth of the time. */
export interface DirectSearch {
  open(language: Language): Promise<Searcher>;
  /** Asks one question after the other. @returns what the dialog would show for each */
  askAll(language: Language, queries: readonly string[]): Promise<Shown[]>;
  close(): void;
}

export async function openDirectly(): Promise<DirectSearch> {
  const { address, server } = await serveSite(inject("siteFolder"));
  const open = (language: Language) => openSearcher(language, `${address}pagefind/${language}/`);
  return {
    open,
    async askAll(language, queries) {
      const searcher = await open(language);
      const answers: Shown[] = [];
      for (const query of queries) answers.push({ query, paths: await ask(searcher, language, query) });
      return answers;
    },
    close() {
      server.close().closeAllConnections();
    },
  };
}

/** The paths that the dialog shows for a question, in their order. */
export async function ask(searcher: Searcher, language: Language, query: string): Promise<string[]> {
  const message = mayBeMessage(query) ? messageOf(query, diagnose(query)) : null;
  const { causes, results } = await answerTo(searcher, { query, shown, exactly: false, message });
  return [causes, results]
    .flatMap(byKind)
    .flatMap((group) => group.map(({ path }) => `${site.base}${language}/${path}`));
}
