import { expect, test } from "vitest";
import { agreement, search } from "./rank.ts";

/** An index of whole texts: a phrase is found verbatim, words anywhere. */
function indexOf(pages: Record<string, string>) {
  return async (query: string) => {
    const phrase = /^"(.*)"$/.exec(query)?.[1];
    return Object.entries(pages)
      .filter(([, text]) =>
        phrase === undefined ? query.split(" ").every((word) => text.includes(word)) : text.includes(phrase),
      )
      .map(([id]) => ({ id }));
  };
}

test("a page with the exact words comes before one that has them scattered, and each comes once", async () => {
  const hits = await search("allow origin", indexOf({ scattered: "origin and allow", exact: "allow origin" }));
  expect(hits.map(({ id }) => id)).toEqual(["exact", "scattered"]);
});

test("of a pasted message the piece that few pages have decides", async () => {
  const common = "has been blocked by CORS policy";
  const pages = indexOf({
    a: common,
    b: common,
    right: `${common} The value of the header must not be the wildcard`,
  });
  const hits = await search(
    `Access at 'https://api.test/' ${common}: The value of the header must not be the wildcard '*' when mode is 'include'.`,
    pages,
  );
  expect(hits[0]?.id).toBe("right");
});

test("a message that no page has is searched like a query", async () => {
  const hits = await search("see https://example.com/", indexOf({ page: "see https://example.com/" }));
  expect(hits.map(({ id }) => id)).toEqual(["page"]);
});

test("nothing typed finds nothing", async () => {
  expect(await search('  " ', indexOf({ page: "" }))).toEqual([]);
});

test("of pages with the exact words, the one that the index ranks best by its words comes first", async () => {
  const hits = await search("allow origin", async (query) =>
    (query.startsWith('"') ? ["guide", "cause"] : ["cause", "other", "guide"]).map((id) => ({ id })),
  );
  expect(hits.map(({ id }) => id)).toEqual(["cause", "guide", "other"]);
});

test("the page agrees most with a message that has the piece which few have", () => {
  const common = "has been blocked by CORS policy";
  const rare = "must not be the wildcard";
  const scores = agreement(`Access at 'https://a.test/' ${common}: The value ${rare} '*'.`, [
    common,
    `${common}: the value ${rare}`,
    "else",
  ]);
  expect(scores).toEqual([0.5, 1.5, 0]);
});
