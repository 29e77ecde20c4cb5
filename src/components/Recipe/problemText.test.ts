import { expect, test } from "vitest";
import { defaultParams, readParams, typedParams } from "../../generator/params.ts";
import { shells } from "../../generator/shells.ts";
import { recipeForm as t } from "../../i18n/ui/en/recipeForm.ts";
import type { Unwritable } from "./fill.ts";
import { curlTexts, problemTexts, unwritableTexts } from "./problemText.ts";

const problemsOf = (headers: string, methods = "GET") =>
  readParams({ ...typedParams(defaultParams), headers, methods }).problems;
const unwritable = (value: string, field: Unwritable["field"] = "headers"): Unwritable => ({
  field,
  value,
  character: "$",
});
const numbered = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => write(at));

test("up to 20 problems of a field are all named", () => {
  const texts = problemTexts(t, problemsOf(numbered(20, (index) => `(${index}`).join(" ")));
  expect(texts).toHaveLength(20);
  expect(texts.at(-1)?.text).toContain("“(19” is not a header name.");
});

test("of 350,000 the first 20 of each field are named, and how many more there are", () => {
  const texts = problemTexts(t, problemsOf("(x ".repeat(350_000), numbered(22, (index) => `(${index}`).join(" ")));
  const methods = texts.filter(({ field }) => field === "methods").map(({ text }) => text);
  const headers = texts.filter(({ field }) => field === "headers").map(({ text }) => text);
  expect(methods).toHaveLength(21);
  expect(methods.slice(-2)).toEqual([expect.stringContaining("“(19”"), "And 2 more."]);
  expect(headers).toHaveLength(21);
  expect(headers.at(-1)).toBe("And 349980 more.");
});

test("a value of a million characters is named by its first 100", () => {
  const [problem] = problemTexts(t, problemsOf("(".repeat(1_000_000)));
  expect(problem?.text).toContain(`“${"(".repeat(100)}…”`);
  expect(problem?.text.length).toBeLessThan(300);
});

test("what a syntax cannot write is named once in each field, however many slots hold it", () => {
  const texts = unwritableTexts(t, "nginx", [
    unwritable("a$"),
    unwritable("b$"),
    unwritable("a$"),
    unwritable("a$", "methods"),
  ]);
  expect(texts.map(({ field, text }) => [field, /“(.*?)”/.exec(text)?.[1]])).toEqual([
    ["headers", "a$"],
    ["headers", "b$"],
    ["methods", "a$"],
  ]);
});

test("350,000 names that a syntax cannot write are gone through once, not each with all others", () => {
  const texts = unwritableTexts(
    t,
    "nginx",
    numbered(350_000, (index) => `$${index}`).map((value) => unwritable(value)),
  );
  expect(texts).toHaveLength(21);
  expect(texts.at(-1)?.text).toBe("And 349980 more.");
});

test("what a shell refuses is named like that, and so is a command that is too long", () => {
  const refused = numbered(30, (index) => `%${index}`).map((value) => ({ value, characters: "%" }));
  const texts = curlTexts(t, shells.cmd, { refused });
  expect(texts[0]).toBe("cmd would not take “%0” as it is, because of %. Choose another shell, or leave it out.");
  expect(texts.slice(20)).toEqual(["And 10 more."]);
  expect(curlTexts(t, shells.cmd, { longerThan: 8191 })).toEqual([
    expect.stringContaining("8191 characters that cmd reads"),
  ]);
  expect(curlTexts(t, shells.cmd, { lines: { preflight: "", actual: "", audit: "" } })).toEqual([]);
});
