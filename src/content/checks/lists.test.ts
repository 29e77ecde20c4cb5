import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ContentCopy, problem, replacing } from "../../../tests/support/contentCopy.ts";

let content: ContentCopy;
beforeAll(() => {
  content = new ContentCopy();
});
afterAll(() => content.remove());

/** What is wrong with a file itself: of a new entry it is told, too, that its translations are not recorded. */
const problemsOf = (file: string, edits: Parameters<ContentCopy["problemsWith"]>[0]) =>
  content.problemsWith(edits).filter((found) => found.file === `content/${file}`);

describe("the glossary", () => {
  const file = "glossary.yaml";

  test.each([
    [
      "a language is missing",
      '  en: { term: origin, definition: "Scheme, host and port." }\n',
      "",
      19,
      'The field "en" is missing.',
      'Add "en:"',
    ],
    ["a term is missing", "term: オリジン, ", "", 21, 'The field "ja.term" is missing.', 'Add "ja.term:"'],
    [
      "a definition is empty",
      'definition: "Scheme, host and port."',
      'definition: ""',
      22,
      '"en.definition" is "": ',
      "Change the value",
    ],
    [
      "a field is unknown",
      "    also: [preflight]",
      "    alias: [preflight]",
      15,
      'There is no field "alias".',
      "Remove it, or mend its spelling",
    ],
    [
      "a language is unknown",
      "- id: origin\n",
      "- id: origin\n  fr: { term: origine, definition: a }\n",
      20,
      'There is no field "fr".',
      "Remove it",
    ],
    [
      "a list is a string",
      "avoid: [pre-flight]",
      "avoid: pre-flight",
      16,
      '"en.avoid" is "pre-flight": ',
      "Change the value",
    ],
    [
      "a clause is no URL",
      "clause: https://fetch.spec.whatwg.org/",
      "clause: fetch",
      2,
      '"clause" is "fetch#cors-preflight-request": ',
      "Change the value",
    ],
    [
      "an id is no id",
      "- id: origin",
      "- id: The Origin",
      19,
      '"id" is "The Origin": must be lower-case words joined by hyphens',
      "Change the value",
    ],
    [
      "an id is there twice",
      "- id: origin",
      "- id: preflight",
      19,
      'The term "preflight" is there twice.',
      "Remove one, or give it another id.",
    ],
    [
      "an entry is not one",
      "- id: origin\n",
      "- origin\n- id: origin\n",
      19,
      'Here stands "origin" instead of fields.',
      "Write one field a line",
    ],
    [
      "the YAML is broken",
      "term: preflight request",
      "term: preflight: request",
      14,
      "The YAML does not parse: ",
      "Quote a value that holds a colon",
    ],
  ])("%s", (_what, from, to, line, message, hint) => {
    expect(content.problemsWith({ [file]: replacing(from, to) })).toEqual([problem(file, line, message, hint)]);
  });

  test.each([
    ["a link", "先送出的 `OPTIONS`", "先送出的 [請求](page:glossary)", '"[請求](page:glossary)" is shown as it is'],
    ["emphasis", "先送出的 `OPTIONS`", "**先**送出的 `OPTIONS`", '"**先**" is shown as it is'],
    ["code that is not closed", "`OPTIONS`。", "`OPTIONS。", "does not close it"],
  ])("a definition has %s", (_what, from, to, message) => {
    expect(content.problemsWith({ [file]: replacing(from, to) })).toEqual([problem(file, 7, message, "Write")]);
  });

  test.each([
    [
      "its own term",
      "avoid: [pre-flight]",
      "avoid: [pre-flight, preflight request]",
      '"preflight request" (en) is to be avoided in "preflight" and is a word of "preflight".',
    ],
    [
      "another's term",
      "avoid: [pre-flight]",
      "avoid: [origin]",
      '"origin" (en) is to be avoided in "preflight" and is a word of "origin".',
    ],
    [
      "a short form",
      "avoid: [pre-flight]",
      "avoid: [preflight]",
      '"preflight" (en) is to be avoided in "preflight" and is a word of "preflight".',
    ],
  ])("a word is both to be used and to be avoided: %s", (_what, from, to, message) => {
    expect(content.problemsWith({ [file]: replacing(from, to) })).toEqual([
      problem(file, 16, message, "Decide for one: remove it from avoid, or use another word for the term."),
    ]);
  });

  test("the same word may be used in one language and avoided in another", () => {
    expect(content.problemsWith({ [file]: replacing("avoid: [事前リクエスト]", "avoid: [preflight, 來源]") })).toEqual(
      [],
    );
  });

  test("it is not a list", () => {
    expect(content.problemsWith({ [file]: "preflight: 預檢請求\n" })).toEqual([
      problem(file, 1, "The file is not a list.", 'Write one term an item, each starting with "- id:".'),
    ]);
  });

  test("it is missing", () => {
    expect(content.problemsWith({ [file]: null })).toEqual([problem(file, 1, "The file is missing.", "Put it back")]);
  });

  test("a tab in it is one mistake, however many texts lead to its terms", () => {
    const linking = (text: string) => `${text}\n[語](term:preflight)、[語](term:origin)\n`;
    expect(
      content.problemsWith({
        [file]: replacing("  en:\n    term: preflight", "\ten:\n    term: preflight"),
        "guides/fixture-only-ja/ja.mdx": linking,
      }),
    ).toEqual([problem(file, 13, "the line is indented by a tab", "Indent by spaces")]);
  });

  test("line ends of Windows are no fault", () => {
    expect(content.problemsWith({ [file]: (text) => text.replaceAll("\n", "\r\n") })).toEqual([]);
  });
});

