import { describe, expect, test } from "vitest";
import { presets } from "../../components/Checker/presets.ts";
import { causes } from "../../rules/index.ts";
import { presetNames } from "../schemas/components.ts";
import { YamlFile } from "../yamlFile.ts";
import { checkComponents } from "./components.ts";

const ids = { cause: new Set(causes.map(({ id }) => id)), recipe: new Set(["express", "nginx"]) };

/** Checks a guide that has these lines after three of frontmatter and two of text. */
function check(text: string, file = "content/guides/a/en.mdx") {
  const yaml = YamlFile.parseFrontmatter(`---\ntitle: A\n---\n## Heading {#heading}\n\n${text}\n`, file);
  return checkComponents(yaml as YamlFile, ids);
}

test.each([
  '<Exchange cause="options-not-routed" />',
  'Text <Messages cause="options-not-routed" /> and text.',
  '<Correction claim="{} <b> is fine">\n\nIt is **not**.\n\n</Correction>',
  "<Note>\n\nAn aside.\n\n</Note>",
  '<Stacks>\n\n<Stack recipe="nginx">\n\nText.\n\n</Stack>\n\n</Stacks>',
  "<Checker />",
  '<abbr title="HTML">has no component</abbr>',
  "<>\n\nNo name.\n\n</>",
  '```html\n<Exchange cause="no-such" />\n```',
  "`<Exchange />` in code",
])("%s has no problem", (text) => {
  expect(check(text)).toEqual([]);
});

test.each(presetNames)('<Checker preset="%s" /> has no problem, and the checker has it', (name) => {
  expect(check(`<Checker preset="${name}" />`)).toEqual([]);
  expect(presets).toHaveProperty([name]);
});

describe("a mistake is told with its line, and what to do", () => {
  test.each([
    ['<Exchange cause="no-such" />', 6, '<Exchange cause="no-such">: there is no such cause.', "src/rules/causes/"],
    ['\nA\n<Messages cause="no" /> b', 8, '<Messages cause="no">: there is no such cause.', "src/rules/causes/"],
    ['<Checker preset="no-such" />', 6, '<Checker preset="no-such">: there is no such preset.', "fetch-json"],
    [
      '<Stack recipe="ngnix">\n\nA\n\n</Stack>',
      6,
      '<Stack recipe="ngnix">: there is no such recipe.',
      "content/recipes/",
    ],
    ["<Exchange />", 6, '<Exchange> has no "cause".', '<Exchange cause="…">'],
    ["<Exchange cause />", 6, "<Exchange cause> has no text as its value.", "between quotes"],
    ["<Exchange cause={id} />", 6, "<Exchange cause> has no text as its value.", "between quotes"],
    ["<Checker {...all} />", 6, '<Checker> takes no "{…}".', "it takes preset"],
    ['<Note title="A">\n\nB\n\n</Note>', 6, '<Note> takes no "title".', "Remove it."],
    ["<Exchnage />", 6, "There is no component <Exchnage>.", "Use one of Checker, Correction, Exchange"],
    ['<Note>\n\n<Exchange cause="no" />\n\n</Note>', 8, '<Exchange cause="no">: there is no such cause.', "spelling"],
    ["A\n\n<Note>\n\nB", 8, "The MDX does not parse: Expected a closing tag for `<Note>`", "Write </Note>"],
  ])("%s", (text, line, message, hint) => {
    expect(check(text)).toEqual([
      {
        file: "content/guides/a/en.mdx",
        line,
        message: expect.stringContaining(message),
        hint: expect.stringContaining(hint),
      },
    ]);
  });

  test("all of them at once", () => {
    expect(check('<Exchange couse="a" />\n\n<Checker preset="b" />').map(({ line }) => line)).toEqual([6, 8]);
  });
});

test("a guide in Markdown has no components", () => {
  expect(check("<Exchange />", "content/guides/a/en.md")).toEqual([]);
});
