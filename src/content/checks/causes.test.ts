import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ContentCopy, problem, replacing } from "../../../tests/support/contentCopy.ts";

let content: ContentCopy;
beforeAll(() => {
  content = new ContentCopy();
});
afterAll(() => content.remove());

const file = "causes/options-not-routed/en.md";
const words = `---
title: A title
symptom: What one sees.
cause: Why.
fix: What to do.
---

## Symptom {#symptom}

## Cause {#cause}

## Fix {#fix}

## Verify {#verify}
`;

test("words with all fields and sections are sound", () => {
  expect(content.problemsWith({ [file]: words })).toEqual([]);
  expect(content.problemsWith({ [file]: words.replaceAll("\n", "\r\n") })).toEqual([]);
});

test("a cause without words, in each language that lacks them", () => {
  const message = 'The cause "options-not-routed" of the rules module has no words here: the file is missing.';
  const hint = "Write it like its neighbours: title, symptom, cause and fix, then the four sections.";
  expect(content.problemsWith({ "causes/options-not-routed/ja.md": null })).toEqual([
    problem("causes/options-not-routed/ja.md", 1, message, hint),
  ]);
  expect(content.problemsWith({ "causes/options-not-routed": null })).toEqual(
    ["zh-TW", "ja", "en"].map((language) => problem(`causes/options-not-routed/${language}.md`, 1, message, hint)),
  );
});

test("words without a cause", () => {
  expect(content.problemsWith({ "causes/no-such-cause/en.md": words })).toEqual([
    problem(
      "causes/no-such-cause",
      1,
      'There are words for the cause "no-such-cause", and the rules module has no such cause.',
      "Add it to src/rules/causes/, or remove the folder.",
    ),
  ]);
});

test.each(["fr.md", "en.mdx", "notes.txt"])("%s in a cause's folder", (name) => {
  expect(content.problemsWith({ [`causes/options-not-routed/${name}`]: words })).toEqual([
    problem(
      `causes/options-not-routed/${name}`,
      1,
      `"${name}" is not a cause's words in one of the site's languages.`,
      "Name it zh-TW.md, ja.md, en.md, or move it out of the folder.",
    ),
  ]);
});

test("no frontmatter", () => {
  expect(content.problemsWith({ [file]: "Only text.\n" })).toEqual([
    problem(
      file,
      1,
      "The file has no frontmatter.",
      "Start it with title, symptom, cause and fix between two lines ---.",
    ),
  ]);
});

describe("a field", () => {
  test.each(["title", "symptom", "cause", "fix"])("%s is missing", (field) => {
    expect(content.problemsWith({ [file]: words.replace(new RegExp(`^${field}:.*\\n`, "m"), "") })).toEqual([
      problem(file, 1, `The field "${field}" is missing.`, `Add "${field}:"`),
    ]);
  });

  test.each([
    [
      "unknown",
      "fix: What",
      "severity: high\nfix: What",
      5,
      'There is no field "severity".',
      "Remove it, or mend its spelling",
    ],
    ["empty", "symptom: What one sees.", 'symptom: ""', 3, '"symptom" is "": ', "Change the value"],
    ["of the wrong kind", "cause: Why.", "cause: [Why]", 4, '"cause" is ["Why"]: ', "Change the value"],
    [
      "too long",
      "title: A title",
      `title: ${"a".repeat(81)}`,
      2,
      `"title" is "${"a".repeat(59)}…: has 81 characters`,
      "Change the value",
    ],
    [
      "not YAML",
      "fix: What to do.",
      "fix: `OPTIONS`",
      5,
      "The YAML does not parse: ",
      "Quote a value that starts with a backtick",
    ],
  ])("is %s", (_what, from, to, line, message, hint) => {
    expect(content.problemsWith({ [file]: replacing(from, to)(words) })).toEqual([problem(file, line, message, hint)]);
  });
});

describe("the sections", () => {
  const hint = "Have exactly these, in this order: {#symptom} {#cause} {#fix} {#verify}.";
  // The third, which is missing or another, the fifth, the third, the second.
  test.each([
    ["one is missing", words.replace("## Fix {#fix}\n", ""), "The sections are {#symptom} {#cause} {#verify}.", 13],
    [
      "one too many",
      `${words}\n## More {#more}\n`,
      "The sections are {#symptom} {#cause} {#fix} {#verify} {#more}.",
      16,
    ],
    ["one without an id", words.replace(" {#fix}", ""), "The sections are {#symptom} {#cause} {#} {#verify}.", 12],
    [
      "another order",
      words.replace("{#cause}", "{#x}").replace("{#fix}", "{#cause}").replace("{#x}", "{#fix}"),
      "The sections are {#symptom} {#fix} {#cause} {#verify}.",
      10,
    ],
    [
      "the last is missing",
      words.replace("\n## Verify {#verify}\n", ""),
      "The sections are {#symptom} {#cause} {#fix}.",
      12,
    ],
    ["none", words.slice(0, words.indexOf("## ")), "The sections are missing.", 7],
  ])("%s", (_what, text, message, line) => {
    expect(content.problemsWith({ [file]: text })).toEqual([problem(file, line, message, hint)]);
  });

  test("what stands below one that is missing is not told as its neighbour's", () => {
    const link = "\n[HTML](https://html.spec.whatwg.org/)\n";
    const linked = (text: string) => text.replace("## Fix {#fix}\n", (heading) => heading + link);
    const ja = file.replace("en.md", "ja.md");
    const others = { [ja]: linked, [file.replace("en.md", "zh-TW.md")]: linked };
    const without = (text: string) => linked(text).replace("## Fix {#fix}\n", "");
    expect(content.problemsWith({ ...others, [file]: linked, [ja]: without })).toEqual([
      problem(ja, 15, "The sections are {#symptom} {#cause} {#verify}.", hint),
    ]);
  });
});

describe("the words of a language that are not as the source's", () => {
  const ja = file.replace("en.md", "ja.md");
  const add = (part: string) => (text: string) => `${text}\n${part}\n`;
  test.each([
    ["code", "```js\nlet a = 1;\n```", "The code block ```js in {#verify} is not in the source"],
    ["a heading", "### Part {#part}", "The heading {#part} is not in the source"],
    ["a link", "[x](page:glossary)", "The link page:glossary in {#verify} is not in the source"],
  ])("%s in one only", (_what, part, message) => {
    expect(content.problemsWith({ [ja]: add(part) })).toEqual([
      problem(ja, expect.any(Number), message, "remove it here"),
    ]);
  });

  test.each(["zh-TW", "ja", "en"])("a link to nowhere: %s", (language) => {
    const own = file.replace("en.md", `${language}.md`);
    const found = content.problemsWith({ [own]: add("[x](cause:nul-origin)") });
    expect(found).toEqual([
      problem(own, expect.any(Number), "leads to a cause that does not exist", 'Did you mean "null-origin"?'),
    ]);
  });
});
