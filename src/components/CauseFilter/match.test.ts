import { describe, expect, test } from "vitest";
import { causes, exampleDespiteCorsHeaders, printedMessages } from "../../rules/index.ts";
import { fold } from "../../search/query.ts";
import { languages } from "../../site.config.ts";
import { linesOf } from "./facts.ts";
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
