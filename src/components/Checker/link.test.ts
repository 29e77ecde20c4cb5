import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takeSeed } from "../../../scripts/support/seed.ts";
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

describe("a link that cannot be read in part", () => {
  test.each([
    ["an unknown parameter", "colour=red", "colour"],
    ["a way of sending that there is not", "via=pigeon", "via"],
    ["a body that there is not", "body=soul", "body"],
    ["a credentials mode that there is not", "credentials=yes", "credentials"],
    ["a mode that there is not", "mode=navigate", "mode"],
    ["an upload that is not 1", "upload=true", "upload"],
    ["a header without a colon", "h=X-API-Key", "h"],
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

  test("headers beyond the fiftieth are named and left out", () => {
    const { state: read, problems } = readLink(`?${"h=X-A:1&".repeat(51)}`);
    expect(read.headers).toHaveLength(50);
    expect(problems).toEqual(["h"]);
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
