import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type SiteServer, serveSite } from "../../scripts/serve.ts";
import { chooseReplays, readExtent } from "../../scripts/support/replays.ts";
import { takeSeed } from "../../scripts/support/seed.ts";
import { openIndex } from "../../src/search/engine.ts";
import { RANKING } from "../../src/search/pagefind.ts";
import { Searcher } from "../../src/search/searcher.ts";
import { type Language, languages } from "../../src/site.config.ts";
import { questions } from "./questions.ts";

let site: SiteServer;
beforeAll(async () => {
  site = await serveSite(inject("siteFolder"));
});
afterAll(() => {
  site?.server.close();
  site?.server.closeAllConnections();
});

async function open(language: Language): Promise<Searcher> {
  const address = `${site.address}pagefind/${language}/`;
  const lexicon = await (await fetch(`${address}lexicon.json`)).json();
  return new Searcher(language, lexicon, await openIndex(address, RANKING));
}

const pathsFor = async (searcher: Searcher, query: string) =>
  (await searcher.search(query, { results: 12, excerpts: 0 })).results.map(({ path }) => path);

const seed = takeSeed("The questions that are asked alone");

test.each(languages)("%s: what is found does not depend on what was asked before", async (language) => {
  const all = questions[language].map(({ query }) => query);
  const alone = chooseReplays(all, () => false, readExtent("PAGES"), seed).replayed;
  const among = await open(language);
  const found = new Map<string, string[]>();
  for (const query of all) found.set(query, await pathsFor(among, query));
  for (const query of alone) {
    expect([query, await pathsFor(await open(language), query)]).toEqual([query, found.get(query)]);
  }
});
