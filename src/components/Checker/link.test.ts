import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takeSeed } from "../../../scripts/support/seed.ts";
import { type CorsResponse, type Exchange, findCauses } from "../../rules/index.ts";
import { exchangeOf, scenarios } from "../../scenarios/index.ts";
import { readAnswers, whole } from "./answerText.ts";
import { readLink, writeLink } from "./link.ts";
import { presets } from "./presets.ts";
import { apiNames, bodies, type CheckerState, credentialsModes, modes } from "./state.ts";

fc.configureGlobal({ seed: takeSeed("Links to the checker") });

/** What a link can carry: any text but halves of surrogate pairs, which no URL has a spelling for. */
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.stringMatching(/^[ :\\+%&=#?;\r\n]{0,6}$/),
  fc.constantFrom("", "PUT", "application/json", "https://app.example.com", "標頭", "ヘッダー"),
);
/** As far as it decides: what a link leaves out of an answer is looked at below. */
const answer: fc.Arbitrary<CheckerState["response"]> = fc.option(
  fc.record({
    status: fc.integer({ min: 100, max: 999 }),
    headers: fc.array(
      fc.tuple(
        fc.constantFrom(
          "Access-Control-Allow-Origin",
          "access-control-allow-headers",
          "Vary",
          "Content-Type",
          "Server",
        ),
        text,
      ),
      { maxLength: 50 },
    ),
  }),
);
const state: fc.Arbitrary<CheckerState> = fc.record({
  origin: text,
  url: text,
  method: text,
  api: fc.constantFrom(...apiNames),
  contentType: text,
  headers: fc.array(fc.tuple(text, text), { maxLength: 50 }),
  body: fc.constantFrom(...bodies),
  bodyType: text,
  credentials: fc.constantFrom(...credentialsModes),
  mode: fc.constantFrom(...modes),
  uploadListener: fc.boolean(),
  preflight: answer,
  response: answer,
});

describe("a link", () => {
  test("gives back the state that it was written from", () => {
    fc.assert(
      fc.property(state, (written) => {
        expect(readLink(writeLink(written))).toEqual({ state: written, problems: [] });
      }),
      { numRuns: 2000 },
    );
  });

  test.each(Object.entries(presets))("gives back the preset %s", (_name, preset) => {
    expect(readLink(writeLink(preset))).toEqual({ state: preset, problems: [] });
  });

  test("says nothing about the default", () => {
    expect(writeLink(presets.default)).toBe("");
  });

  test("can be written by hand, headers as on the wire", () => {
    const { state: read, problems } = readLink("?method=DELETE&h=X-API-Key:abc&h=Range:%20bytes=0-9");
    expect(problems).toEqual([]);
    expect(read).toEqual({
      ...presets.default,
      method: "DELETE",
      headers: [
        ["X-API-Key", "abc"],
        ["Range", "bytes=0-9"],
      ],
    });
  });
});

describe("a link has no secret", () => {
  const TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";
  const [A, B] = ["hunter2hunter2", "s3cr3t-s3cr3t-s3cr3t-s3cr3t"];
  const written = writeLink({
    ...presets.default,
    url: `https://me:${A}@api.example.com/items?page=2&api_key=${A}`,
    headers: [
      ["Authorization", `Bearer ${TOKEN}`],
      ["X-API-Key", B],
      ["Accept", "application/json"],
    ],
    // As they come into the form.
    ...readAnswers(`HTTP/1.1 302 Found\nLocation: https://me:${A}@login.example.com/?token=${A}\n\n${B}`, "preflight"),
    ...readAnswers(
      `HTTP/1.1 200 OK\nSet-Cookie: session=${A}\nX-Amzn-RequestId: ${B}\nX-Session: ${TOKEN}\nAccess-Control-Allow-Origin: *\n\n${B}`,
      "response",
    ),
  });

  test.each([TOKEN, A, B])("not %s", (secret) => {
    expect(decodeURIComponent(written)).not.toContain(secret);
  });

  test("and what decides is still there", () => {
    const { state: read, problems } = readLink(written);
    expect(problems).toEqual([]);
    expect(read.url).toBe("https://user:***@api.example.com/items?page=2&api_key=***");
    expect(read.headers).toEqual([
      ["Authorization", "Bearer ***"],
      ["X-API-Key", "***"],
      ["Accept", "application/json"],
    ]);
    expect(read.preflight).toEqual({ status: 302, headers: [["Location", "https://user:***@login.example.com/"]] });
    expect(read.response).toEqual({
      status: 200,
      headers: [
        ["X-Amzn-RequestId", "***"],
        ["Access-Control-Allow-Origin", "*"],
      ],
    });
  });

  test("so that the rules find the same in every scenario", () => {
    const found = ({ preflight, response }: CheckerState, { request }: Exchange) =>
      findCauses({ request, ...(preflight && { preflight }), ...(response && { response }) }).map(({ id }) => id);
    const differing = scenarios.filter((scenario) => {
      const exchange = exchangeOf(scenario);
      const strip = (response?: CorsResponse) =>
        response ? whole({ status: response.status, headers: response.headers }) : null;
      const form = { ...presets.default, preflight: strip(exchange.preflight), response: strip(exchange.response) };
      return found(form, exchange).join() !== found(readLink(writeLink(form)).state, exchange).join();
    });
    expect(differing.map(({ id }) => id)).toEqual([]);
  });
});

describe("a link that cannot be read in part", () => {
  test.each([
    ["an unknown parameter", "colour=red", "colour"],
    ["a way of sending that there is not", "via=pigeon", "via"],
    ["a body that there is not", "body=soul", "body"],
    ["a credentials mode that there is not", "credentials=yes", "credentials"],
    ["a mode that there is not", "mode=navigate", "mode"],
    ["an upload that is not 1", "upload=true", "upload"],
    ["a header without a colon", "h=X-API-Key", "h"],
    ["a status that is none", "preflight=ok", "preflight"],
    ["an answer without a status", "response-h=Vary:Origin", "response-h"],
    ["a status beyond three digits", "response=20000", "response"],
    ["a parameter named as what every object has", "constructor=1", "constructor"],
    ["a parameter named __proto__", "__proto__=1", "__proto__"],
  ])("%s is named, and the rest is kept", (_what, parameter, name) => {
    expect(readLink(`?url=https://api.example.org/&${parameter}&method=HEAD`)).toEqual({
      state: {
        ...presets.default,
        url: "https://api.example.org/",
        method: "HEAD",
        ...(name === "h" && { headers: [] }),
      },
      problems: [name],
    });
  });

  test("a header that can be read stays beside one that cannot", () => {
    const { state: read, problems } = readLink("?h=X-One: 1&h=broken");
    expect(read.headers).toEqual([["X-One", "1"]]);
    expect(problems).toEqual(["h"]);
  });

  test("a line of an answer that is no header is named, and the others stay", () => {
    const { state: read, problems } = readLink("?response=200&response-h=Vary:Origin&response-h=broken");
    expect(read.response).toEqual({ status: 200, headers: [["Vary", "Origin"]] });
    expect(problems).toEqual(["response-h"]);
  });

  test("headers beyond the fiftieth are named and left out", () => {
    const { state: read, problems } = readLink(`?${"h=X-A:1&".repeat(51)}`);
    expect(read.headers).toHaveLength(50);
    expect(problems).toEqual(["h"]);
  });

  test("of an answer, too", () => {
    expect(readLink(`?preflight=403&preflight-b=${"x".repeat(201)}`).problems).toEqual(["preflight-b"]);
    expect(readLink("?response-b=Invalid+CORS+request").problems).toEqual(["response-b"]);
    const { state: read, problems } = readLink(`?preflight=204${"&preflight-h=Vary:Origin".repeat(51)}`);
    expect(read.preflight?.headers).toHaveLength(50);
    expect(problems).toEqual(["preflight-h"]);
  });

  test("each parameter is named once", () => {
    expect(readLink("?via=a&via=b").problems).toEqual(["via"]);
  });

  test("whatever the query is, nothing throws, and the state holds only its own fields", () => {
    const query = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .array(
          fc.tuple(fc.oneof(fc.string(), fc.constantFrom("h", "via", "upload", "__proto__", "toString")), fc.string()),
        )
        .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join("&")),
    );
    fc.assert(
      fc.property(query, (search) => {
        const { state: read } = readLink(`?${search}`);
        expect(Object.keys(read)).toEqual(Object.keys(presets.default));
      }),
      { numRuns: 2000 },
    );
  });
});
