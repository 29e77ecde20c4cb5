import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ContentCopy, type Edit, inEachLanguage, problem, replacing } from "../../../tests/support/contentCopy.ts";

let content: ContentCopy;
beforeAll(() => {
  content = new ContentCopy();
});
afterAll(() => content.remove());

const source = "guides/fixture-whole/zh-TW.mdx";
const translation = "guides/fixture-whole/ja.mdx";
const alone = "guides/fixture-only-ja/ja.mdx";

/** Removes a field and what belongs to it. */
const without = (field: string) => (text: string) =>
  text.replace(new RegExp(`^${field}:.*\\n(?:[ \\t].*\\n)*`, "m"), "");

test("sound guides have no problems", () => {
  expect(content.problemsWith({})).toEqual([]);
});

describe("a field that there is not", () => {
  test.each([
    ["in the frontmatter", source, replacing("category: basics", "category: basics\nauthor: Mei"), 8, "author"],
    ["misspelt", source, replacing("updated:", "update:"), 5, "update"],
  ])("%s", (_where, file, edit, line, field) => {
    expect(content.problemsWith({ [file]: edit })).toEqual([
      problem(
        file,
        line,
        `There is no field "${field}".`,
        "Remove it, or mend its spelling; src/content/schemas/ lists the fields.",
      ),
    ]);
  });
});

describe("a required field that is missing", () => {
  test.each([
    "title",
    "description",
    "published",
    "tags",
    "category",
    "draft",
    "tldr",
    "source",
    "causes",
    "recipes",
    "related",
  ])("%s", (field) => {
    expect(content.problemsWith({ [alone]: without(field) })).toEqual([
      problem(
        alone,
        1,
        `The field "${field}" is missing.`,
        `Add "${field}:"; src/content/schemas/ says what it holds.`,
      ),
    ]);
  });
});

describe("a value of the wrong kind", () => {
  const long = (length: number) => "字".repeat(length);
  test.each([
    ["title: 404", 2, '"title" is 404: must be a text'],
    ["title:", 2, '"title" is null: '],
    ['title: " "', 2, '"title" is " ": must not be empty'],
    [`title: ${long(81)}`, 2, `"title" is "${long(59)}…: has 81 characters, and may have at most 80`],
    ["description: [a, b]", 3, '"description" is ["a","b"]: '],
    [`description: ${long(241)}`, 3, `"description" is "${long(59)}…: has 241 characters, and may have at most 240`],
    ["published: yesterday", 4, '"published" is "yesterday": must be a date such as 2026-11-21'],
    ["published: 2026-02-30", 4, '"published" is "2026-02-30": must be a date such as 2026-11-21'],
    ["published: 2026-13-01", 4, '"published" is "2026-13-01": must be a date such as 2026-11-21'],
    ["published: 20261121", 4, '"published" is 20261121: must be a date such as 2026-11-21'],
    ["published: 21.11.2026", 4, '"published" is "21.11.2026": must be a date such as 2026-11-21'],
    ["updated: 2026-11-31", 5, '"updated" is "2026-11-31": must be a date such as 2026-11-21'],
    ["tags: preflight", 6, '"tags" is "preflight": must be a list'],
    ["tags: []", 6, '"tags" is []: has 0 entries, and must have at least 1'],
    ["tags: [Pre Flight]", 6, '"tags.0" is "Pre Flight": must be lower-case words joined by hyphens'],
    ["category: [basics]", 7, '"category" is ["basics"]: '],
    ["draft: not yet", 8, '"draft" is "not yet": '],
    ["draft: yes", 8, '"draft" is "yes": must be true or false'],
    ["tldr: [一]", 9, '"tldr" is ["一"]: '],
    ["tldr: [一, 二, 三, 四, 五, 六, 七]", 9, '"tldr" is ["一"'],
    ["tldr:\n  - 一\n  -\n  - 三", 11, '"tldr.1" is null: '],
    ["causes: []", 13, '"causes" is []: '],
    ["recipes: express", 15, '"recipes" is "express": '],
    ["related:", 16, '"related" is null: '],
  ])("%s", (line, at, message) => {
    const field = line.split(":")[0] as string;
    const edit = (text: string) => text.replace(new RegExp(`^${field}:.*\\n(?:[ \\t].*\\n)*`, "m"), `${line}\n`);
    expect(content.problemsWith({ [source]: edit })).toEqual([
      problem(source, at, message, "Change the value; src/content/schemas/ says what the field holds."),
    ]);
  });

  test.each(["images/a.png", "https://example.com/a.png"])("image: %s", (image) => {
    expect(content.problemsWith({ [source]: replacing("draft:", `image: ${image}\ndraft:`) })).toEqual([
      problem(
        source,
        8,
        `"image" is "${image}": must be a path below public/, starting with a slash`,
        "Change the value",
      ),
    ]);
  });

  test.each(["fr", "zh-tw", "日本語"])("source: %s", (language) => {
    expect(content.problemsWith({ [alone]: replacing("source: ja", `source: ${language}`) })).toEqual([
      problem(alone, 11, `"source" is "${language}": `, "Change the value"),
    ]);
  });
});

