import { afterAll, beforeAll, expect, test } from "vitest";
import { chooseReplays } from "../../scripts/support/replays.ts";
import { takeSeed } from "../../scripts/support/seed.ts";
import { languages } from "../../src/site.config.ts";
import { ask, type DirectSearch, openDirectly } from "./askDirectly.ts";
import { questions } from "./questions.ts";

let search: DirectSearch;
beforeAll(async () => {
  search = await openDirectly();
});
afterAll(() => search?.close());

const seed = takeSeed("The questions that are asked alone");

test.each(languages)("%s: what is found does not depend on what was asked before", async (language) => {
  const all = questions[language].map(({ query }) => query);
  // To open the index anew for each of two thousand takes minutes.
  const alone = new Set(chooseReplays(all, () => false, "sample", seed).replayed);
  for (const { query, paths } of await search.askAll(language, all)) {
    if (!alone.has(query)) continue;
    expect([query, await ask(await search.open(language), language, query)]).toEqual([query, paths]);
  }
});
