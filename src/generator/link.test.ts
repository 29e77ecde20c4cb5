import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { takeSeed } from "../../scripts/support/seed.ts";
import { readRecipeLink, writeRecipeLink } from "./link.ts";
import { defaultParams, type TypedParams, typedParams } from "./params.ts";

fc.configureGlobal({ seed: takeSeed("Links to a recipe") });

const atFirst = typedParams(defaultParams);

describe("a link to a recipe", () => {
  test("says nothing of what is as it is at first", () => {
    expect(writeRecipeLink(atFirst)).toBe("");
    expect(readRecipeLink("")).toEqual({ typed: atFirst, says: false, problems: [] });
  });

  test("says all of it where it is to leave nothing open", () => {
    const link = writeRecipeLink(atFirst, true);
    expect([...new URLSearchParams(link).keys()]).toEqual(["origin", "methods", "headers", "credentials", "maxAge"]);
    expect(readRecipeLink(link)).toEqual({ typed: atFirst, says: true, problems: [] });
  });

  test("says what differs", () => {
    const typed = { ...atFirst, origins: "https://a.example, https://b.example", credentials: false, maxAge: "5" };
    expect(writeRecipeLink(typed)).toBe(
      "?origin=https%3A%2F%2Fa.example%2C+https%3A%2F%2Fb.example&credentials=0&maxAge=5",
    );
  });

  test("gives back whatever was typed", () => {
    // A list that is empty, or white space alone, comes back as an empty one.
    const list = fc.string().map((text) => text.trim());
    fc.assert(
      fc.property(
        fc.record({ origins: list, methods: list, headers: list, credentials: fc.boolean(), maxAge: fc.string() }),
        (typed: TypedParams) => {
          // A lone surrogate is no text that an address can hold.
          const sound = JSON.parse(JSON.stringify(typed).replace(/\\ud[89a-f]../g, "")) as TypedParams;
          expect(readRecipeLink(writeRecipeLink(sound))).toMatchObject({ typed: sound, problems: [] });
        },
      ),
    );
  });

  test.each([
    ["?origin=https://a.example&origin=https://b.example", { origins: "https://a.example, https://b.example" }],
    ["?methods=GET,PUT&headers=X-A&headers=X-B", { methods: "GET,PUT", headers: "X-A, X-B" }],
    ["?headers=", { headers: "" }],
    ["?credentials=1", { credentials: true }],
    ["?credentials=0&maxAge=60", { credentials: false, maxAge: "60" }],
    ["?maxAge=soon", { maxAge: "soon" }],
  ])("%s", (search, read) => {
    expect(readRecipeLink(search)).toEqual({ typed: { ...atFirst, ...read }, says: true, problems: [] });
  });

  test.each([
    ["?credentials=maybe", ["credentials"]],
    ["?credentials=1&credentials=0", ["credentials"]],
    ["?maxAge=1&maxAge=2", ["maxAge"]],
    ["?origins=https://a.example&__proto__=1&toString=2", ["origins", "__proto__", "toString"]],
    ["?%zz=%00", ["%zz"]],
  ])("%s names what cannot be read, and leaves it as it is at first", (search, problems) => {
    expect(readRecipeLink(search)).toEqual({ typed: atFirst, says: false, problems });
  });
});

test("a parameter that comes many times is read once", () => {
  const getAll = vi.spyOn(URLSearchParams.prototype, "getAll");
  const read = readRecipeLink(`?${"headers=X-A&".repeat(1000)}`);
  expect(read.typed.headers.split(", ")).toHaveLength(1000);
  expect(getAll).toHaveBeenCalledTimes(1);
  getAll.mockRestore();
});