describe("a reference to what is not there, or is named twice", () => {
  test.each([
    [
      "tags",
      "tags: [preflight]",
      "tags: [preflight, prefligth]",
      6,
      '"tags" names "prefligth", which does not exist.',
      "content/tags.yaml has the tags",
    ],
    [
      "tags",
      "tags: [preflight]",
      "tags: [preflight, options, preflight]",
      6,
      '"tags" names "preflight" twice.',
      "Remove one of them.",
    ],
    [
      "category",
      "category: basics",
      "category: basic",
      7,
      '"category" names "basic", which does not exist.',
      "content/categories.yaml has the categories",
    ],
    [
      "causes",
      "  - options-not-routed",
      "  - options-not-routed\n  - options-not-rooted",
      15,
      '"causes" names "options-not-rooted", which does not exist.',
      "src/rules/causes/ has the causes",
    ],
    [
      "causes",
      "  - options-not-routed",
      "  - options-not-routed\n  - options-not-routed",
      15,
      '"causes" names "options-not-routed" twice.',
      "Remove one of them.",
    ],
    [
      "recipes",
      "recipes: [express]",
      "recipes:\n  - express\n  - coa",
      17,
      '"recipes" names "coa", which does not exist.',
      "content/recipes/ has the recipes",
    ],
    [
      "recipes",
      "recipes: [express]",
      "recipes:\n  - express\n  - express",
      17,
      '"recipes" names "express" twice.',
      "Remove one of them.",
    ],
    [
      "related",
      "[fixture-only-ja]",
      "[no-such-guide]",
      16,
      '"related" names "no-such-guide", which does not exist.',
      "content/guides/ has the guides",
    ],
    [
      "related",
      "[fixture-only-ja]",
      "[fixture-only-ja, fixture-only-ja]",
      16,
      '"related" names "fixture-only-ja" twice.',
      "Remove one of them.",
    ],
    ["related", "[fixture-only-ja]", "[fixture-whole]", 16, "The guide names itself as related.", "Remove that line."],
  ])("%s: %s → %s", (_field, from, to, line, message, hint) => {
    expect(content.problemsWith({ [source]: replacing(from, to) })).toEqual([problem(source, line, message, hint)]);
  });

  test("an update before the guide was published", () => {
    expect(content.problemsWith({ [source]: replacing("updated: 2026-11-02", "updated: 2026-10-31") })).toEqual([
      problem(source, 5, '"updated" (2026-10-31) is before "published" (2026-11-01).', "Mend the one that is wrong."),
    ]);
  });
});

