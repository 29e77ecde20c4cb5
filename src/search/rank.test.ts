import { describe, expect, test } from "vitest";
import { agreement, type FoundPage, orderPages, search } from "./rank.ts";

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

test("what no page has is not looked for as a whole where it is long", async () => {
  const asked: string[] = [];
  await search("word ".repeat(100_000), async (query) => {
    asked.push(query);
    return [];
  });
  expect(asked.length).toBeGreaterThan(0);
  expect(Math.max(...asked.map(({ length }) => length))).toBe('"'.length * 2 + 300);
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

describe("the order of the pages", () => {
  const page = (url: string, content: string, title = url): FoundPage => ({ url, content, meta: { title } });
  const order = (text: string, ...pages: FoundPage[]) => orderPages(text, pages).map(({ url }) => url);
  const message =
    "Access to fetch at 'https://a.test/' from origin 'https://b.test' has been blocked by CORS policy: It does not have HTTP ok status.";

  test("for a message: causes before guides, and those that have most of it before others", () => {
    expect(
      order(
        message,
        page("/en/guides/whole/", message),
        page("/en/causes/part/", "has been blocked by CORS policy"),
        page("/en/causes/most/", "has been blocked by CORS policy: It does not have HTTP ok status."),
      ),
    ).toEqual(["/en/causes/most/", "/en/causes/part/", "/en/guides/whole/"]);
  });

  test("for a query: the words in the title, then the words as they stand, then as the index has it", () => {
    expect(
      order(
        "Allow Origin",
        page("/en/causes/first/", "allow any origin"),
        page("/en/causes/second/", "allow any origin"),
        page("/en/guides/words/", "to allow origin"),
        page("/en/guides/title/", "", "How to allow origin"),
      ),
    ).toEqual(["/en/guides/title/", "/en/guides/words/", "/en/causes/first/", "/en/causes/second/"]);
  });
});
