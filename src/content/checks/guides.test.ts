import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ContentCopy, type Edit, inEachLanguage, problem, replacing } from "../../../tests/support/contentCopy.ts";
import { languages } from "../../site.config.ts";

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

describe("a guide that was called otherwise before", () => {
  const line = 17;
  const named = (names: string) =>
    replacing("related: [fixture-only-ja]", `related: [fixture-only-ja]\nmovedFrom: ${names}`);
  const everywhere = (names: string) => inEachLanguage(source, named(names));

  test("is sound", () => {
    expect(content.problemsWith(everywhere("[fixture-first, fixture-second]"))).toEqual([]);
  });

  test.each([
    [
      "what is another guide now",
      "[fixture-only-ja]",
      '"movedFrom" names "fixture-only-ja", which is a guide of its own: content/guides/fixture-only-ja.',
      "Remove that name",
    ],
    [
      "its own name",
      "[fixture-whole]",
      '"movedFrom" names "fixture-whole", which is what the guide is called now.',
      "Remove that name",
    ],
    [
      "a name twice",
      "[fixture-first, fixture-first]",
      `"movedFrom" names "fixture-first", which content/${source}:${line} names, too.`,
      "Leave it with the guide that its readers look for",
    ],
    ["no name", "[An Old Name]", '"movedFrom.0" is "An Old Name": must be lower-case words joined by hyphens', ""],
  ])("names %s", (_what, names, message, hint) => {
    expect(content.problemsWith(everywhere(names))).toContainEqual(problem(source, line, message, hint));
  });

  test("names what another names, too", () => {
    const other = replacing("related: [fixture-whole]", "related: [fixture-whole]\nmovedFrom: [fixture-second]");
    expect(content.problemsWith({ ...everywhere("[fixture-second]"), [alone]: other })).toEqual([
      problem(
        source,
        line,
        `"movedFrom" names "fixture-second", which content/${alone}:15 names, too.`,
        "Leave it with the guide that its readers look for",
      ),
    ]);
  });

  test("is called the same in all languages", () => {
    const edits = { ...everywhere("[fixture-first]"), [translation]: named("[fixture-second]") };
    expect(content.problemsWith(edits)).toEqual([
      problem(
        translation,
        17,
        '"movedFrom" is [fixture-second] here, and [fixture-first] in',
        "Write the same in each of its languages.",
      ),
    ]);
  });

  test("is linked to by its name of today", () => {
    const linking = (text: string) => `${text}\n[before](guide:fixture-second)\n`;
    expect(content.problemsWith({ ...everywhere("[fixture-second]"), [alone]: linking })).toEqual([
      problem(
        alone,
        expect.any(Number),
        'The link "guide:fixture-second" leads to where a guide was before.',
        "Write guide:fixture-whole.",
      ),
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
    const hint = "Name the same language in each of the guide's files";
    // A translation that calls itself the source; the source that calls a translation so.
    expect(content.problemsWith({ [translation]: replacing("source: zh-TW", "source: ja") })).toEqual([
      problem(translation, 12, `"source" is ja here, and zh-TW in content/${source}.`, hint),
    ]);
    const english = "guides/fixture-whole/en.mdx";
    expect(content.problemsWith({ [source]: replacing("source: zh-TW", "source: ja") })).toEqual([
      problem(source, 12, `"source" is ja here, and zh-TW in content/${english}.`, hint),
    ]);
    // Of two, neither is more: the one that is its own source is taken at its word.
    const two = { [english]: null, "guides/fixture-whole/.made-from/en.mdx": null };
    expect(content.problemsWith({ ...two, [source]: replacing("source: zh-TW", "source: ja") })).toEqual([
      problem(source, 12, `"source" is ja here, and zh-TW in content/${translation}.`, hint),
    ]);
  });
});

describe("what a translation was made from", () => {
  const stamp = (language: string, ending = "mdx") => `guides/fixture-whole/.made-from/${language}.${ending}`;

  test.each(["en", "ja"])("is not recorded: %s", (language) => {
    const found = problem(
      `guides/fixture-whole/${language}.mdx`,
      1,
      `It is not recorded what the ${language} text of guide:fixture-whole was made from.`,
      `npm run guide -- sync guide:fixture-whole --lang ${language} --all`,
    );
    expect(content.problemsWith({ [stamp(language)]: null })).toEqual([{ ...found, isUnfinished: true }]);
  });

  test("is recorded of the source, which is no translation", () => {
    expect(content.problemsWith({ [stamp("zh-TW")]: "---\ntitle: A\n---\n" })).toEqual([
      problem(stamp("zh-TW"), 1, "there is no such translation", "Remove it"),
    ]);
  });

  test("is the source as it was before: no mistake, and told by status and on the page", () => {
    expect(content.problemsWith({ [source]: replacing("開頭的段落。", "開頭的段落，多了一句。") })).toEqual([]);
  });
});

test.each(["zh-TW", "ja", "en"])("a title that another guide has, too: %s", (language) => {
  const title = "The same title";
  const file = `guides/fixture-whole/${language}.mdx`;
  const entitled = (text: string) => text.replace(/^title: .*/m, `title: ${title}`);
  const other = `---\ntitle: ${title}\ndescription: B\npublished: 2026-11-01\ntags: [preflight]\ncategory: basics\ndraft: false\ntldr: [a, b]\nsource: ${language}\ncauses: [options-not-routed]\nrecipes: []\nrelated: []\n---\n`;
  expect(content.problemsWith({ [file]: entitled, [`guides/entitled/${language}.mdx`]: other })).toEqual([
    problem(file, 2, `The title "${title}" is that of content/guides/entitled/${language}.mdx, too.`, "Say in one"),
  ]);
});

describe("a text that cannot be read is told, and not what leads to it:", () => {
  const linking = (text: string) => `${text}\n[文](guide:fixture-whole#second)\n`;
  test.each<[what: string, edit: Edit, line: number, message: string]>([
    ["it is empty", "", 1, "The file has no frontmatter."],
    ["it has no frontmatter", "## A {#a}\n", 1, "The file has no frontmatter."],
    ["its frontmatter is not closed", (text) => text.replace("\n---\n", "\n"), 1, "is not closed"],
    ["it is Shift_JIS", Buffer.from("---\ntitle: \x83v\x83\x8a\x83t\n---\n", "latin1"), 2, "The file is not UTF-8"],
    ["it is UTF-16", Buffer.from("\uFEFF---\ntitle: A\n---\n", "utf16le"), 1, "The file is not UTF-8"],
  ])("%s", (_what, edit, line, message) => {
    expect(content.problemsWith({ [translation]: edit, [alone]: linking })).toEqual([
      problem(translation, line, message, ""),
    ]);
  });

  test("it is a draft in one language only", () => {
    const found = content.problemsWith({ [source]: replacing("draft: false", "draft: true"), [alone]: linking });
    expect(found).toEqual(
      ["en", "ja"].map((language) =>
        problem(`guides/fixture-whole/${language}.mdx`, 8, '"draft" is false here, and true in', "Write the same"),
      ),
    );
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
    expect(content.problemsWith({ [picture]: "\x89PNG", [alone]: shown })).toEqual([
      problem(alone, 33, '"./shot.png" cannot be read as a picture.', "Save it as PNG"),
    ]);
    expect(content.problemsWith({ [picture]: Buffer.from("\x89PNG", "latin1"), [alone]: shown })).toEqual([]);
  });

  test.each([
    ["images/shot.png", "A guide's folder has no folders in it", "guides/fixture-only-ja/images", "beside the text"],
    ["part/en.mdx", "A guide's folder has no folders in it", "guides/fixture-only-ja/part", "remove it otherwise"],
  ])("a folder in a guide's folder: %s", (path, message, file, hint) => {
    expect(content.problemsWith({ [`guides/fixture-only-ja/${path}`]: "x" })).toEqual([
      problem(file, 1, message, hint),
    ]);
  });

  test("a folder of pictures beside the guides", () => {
    const found = content.problemsWith({ "guides/images/shot.png": "x" });
    expect(found).toEqual([
      problem("guides/images", 1, "The guide's folder has no guide in it.", "remove the folder"),
      problem("guides/images/shot.png", 1, 'No text shows the picture "shot.png".', "![What it shows](./shot.png)"),
    ]);
  });

  test("a language may have a picture of its own, by the same name", () => {
    const picture = "<svg viewBox='0 0 4 3'/>";
    const folder = "guides/fixture-whole";
    const showing = (language: string) => (text: string) => `${text}\n![${language}](./shot.${language}.svg)\n`;
    const edits: Record<string, Edit> = Object.fromEntries(
      languages.flatMap((language) => [
        [`${folder}/shot.${language}.svg`, picture],
        [`${folder}/${language}.mdx`, showing(language)],
      ]),
    );
    expect(content.problemsWith(edits)).toEqual([]);
    const misnamed = Object.entries(edits).map(([path, edit]) => [path.replace("shot.ja", "photo.ja"), edit] as const);
    const found = content.problemsWith(Object.fromEntries(misnamed));
    expect(found.map(({ file, message }) => [file, message])).toEqual([
      ["content/guides/fixture-whole/ja.mdx", 'The picture "./shot.ja.svg" is not there.'],
      ["content/guides/fixture-whole/photo.ja.svg", 'No text shows the picture "photo.ja.svg".'],
    ]);
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

  test("two files for one language, of which nothing else is told until one is chosen", () => {
    expect(content.problemsWith({ "guides/fixture-only-ja/ja.md": "---\ntitle: A\n---\n" })).toEqual([
      problem(
        alone.replace(".mdx", ".md"),
        1,
        'The guide has two files for ja: "ja.md" and "ja.mdx".',
        "Keep one of them.",
      ),
    ]);
    // What leads to a heading of it is not told either.
    expect(content.problemsWith({ "guides/fixture-whole/zh-TW.md": "---\ntitle: A\n---\n" })).toEqual([
      problem(
        source.replace(".mdx", ".md"),
        1,
        'The guide has two files for zh-TW: "zh-TW.md" and "zh-TW.mdx".',
        "Keep one of them.",
      ),
    ]);
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
      "  - 1つ目",
      "  - `OPTIONS`は",
      9,
      "The YAML does not parse: ",
      "Quote a value that starts with a backtick",
    ],
    [
      "an asterisk at a value's start",
      "  - 1つ目",
      "  - **太字**",
      9,
      "The YAML does not parse: ",
      "Quote a value that starts with *",
    ],
    [
      "a list that is not closed",
      "causes: [options-not-routed]",
      "causes: [options-not-routed",
      12,
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
    ["a tab", "  - 1つ目", "\t- 1つ目", 9, "the line is indented by a tab", "Indent by spaces"],
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

  test("a component whose text stands between no empty lines", () => {
    const edit = (text: string) => `${text}\n<Note>\n1、2、3。\n</Note>\n`;
    expect(content.problemsWith(inEachLanguage(source, edit))).toEqual([]);
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