describe("a translation and its source", () => {
  test("a guide whose source language has no file", () => {
    expect(content.problemsWith({ [alone]: replacing("source: ja", "source: en") })).toEqual([
      problem(
        alone,
        11,
        `The guide's source language is "en", and the folder has no en.mdx.`,
        "Add en.mdx, or name the language that the guide was first written in.",
      ),
    ]);
  });

  test("translations whose source was removed", () => {
    const message = `The guide's source language is "zh-TW", and the folder has no zh-TW.mdx.`;
    expect(content.problemsWith({ [source]: null })).toEqual([
      problem("guides/fixture-whole/en.mdx", 12, message, "Add zh-TW.mdx"),
      problem(translation, 12, message, "Add zh-TW.mdx"),
    ]);
  });

  test("files that disagree on the source", () => {
    expect(content.problemsWith({ [translation]: replacing("source: zh-TW", "source: ja") })).toEqual([
      problem(
        "guides/fixture-whole/en.mdx",
        12,
        `"source" is zh-TW here, and ja in content/${translation}.`,
        "Name the same language in each of the guide's files",
      ),
      problem(
        source,
        12,
        `"source" is zh-TW here, and ja in content/${translation}.`,
        "Name the same language in each of the guide's files",
      ),
    ]);
  });
});

describe("a heading", () => {
  test.each([
    ["of the second rank", " {#second}", 31, "第二節"],
    ["of the third rank", " {#first-part}", 25, "小節"],
  ])("%s without a pinned id", (_rank, id, line, title) => {
    expect(content.problemsWith({ [source]: replacing(id, "") })).toEqual([
      problem(
        source,
        line,
        `The heading "${title}" has no pinned id.`,
        "Add one, the same in every language: ## Heading {#short-id}",
      ),
    ]);
  });

  test.each([
    ["two sections", "{#second}", "{#first}", 31, "first"],
    ["a section and a part of another", "{#second}", "{#first-part}", 31, "first-part"],
  ])("whose id is that of another: %s", (_what, from, to, line, id) => {
    expect(content.problemsWith({ [source]: replacing(from, to) })).toEqual([
      problem(
        source,
        line,
        `The id "${id}" is used by two headings.`,
        "Give one of them another id, in every language.",
      ),
    ]);
  });

  test("in a code block is none", () => {
    const edit = (text: string) => `${text}\n\`\`\`text\n## not a heading\n\`\`\`\n`;
    expect(content.problemsWith(inEachLanguage(source, edit))).toEqual([]);
  });
});

describe("a file or folder of the wrong name", () => {
  const strayHint = "Name it zh-TW.mdx, ja.mdx, en.mdx, or move it out of the folder.";
  test.each(["notes.txt", "fr.mdx", "zh-tw.mdx", "ja.html"])("%s in a guide's folder", (name) => {
    expect(content.problemsWith({ [`guides/fixture-only-ja/${name}`]: "text" })).toEqual([
      problem(
        `guides/fixture-only-ja/${name}`,
        1,
        `"${name}" is not a guide in one of the site's languages.`,
        strayHint,
      ),
    ]);
  });

  test("a picture that no text shows, and one that a text shows", () => {
    const picture = "guides/fixture-only-ja/shot.png";
    expect(content.problemsWith({ [picture]: "x" })).toEqual([
      problem(picture, 1, 'No text shows the picture "shot.png".', "![What it shows](./shot.png)"),
    ]);
    const shown = (text: string) => `${text}\n![画面](./shot.png)\n`;
    expect(content.problemsWith({ [picture]: "x", [alone]: shown })).toEqual([]);
  });

  test("a guide that is in no folder", () => {
    expect(content.problemsWith({ "guides/my-guide.mdx": "text" })).toEqual([
      problem(
        "guides/my-guide.mdx",
        1,
        `"my-guide.mdx" is not in a guide's folder.`,
        "A guide is a folder with a file a language in it",
      ),
    ]);
  });

  test("two files for one language", () => {
    const found = content.problemsWith({ "guides/fixture-only-ja/ja.md": "---\ntitle: A\n---\n" });
    // The first in the alphabet is the one that is read.
    expect(found.at(-1)).toEqual(
      problem(alone, 1, 'The guide has two files for ja: "ja.md" and "ja.mdx".', "Keep one of them."),
    );
  });

  test.each(["My_Guide", "guide--two", "指南"])("the folder %s", (slug) => {
    const edits: Record<string, Edit> = { [`guides/${slug}/ja.mdx`]: "text" };
    expect(content.problemsWith(edits)[0]).toEqual(
      problem(
        `guides/${slug}`,
        1,
        `The folder's name "${slug}" becomes part of the URL`,
        "Rename the folder, for example to preflight-404.",
      ),
    );
  });

  test("a folder without a guide", () => {
    expect(content.problemsWith({ "guides/empty/.gitkeep": "x" })).toEqual([
      problem("guides/empty", 1, "The guide's folder has no guide in it.", "Write zh-TW.mdx, or remove the folder."),
    ]);
  });
});