describe.each([
  ["tags.yaml", "tag", "preflight"],
  ["categories.yaml", "category", "basics"],
])("%s", (file, kind, id) => {
  const entry = `- { id: another, zh-TW: 甲, ja: 乙, en: C }\n`;
  const line = file === "tags.yaml" ? 3 : 2;

  test.each([
    ["a name is missing", entry.replace("ja: 乙, ", ""), 'The field "ja" is missing.', 'Add "ja:"'],
    ["a name is no text", entry.replace("C", "404"), '"en" is 404: ', "Change the value"],
    ["a field is unknown", entry.replace("en: C", "en: C, fr: D"), 'There is no field "fr".', "Remove it"],
    [
      "an id is no id",
      entry.replace("another", "An_Other"),
      '"id" is "An_Other": must be lower-case words joined by hyphens',
      "Change the value",
    ],
    [
      "an id is there twice",
      entry.replace("another", id),
      `The ${kind} "${id}" is there twice.`,
      "Remove one, or give it another id.",
    ],
  ])("%s", (_what, broken, message, hint) => {
    expect(content.problemsWith({ [file]: (text) => text + broken })).toEqual([problem(file, line, message, hint)]);
  });

  test("it is not a list", () => {
    expect(content.problemsWith({ [file]: "a: b\n" })).toEqual([
      problem(file, 1, "The file is not a list.", `Write one ${kind} an item, each starting with "- id:".`),
    ]);
  });

  test("it is missing", () => {
    expect(content.problemsWith({ [file]: null })).toEqual([problem(file, 1, "The file is missing.", "Put it back")]);
  });

  test("what guides have is told where it stands, and not at each guide", () => {
    expect(content.problemsWith({ [file]: (text) => text.replace(/ ja: [^,]*,/, "") })).toEqual([
      problem(file, 1, 'The field "ja" is missing.', 'Add "ja:"'),
    ]);
    expect(content.problemsWith({ [file]: replacing(`id: ${id}`, `id: ${id.toUpperCase()}`) })).toEqual([
      problem(file, 1, `"id" is "${id.toUpperCase()}": must be lower-case`, "Change the value"),
    ]);
  });

  test("one that no guide has", () => {
    const found = problemsOf(file, { [file]: (text) => text + entry });
    expect(found).toContainEqual(problem(file, line, `No guide has the ${kind} "another".`, "Give it to a guide"));
  });
});

describe("what is not CORS", () => {
  const file = "not-cors.yaml";

  test("as it is, it is whole", () => {
    expect(problemsOf(file, {})).toEqual([]);
  });

  test.each([
    ["what the diagnosis knows is missing", /- id: csp\n[\s\S]*?(?=- id: )/, "", 'The diagnosis knows "csp"'],
    ["something is there that the diagnosis does not know", "- id: csp", "- id: cps", '"id" is "cps": '],
    ["a language lacks what to do", / {2}ja:\n {4}title: Content[\s\S]*?(?=\n\n)/, "", 'The field "ja" is missing.'],
    ["a scenario that there is not", "[stream-over-http1,", "[stream-over-http0,", "is no scenario of src/scenarios/"],
    [
      "a cause that there is not",
      "causes: [server-not-reached]",
      "causes: [server-unreached]",
      "is no cause of src/rules/",
    ],
  ])("%s", (_what, part, other, message) => {
    const [found, ...more] = problemsOf(file, { [file]: (text) => text.replace(part, other) });
    expect(found?.message).toContain(message);
    expect(more).toEqual([]);
  });
});

describe("stacks", () => {
  const file = "stacks.yaml";

  test("as they are, they are whole", () => {
    expect(problemsOf(file, {})).toEqual([]);
  });

  test.each([
    [
      "a recipe that there is not",
      "  causes: [allow",
      "  recipes: [expres]\n  causes: [allow",
      'There is no recipe "expres".',
    ],
    ["neither a setting nor a recipe", / {2}setting: .*\n/, "", "has neither a setting nor a recipe"],
    [
      "a cause that there is not",
      "[allow-origin-missing]",
      "[allow-origin-mising]",
      "is no cause of src/rules/causes/",
    ],
    ["a language lacks its traps", / {4}traps:\n {6}- "既定.*\n/, "", "traps"],
  ])("%s", (_what, part, other, message) => {
    const [found] = problemsOf(file, { [file]: (text) => text.replace(part, other) });
    expect(found?.message).toContain(message);
  });
});
