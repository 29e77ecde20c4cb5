import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countWork } from "../../../tests/support/countWork.ts";
import { causes, exampleDespiteCorsHeaders, printedMessages } from "../../rules/index.ts";
import { fold } from "../../search/query.ts";
import { languages } from "../../site.config.ts";
import { linesOf } from "../CauseRows/facts.ts";
import { fitting } from "./match.ts";

const texts = [
  "options 404 the route does not answer OPTIONS",
  "credentials Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.",
  "プリフライトのキャッシュ",
].map(fold);

test.each([
  ["options", [true, false, false]],
  ["404 ROUTE", [true, false, false]],
  ["ﾌﾟﾘﾌﾗｲﾄ", [false, false, true]],
  ["ｃｒｅｄｅｎｔｉａｌｓ　wildcard", [false, true, false]],
  ["the", [true, false, false]],
  ["", [true, true, true]],
  ["nothing", [false, false, false]],
  ["no such words in it", [false, false, false]],
])("%s", (query, fits) => {
  expect(fitting(query, texts)).toEqual(fits);
});

describe.each(languages)("in %s", (language) => {
  const lines = causes.map((cause) => fold(linesOf(cause, language).join("\n")));
  const idsFor = (message: string) => fitting(message, lines).flatMap((fits, index) => (fits ? causes[index]?.id : []));

  test("every message finds its cause, with another reader's URL in it", () => {
    for (const cause of causes) {
      const exchanges = [cause.example, exampleDespiteCorsHeaders(cause)].filter((exchange) => exchange !== null);
      const messages = exchanges
        .flatMap(printedMessages)
        .filter((message) => message.language === "en" || message.language === language)
        .map(({ text }) => text.replaceAll(new URL(cause.example.request.url).origin, "https://backend.test/v2"));
      for (const text of messages) expect(idsFor(text), text).toContain(cause.id);
    }
  });

  test("a message about a header finds the causes about headers, whatever the header", () => {
    const ids = idsFor(
      "Access to fetch at 'https://a.test/' from origin 'https://b.test' has been blocked by CORS policy: Request header field my-token is not allowed by Access-Control-Allow-Headers in preflight response.",
    );
    expect(ids).toContain("header-not-allowed");
    expect(ids).not.toContain("options-not-routed");
    expect(idsFor("Request header field X-Mine is not allowed by Access-Control-Allow-Headers.")).toContain(
      "header-not-allowed",
    );
  });

  test("another status than the example's finds the cause all the same", () => {
    expect(idsFor("Preflight response is not successful. Status code: 418")).toContain("options-not-routed");
  });
});

/** Every run of a piece's words is tried, the longest first. @returns an empty text where no text has any */
function longestByTrying(piece: string, texts: readonly string[]): string {
  const words = piece.split(" ");
  for (let length = words.length; length >= 3; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const run = words.slice(start, start + length).join(" ");
      if (texts.some((text) => text.includes(run))) return run;
    }
  }
  return "";
}

test("a piece fits the texts that have the longest run of its words, the first of several", () => {
  // Words of which some begin or end with others.
  const row = (fewest: number) =>
    fc
      .array(fc.constantFrom("an", "man", "and", "band", "a"), { minLength: fewest, maxLength: 12 })
      .map((words) => words.join(" "));
  fc.assert(
    fc.property(row(3), fc.array(row(1), { minLength: 1, maxLength: 4 }), (piece, texts) => {
      // A word that none has makes it a message: as typed words, all would have to be in a text.
      const message = `${"q".repeat(71)} ${piece}`;
      const run = longestByTrying(message, texts);
      expect(fitting(message, texts)).toEqual(texts.map((text) => run !== "" && text.includes(run)));
    }),
    { numRuns: 2000 },
  );
});

describe("a paste", () => {
  const lines = causes.map((cause) => fold(linesOf(cause, "en").join("\n")));
  const work = (message: string) => countWork(() => fitting(message, lines));

  test.each(["the ", "a b ", "w1 ", "cors ", "is not allowed by ", "the origin. ", "'", "あ ", "e\u0301\u0316"])(
    "of twice as many of %j is at most twice the work",
    (unit) => {
      const of = (length: number) => unit.repeat(length / unit.length);
      expect(work(of(2000)) / work(of(1000))).toBeLessThan(2.5);
    },
  );

  test("of a megabyte is no more work than one of ten kilobytes", () => {
    const words = Array.from({ length: 200_000 }, (_, i) => `w${i}`).join(" ");
    expect(work(words) / work(words.slice(0, 10_000))).toBeLessThan(1.1);
  });

  test("that is longer than any message fits by its beginning", () => {
    const message = "Preflight response is not successful. Status code: 418";
    const ids = (text: string) => fitting(text, lines).flatMap((fits, index) => (fits ? causes[index]?.id : []));
    expect(ids(`${message}\n${"and so on ".repeat(200_000)}`)).toEqual(ids(message));
    expect(ids(`${message}\n`.repeat(20_000))).toEqual(ids(message));
  });
});