describe("frontmatter that cannot be read", () => {
  test("none", () => {
    expect(content.problemsWith({ [alone]: "Only text.\n" })).toEqual([
      problem(alone, 1, "The file has no frontmatter.", "Start it with a line ---, the fields, and a line ---"),
    ]);
  });

  test.each([
    [
      "a colon in a value",
      "title: テスト：です",
      "title: Test: this",
      2,
      "The YAML does not parse: ",
      "Quote a value that holds a colon",
    ],
    [
      "a backtick at a value's start",
      "  - 一つ目",
      "  - `OPTIONS`は",
      9,
      "The YAML does not parse: ",
      "Quote a value that starts with a backtick",
    ],
    [
      "an asterisk at a value's start",
      "  - 一つ目",
      "  - **太字**",
      9,
      "The YAML does not parse: ",
      "Quote a value that starts with *",
    ],
    [
      "a list that is not closed",
      "causes: [options-not-routed]",
      "causes: [options-not-routed",
      13,
      "The YAML does not parse: ",
      "Indent",
    ],
    [
      "a field that is there twice",
      "category: basics",
      "category: basics\ncategory: basics",
      7,
      'The field "category" is there twice.',
      "Remove one of the two.",
    ],
    ["a tab", "  - 一つ目", "\t- 一つ目", 9, "the line is indented by a tab", "Indent by spaces"],
  ])("%s is one mistake", (_what, from, to, line, message, hint) => {
    const edit = (text: string) =>
      text.replace("title: テスト記事：日本語だけ", "title: テスト：です").replace(from, to);
    expect(content.problemsWith({ [alone]: edit })).toEqual([problem(alone, line, message, hint)]);
  });
});

describe("what is no fault", () => {
  const guides = [source, translation, "guides/fixture-whole/en.mdx", alone];
  test.each([
    ["line ends of Windows", (text: string) => text.replaceAll("\n", "\r\n")],
    ["a byte order mark", (text: string) => `\uFEFF${text}`],
  ])("%s", (_what, edit) => {
    expect(content.problemsWith(Object.fromEntries(guides.map((guide) => [guide, edit])))).toEqual([]);
  });

  test("quoted dates", () => {
    expect(content.problemsWith({ [source]: replacing("published: 2026-11-01", 'published: "2026-11-01"') })).toEqual(
      [],
    );
  });

  test("hidden files, such as the Finder's", () => {
    expect(content.problemsWith({ "guides/fixture-whole/.DS_Store": "x", "guides/.DS_Store": "x" })).toEqual([]);
  });

  test("a guide without components, in Markdown", () => {
    const text =
      "---\ntitle: A\ndescription: B\npublished: 2026-11-01\ntags: [preflight]\ncategory: basics\ndraft: false\ntldr: [a, b]\nsource: en\ncauses: [options-not-routed]\nrecipes: []\nrelated: []\n---\n\nText.\n";
    expect(content.problemsWith({ "guides/plain/en.md": text })).toEqual([]);
  });
});

test("every problem is told at once", () => {
  const found = content.problemsWith({
    [source]: (text) => without("title")(text).replace("draft: false", "draft: maybe"),
    [alone]: replacing("source: ja", "source: en"),
  });
  expect(found.map(({ file, line }) => `${file}:${line}`)).toEqual([
    `content/${alone}:11`,
    `content/${source}:1`,
    `content/${source}:7`,
  ]);
});
