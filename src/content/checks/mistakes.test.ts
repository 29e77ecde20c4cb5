import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ContentCopy, type Edit } from "../../../tests/support/contentCopy.ts";
import type { Problem } from "../../problems.ts";

/**
 * What authors get wrong, each mistake in a guide of its own: all of them are told in one run, one problem each, at the
 * line of the mistake.
 */

const frontmatter = (title: string, more: string) => `---
title: ${title}
description: What it is about.
published: 2026-11-01
updated: 2026-11-02
tags: [preflight, options]
category: basics
draft: false
tldr:
  - One
  - Two
source: en
causes: [options-not-routed]
recipes: [express]
related: [fixture-whole]
${more}---
`;
const english = `
The first paragraph, with a [link](guide:fixture-whole#first).

## First {#first}

A paragraph of words.

<Exchange cause="options-not-routed" />

\`\`\`sh
curl -i https://api.example.com/
\`\`\`

### Part {#part}

Words of the part.

## Second {#second}

![A picture of what it is about](/picture.svg)

The end.
`;
const chinese = `
第一段，有一個[連結](guide:fixture-whole#first)。

## 第一節 {#first}

一段文字。

<Exchange cause="options-not-routed" />

\`\`\`sh
curl -i https://api.example.com/
\`\`\`

### 小節 {#part}

小節的文字。

## 第二節 {#second}

![它的圖片](/picture.svg)

結尾。
`;

const japanese = `
最初の段落に[リンク](guide:fixture-whole#first)があります。

## 1つ目 {#first}

段落の文です。

<Exchange cause="options-not-routed" />

\`\`\`sh
curl -i https://api.example.com/
\`\`\`

### 小節 {#part}

小節の文です。

## 2つ目 {#second}

![その図](/picture.svg)

終わりです。
`;
/** What each translation has in the place of the source's description, and its body. */
const translations = {
  "zh-TW.mdx": { title: "錯誤", description: "這一頁在說什麼。", body: chinese },
  "ja.mdx": { title: "誤り", description: "このページの内容です。", body: japanese },
};
const isTranslation = (file: Mistake["file"]) => file in translations;

interface Mistake {
  file: "en.mdx" | "zh-TW.mdx" | "ja.mdx" | "en.md";
  from: string;
  to: string;
  message: string;
  hint: string;
  /** The line, where it is not the first that was changed. */
  line?: number;
}

const mistakes: Mistake[] = [];

const diagram = (source: string, meta = "") => `\`\`\`mermaid title="A" ${meta}\n${source}\n\`\`\`\n\nA paragraph`;

/** Rows of a table: what is replaced by what, what is said of it, and what to do. */
function add(file: Mistake["file"], rows: readonly [string, string, string, string, number?][]): void {
  for (const [from, to, message, hint, line] of rows)
    mistakes.push({ file, from, to, message, hint, ...(line ? { line } : {}) });
}

// The frontmatter.
add("en.mdx", [
  ["category: basics\n", "", 'The field "category" is missing.', 'Add "category:"', 1],
  ["tags:", "author: Mei\ntags:", 'no field "author"', "mend its spelling"],
  ["published:", "publised:", 'no field "publised"', 'Did you mean "published"?'],
  ["updated:", "update:", 'no field "update"', 'Did you mean "updated"?'],
  ["related:", "madeFrom: 0123abcd\nrelated:", 'no field "madeFrom"', "Remove it"],
  ["2026-11-01", "1.11.2026", '"published" is "1.11.2026": must be a date', "Change the value"],
  ["2026-11-01", "2026-02-30", '"published" is "2026-02-30": must be a date', "Change the value"],
  ["2026-11-02", "2026-10-02", '"updated" (2026-10-02) is before "published"', "Mend the one"],
  ["2026-11-02", "2099-01-01", '"updated" is 2099-01-01, which is yet to come', "the day on which"],
  [
    "published: 2026-11-01\nupdated: 2026-11-02",
    "published: 2099-01-01",
    '"published" is 2099-01-01, which is yet to come',
    "draft",
  ],
  ["description: W", "description: Fetch: w", "does not parse", "Quote a value that holds a colon"],
  ["  - One", "\t- One", "indented by a tab", "Indent by spaces"],
  ["category: basics", "category: basics\ncategory: basics", '"category" is there twice', "Remove one"],
  ["  - One", "  - `OPTIONS` first", "does not parse", "starts with a backtick"],
  ["  - One", "  - **One**", "does not parse", "starts with * or &"],
  ["  - One", '  - "One', "does not parse", "Close the quotation mark"],
  ["tags: [preflight, options]", "tags: preflight", '"tags" is "preflight": must be a list', "Change the value"],
  ["draft: false", "draft: no", '"draft" is "no": must be true or false', "Change the value"],
  ["draft: false", "draft: 0", '"draft" is 0: must be true or false', "Change the value"],
  ["tldr:\n  - One\n  - Two", "tldr: []", "has 0 entries, and must have at least 2", "Change the value"],
  ["  - Two\n", "", "has 1 entries, and must have at least 2", "Change the value", 9],
  ["What it is about.", "W".repeat(300), "has 300 characters, and may have at most 240", "Change the value"],
  ["What it is about.", '" "', "must not be empty", "Change the value"],
  ["[preflight, options]", "[preflight, option]", '"tags" names "option"', 'Did you mean "options"?'],
  ["[preflight, options]", "[preflight, preflight]", '"tags" names "preflight" twice', "Remove one"],
  ["[preflight, options]", "[Preflight, options]", '"tags.0" is "Preflight": must be lower-case', "Change the value"],
  ["category: basics", "category: basic", '"category" names "basic"', 'Did you mean "basics"?'],
  [
    "[options-not-routed]",
    "[options-not-rooted]",
    '"causes" names "options-not-rooted"',
    'Did you mean "options-not-routed"?',
  ],
  ["recipes: [express]", "recipes: [expres]", '"recipes" names "expres"', 'Did you mean "express"?'],
  ["[fixture-whole]", "[fixture-hole]", '"related" names "fixture-hole"', 'Did you mean "fixture-whole"?'],
  ["related: [fixture-whole]", "related: [fixture-draft]", "which is a draft", "Publish that guide"],
  ["draft: false", "draft: false\nimage: /cards/none.png", '"image" names "/cards/none.png"', "public/cards/none.png"],
  ["draft: false", "draft: false\nimage: cards/none.png", "must be a path below public/", "Change the value"],
  ["---\ntitle", "--- \ntitle", 'Spaces stand behind "---"', "Remove them"],
  ["[fixture-whole]\n---\n", "[fixture-whole]\n", "is not closed", "Write a line ---", 1],
  ["[fixture-whole]\n---\n", "[fixture-whole]\n--- \n", 'Spaces stand behind "---"', "Remove them"],
  ["---\ntitle", "\n---\ntitle", "Something stands before the frontmatter", "Start the file"],
  ["  - One", "  - See [it](guide:fixture-whole)", "is shown as it is", "in plain words"],
  ["  - One", "  - The `OPTIONS", "does not close it", "on both sides"],
  ["description: What", "description: TODO <b>what</b>", '"<b>" is shown as it is', "in plain words"],
  ["What it is about.", "It is about \uFFFF.", "is not UTF-8", "Save it in the encoding UTF-8"],
]);

// Tags, braces and components.
add("en.mdx", [
  ["A paragraph", "<Tip>\n\nA\n\n</Tip>\n\nA paragraph", "no component <Tip>", "Use one of Checker"],
  [
    "A paragraph",
    '<Excange cause="options-not-routed" />\n\nA paragraph',
    "no component <Excange>",
    'Did you mean "Exchange"?',
  ],
  ["of words", "of {id} words", "{id} is JavaScript", "\\{ and \\}"],
  ["of words", "of {words", "The MDX does not parse", "Close each tag and each brace"],
  ["A paragraph", "<Note>\n\nA paragraph", "Expected a closing tag for `<Note>`", "Write </Note>"],
  ["of words", "of<br>words", "Expected a closing tag for `<br>`", "Write <br />"],
  ["A paragraph", "<!-- later -->\n\nA paragraph", "The MDX does not parse", "{/* text */}"],
  ["A paragraph", "<Messages />\n\nA paragraph", '<Messages> has no "cause"', '<Messages cause="…">'],
  [
    "A paragraph",
    '<Messages couse="null-origin" />\n\nA paragraph',
    '<Messages> takes no "couse"',
    'Did you mean "cause"?',
  ],
  ["A paragraph", '<Checker preset="axios" />\n\nA paragraph', "there is no such preset", "axios-put"],
  [
    "A paragraph",
    '<Messages cause="nul-origin" />\n\nA paragraph',
    "there is no such cause",
    'Did you mean "null-origin"?',
  ],
  ["A paragraph", "<Messages cause={id} />\n\nA paragraph", "has no text as its value", "between quotes"],
  [
    "A paragraph",
    '<Stacks>\n\n<Stack recipe="expres">\n\nA\n\n</Stack>\n\n</Stacks>\n\nA paragraph',
    "there is no such recipe",
    'Did you mean "express"?',
    24,
  ],
  ["A paragraph", 'import X from "./x.js";\n\nA paragraph', "is JavaScript in an .mdx file", "without an import"],
  ["A paragraph", "<note>\n\nA\n\n</note>\n\nA paragraph", "<note> is not to be written", 'Did you mean "Note"?'],
  ["A paragraph", "<script>alert(1)</script>\n\nA paragraph", "<script> is not to be written", "runs no script"],
  [
    "A paragraph",
    '<iframe src="https://a.example/"></iframe>\n\nA paragraph',
    "<iframe> is not to be written",
    "link to the page",
  ],
  ["A paragraph", "<style>p</style>\n\nA paragraph", "<style> is not to be written", "src/styles/"],
  [
    "A paragraph",
    '<img src="/picture.svg" alt="A" />\n\nA paragraph',
    "<img> is not to be written",
    "![What it shows]",
  ],
  ["of words", 'of <span style="color: red">words</span>', '<span> has "style"', "src/styles/"],
  ["of words", 'of <span onclick="x()">words</span>', '<span> has "onclick"', "a component"],
]);

// Links, pictures and code.
add("en.mdx", [
  [
    "of words",
    "of [words](guide:fixture-hole)",
    "leads to a guide that does not exist",
    'Did you mean "fixture-whole"?',
  ],
  ["of words", "of [words](cause:nul-origin)", "leads to a cause that does not exist", 'Did you mean "null-origin"?'],
  ["of words", "of [words](recipe:expres)", "leads to a recipe that does not exist", 'Did you mean "express"?'],
  ["of words", "of [words](term:orgin)", "leads to a term that does not exist", 'Did you mean "origin"?'],
  ["of words", "of [words](page:glosary)", "leads to a page that does not exist", 'Did you mean "glossary"?'],
  [
    "of words",
    "of [words](guide:fixture-whole#frist)",
    "leads to a heading that is not there",
    'Did you mean "first"?',
  ],
  ["of words", "of [words](cause:null-origin#fixes)", "leads to a heading that is not there", 'Did you mean "fix"?'],
  ["of words", "of [words](#secnd)", "leads to a heading that is not there", 'Did you mean "second"?'],
  ["of words", "of [words](guide:fixture-draft)", "leads to a draft", "Publish that guide"],
  [
    "of words",
    "of [words](../fixture-whole/)",
    "is neither a full URL nor one of our kinds",
    'Did you mean "guide:fixture-whole"?',
  ],
  [
    "of words",
    "of [words](/en/glossary/)",
    "is neither a full URL nor one of our kinds",
    'Did you mean "page:glossary"?',
  ],
  ["of words", "of [words](www.example.com)", "is neither a full URL nor one of our kinds", "https://"],
  ["of words", "of [words](http://www.example.com/)", "is not encrypted", "https://"],
  ["of words", "of [words]()", "leads nowhere", "between the parentheses"],
  ["of words", "of [words](term:origin#x)", "has a fragment, and a term has none", "term:origin"],
  ["of words", "of [words][1]\n\n[1]: guide:fixture-hole", "leads to a guide that does not exist", "Did you mean", 24],
  ["of words", "of [words][nowhere]", "is no link: what it refers to is missing", "[words](https://…)"],
  ["of words", "of [words] (https://a.example/)", "The link is not read as one", "without a space"],
  ["of words", "of [words](https://a.example/a b)", "The link is not read as one", "%20"],
  ["of words", "of ![A](./none.png)", 'The picture "./none.png" is not there', "guides/"],
  ["of words", "of ![A](/none.png)", 'The picture "/none.png" is not there', "public/none.png"],
  ["of words", "of ![](/picture.svg)", "does not say what it shows", "between the brackets"],
  ["of words", "of ![picture.svg](/picture.svg)", "does not say what it shows", "between the brackets"],
  ["of words", "of ![picture](/picture.svg)", "does not say what it shows", "between the brackets"],
  ["of words", "of ![A](/Picture.svg)", 'The picture "/Picture.svg" is not there', 'Did you mean "picture.svg"?'],
  ["of words", "of ![A](./en.mdx)", '"./en.mdx" cannot be read as a picture', "Save it as PNG"],
  ["of words", "of ![A][shot]\n\n[shot]: /picture.svg\n\nA", 'The picture is named by "shot"', "![What it shows]", 22],
  ["of words", "of ![A](https://a.example/a.png)", "is another site's", "beside the text"],
  ["of words", "of ![A](50%.png)", "cannot be read", "%25"],
  [
    "A paragraph",
    '```js recipe="express/server.js#corse"\n```\n\nA paragraph',
    'has no region "corse"',
    "Name a file and a region",
  ],
  [
    "A paragraph",
    '```js recipe="express/app.js#cors"\n```\n\nA paragraph',
    'no recipe file "express/app.js"',
    "Name a file and a region",
  ],
  [
    "A paragraph",
    '```js recipe="express/server.js#cors"\nx\n```\n\nA paragraph',
    "has text of its own",
    "Leave it empty",
  ],
  ["A paragraph", "```js\napp.use(cors());\n```\n\nA paragraph", "looks like a server's", "content/recipes/"],
  [
    "A paragraph",
    '```js\nhttp.HandleFunc("/", handle)\n```\n\nA paragraph',
    "looks like a server's",
    "content/recipes/",
  ],
  ["A paragraph", "```jss\nlet a;\n```\n\nA paragraph", 'language "jss" is unknown', "Name one that Shiki colours"],
  [
    "A paragraph",
    "```text\n$ curl -i https://a.example/\n```\n\nA paragraph",
    "does not say for which shell",
    "```sh",
    23,
  ],
  [
    "A paragraph",
    "```sh\n# first\ncurl -i https://a.example/\n```\n\nA paragraph",
    "The command has a comment",
    "beside the block",
    23,
  ],
]);

// Headings and marks.
add("en.mdx", [
  ["## Second {#second}", "## Second", 'The heading "Second" has no pinned id', "{#short-id}"],
  ["## Second {#second}", "Second\n------", 'The heading "Second" has no pinned id', "{#short-id}"],
  ["{#second}", "{#first}", 'The id "first" is used by two headings', "another id"],
  ["{#second}", "{#Second}", 'The id "Second" is not lower-case', "{#short-id}"],
  ["{#second}", "{#contents}", 'The id "contents" is the page\'s own', "Choose another"],
  ["### Part", "#### Part", "is of rank 4 and stands below one of rank 2", "Write it with ###"],
  ["## First", "# First", "is of the first rank", "Begin with ##"],
  ["of words", "of **words", "** is opened here and not closed", "Close it"],
  ["of words", "of ** words ** and", "stand apart from their words", "no space between"],
  ["A paragraph", ":::notes\nA\n:::\n\nA paragraph", '":::notes" is no aside that there is', 'Did you mean "note"?'],
  ["A paragraph", "::: tip Title\nA\n:::\n\nA paragraph", '"::: tip Title" is no mark here', "Write :::tip[Title]"],
  ["A paragraph", ":::note\nA\n\nA paragraph", '":::note" is not closed', "on a line of its own"],
  ["A paragraph", "> [!NOTES]\n> A\n\nA paragraph", '"[!NOTES]" is no mark here', "[!NOTE]"],
  ["of words", "of $\\frac{a$", 'The formula "\\frac{a" cannot be drawn', "Mend its TeX"],
  ["A paragraph", diagram("flowchart LR\nA[x --> B"), 'cannot be read here: "A[x --> B"', "quotation marks", 24],
  ["A paragraph", diagram("%% note\nflowchart LR\nA -->"), 'cannot be read here: "A -->"', "as Mermaid writes", 25],
  ["A paragraph", diagram("flowchrt LR\nA --> B"), '"flowchrt LR", which is no kind', "flowchart, seq", 23],
  ["A paragraph", diagram('pie\n"A": 1'), 'of the kind "pie" is not drawn', "flowchart, sequenceDiagram", 23],
  ["A paragraph", diagram("flowchart LR\nA --> B\nstyle A fill:#f00"), "A style is not drawn", "Remove it", 25],
  ["A paragraph", diagram('flowchart LR\nA --> B\nclick A "x"'), "A link is not drawn", "into the text", 25],
  ["A paragraph", diagram("flowchart LR"), "has nothing in it", "Write what it shows", 23],
  ["A paragraph", diagram(`sequenceDiagram\nA->>B: x\nNote over A,B: ${"字".repeat(40)}`), "is wider", "<br/>", 25],
  ["A paragraph", "```mermaid\nflowchart LR\nA --> B\n```\n\nA paragraph", "does not say what it shows", "accTitle"],
  ["A paragraph", diagram("flowchart LR\nA --> B", "{1}"), "marked or numbered in a diagram", "only its title"],
  ["A paragraph", "```text twoslash\nA\n```\n\nA paragraph", '"twoslash" behind the code block', "title="],
  ["A paragraph", "```text {3}\nA\n```\n\nA paragraph", "line 3 is marked, and it has 1", "Count its lines from 1"],
  [
    "A paragraph",
    "```js\nA // [!code plus]\n```\n\nA paragraph",
    '"[!code plus]" in the code block marks no line',
    "[!code ++]",
  ],
  ["of words", "of words[^1]", '"[^1]" is no mark here', "Write the note"],
  ["of words", "of TODO words", '"TODO" says that the text is not finished', "draft: true"],
  ["of words", `of ${"w".repeat(66_000)}`, "a word of 66001 characters", "a block of code"],
  ["A paragraph", "| A | B |\n|---|\n| 1 | 2 |\n\nA paragraph", "The table is not read as one", "as many cells", 23],
  ["A paragraph", "| | B |\n|---|---|\n| 1 | 2 |\n\nA paragraph", "Column 1 of the table has no name", "one word"],
]);

// What looks right where it is typed.
add("en.mdx", [
  ["of words", "of wo\u200brds", "A character that nobody sees, or that was lost, stands here (U+200B", "Delete it"],
  ["of words", "of wo\u202erds", "(U+202E", "Delete it"],
  ["of words", "of wo\u0008rds", "(U+0008", "Delete it"],
  ["of words", "of wo\ufffdrds", "(U+FFFD", "type again"],
  ["What it is", "What it \u2060is", "(U+2060", "Delete it"],
  ["of words", "of &nbps; words", '"&nbps;" is the name of no character', "Type the character itself"],
  [
    "A paragraph",
    "<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> other\n\nA paragraph",
    '"<<<<<<< HEAD" is a mark of a merge',
    "Choose what is to stay",
  ],
  ["of words", "of [](page:glossary) words", 'The link "page:glossary" has no words', "between the brackets"],
  ["of words", "of [words](guide:mistake-INDEX)", "leads to the page that it stands on", "#short-id"],
  ["A paragraph", "[^one]: A note.\n\nA paragraph", "Nothing in the text names [^one]", "Write [^one]"],
  ["A paragraph", "[one]: https://a.example/\n\nA paragraph", "Nothing in the text names [one]", "Write [one]"],
  [
    "A paragraph",
    "A[^one]\n\n[^one]: A note.\n\n[^one]: Another.\n\nA paragraph",
    "[^one] is there twice",
    "another name",
    26,
  ],
  [
    "The end.",
    "The end.\n\n```js\nfetch(url);",
    "The block of code is not closed",
    "Write ``` on a line of its own",
    40,
  ],
  ["A paragraph", "＃ Heading\n\nA paragraph", '"＃" at the start of a line is no mark', "in half width"],
  ["of words", "of [words]（page:glossary）", "its brackets are full-width", "half-width brackets"],
  [
    "A paragraph",
    '<Stack recipe="express">\n\nA\n\n</Stack>\n\nA paragraph',
    "<Stack> stands in no <Stacks>",
    "Put all",
  ],
  [
    "A paragraph",
    '<Stacks>\n<Stack recipe="express">\n\nA\n\n</Stack>\n<Stack recipe="express">\n\nA\n\n</Stack>\n</Stacks>\n\nA paragraph',
    '<Stacks> has two tabs for "express"',
    "another recipe",
  ],
  ["A paragraph", "<Stacks>\n\nA\n\n</Stacks>\n\nA paragraph", "holds something that is no <Stack>", "outside"],
  ["A paragraph", "<Note>\n</Note>\n\nA paragraph", "<Note> holds nothing", "</Note>"],
  [
    "A paragraph",
    '<Correction claim="">\n\nA\n\n</Correction>\n\nA paragraph',
    '<Correction claim=""> says nothing',
    "between the quotes",
  ],
  [
    "A paragraph",
    "| A | B |\n|---|---|\n| 1 | 2 | 3 |\n\nA paragraph",
    "The row has 3 cells, and the table 2",
    "\\|",
    24,
  ],
  ["A paragraph", "| A | B |\n|---|---|\n| `a|b` | 2 |\n\nA paragraph", "The row has 3 cells", "in `code`, too", 24],
  [
    "A paragraph",
    "| A | B |\n|---|---|\n| 1 |\n\nA paragraph",
    "The row has 1 cells, and the table 2",
    "for each column",
    24,
  ],
  ["What it is about.", "Mistake INDEX", "The description is the title once more", "in a sentence"],
  ["  - Two", "  - One", '"tldr" says "One" twice', "Remove one"],
]);

// Files that end in .md.
add("en.md", [
  ["A paragraph", '<Messages cause="null-origin" />\n\nA paragraph', "<Messages> is a component", "end in .mdx"],
  ["of words", "of <script>words</script>", "<script> is not to be written", "runs no script"],
  ["of words", "of <blink>words</blink>", "<blink> is not to be written", "`code`"],
]);

// A translation beside its source.
add("zh-TW.mdx", [
  [
    "### 小節 {#part}\n\n小節的文字。\n\n",
    "",
    "The heading {#part} of the source (FOLDER/en.mdx:30) is missing",
    'Translate "Part"',
    20,
  ],
  [
    "## 第二節",
    "## 多的一節 {#more}\n\n字。\n\n## 第二節",
    "The heading {#more} is not in the source",
    "in the source first",
  ],
  ["{#part}", "{#piece}", "has the id {#piece}, and the source's has {#part} (FOLDER/en.mdx:30)", "Write {#part}"],
  ["### 小節", "## 小節", "is of rank 2, and the source's of rank 3 (FOLDER/en.mdx:30)", "Write it with ###"],
  [
    "curl -i https",
    "curl -v https",
    "The code block ```sh in {#first} is not as the source's (FOLDER/en.mdx:26)",
    "Copy it from there",
    26,
  ],
  [
    "```sh\ncurl -i https://api.example.com/\n```\n\n",
    "",
    "The source's code block ```sh in {#first} is missing (FOLDER/en.mdx:26)",
    "Copy it",
    20,
  ],
  [
    '<Exchange cause="options-not-routed" />',
    '<Exchange cause="null-origin" />',
    'is not as the source\'s, <Exchange cause="options-not-routed"> (FOLDER/en.mdx:24)',
    "Copy it",
  ],
  [
    '<Exchange cause="options-not-routed" />\n\n',
    "",
    'component <Exchange cause="options-not-routed"> in {#first} is missing',
    "Copy it",
    20,
  ],
  [
    "(guide:fixture-whole#first)",
    "(guide:fixture-only-ja)",
    "is not as the source's, guide:fixture-whole#first",
    "Copy it",
  ],
  [
    "一段文字",
    "一段[文字](page:glossary)",
    "The link page:glossary in {#first} is not in the source",
    "Add it there first",
  ],
  [
    "![它的圖片](/picture.svg)",
    '![它的圖片](/picture.svg "圖說")',
    "The picture /picture.svg with a caption in {#second} is not as the source's, /picture.svg (FOLDER/en.mdx:36)",
    "a language's own file is called shot.ja.png",
  ],
  [
    "![它的圖片]",
    "![A picture of what it is about]",
    'The picture\'s words are not translated: "A picture of what it is about" (FOLDER/en.mdx:36)',
    "Translate what stands in the brackets",
  ],
  ["![它的圖片]", "![它的图片]", '"图" is simplified', 'Write "圖"'],
  ["![它的圖片](/picture.svg)\n\n", "", "The source's picture /picture.svg in {#second} is missing", "Copy it", 34],
  [
    "[preflight, options]",
    "[preflight]",
    '"tags" is [preflight] here, and [preflight, options] in FOLDER/en.mdx:6',
    "Write the same",
  ],
  ["causes: [options-not-routed]", "causes: [null-origin]", '"causes" is [null-origin] here', "Write the same"],
  ["recipes: [express]", "recipes: []", '"recipes" is [] here', "Write the same"],
  ["related: [fixture-whole]", "related: [fixture-only-ja]", '"related" is [fixture-only-ja] here', "Write the same"],
  ["2026-11-01", "2026-11-02", '"published" is 2026-11-02 here', "Write the same"],
  ["updated: 2026-11-02\n", "", '"updated" is missing here, and 2026-11-02', "Write the same", 1],
  ["category: basics", "category: basics-two", '"category" names "basics-two"', "Did you mean"],
  ["一段文字", "一段預先檢查的文字", '"預先檢查" is not used on this site', 'Write "預檢請求"'],
  ["一段文字", "一段服务器的文字", '"务" is simplified', 'Write "務"'],
  ["一段文字", "一段默認的文字", '"默認" is not said so in Taiwan', 'Write "預設"'],
  ["一段文字", "一段文字,還有", "is half-width beside Chinese", "full-width"],
  ["一段文字", "一段 CORS文字", "no space between Chinese", "Put a space"],
  ["一段文字", "一段 `GET`文字", "no space between Chinese", "Put a space"],
  ["一段文字。", "一段文字。 還有。", "a space beside a full-width mark", "Remove the space"],
  ["一段文字", "一段“文字”", "is a quotation mark of other languages", "「…」"],
  ["一段文字", "一段臺灣的文字", '"臺" (', "Write 台"],
]);
add("zh-TW.mdx", [
  [
    "有一個[連結](guide:fixture-whole#first)",
    "有一個連結",
    "The source's link guide:fixture-whole#first before the first heading is missing",
    "Copy it",
    17,
  ],
  ["draft: false", "draft: true", '"draft" is true here, and false in FOLDER/en.mdx:8', "Write the same"],
  ["一段文字。", "A paragraph of words.", "The paragraph is not translated", "Translate it"],
  ["這一頁在說什麼。", "What it is about.", "One text in {#frontmatter} stand word for word", "Translate it", 1],
  ["## 第二節 {#second}\n\n", "", "The heading {#second} of the source (FOLDER/en.mdx:34) is missing", "Translate", 30],
  ["一段文字", "-項目", '"-" at the start of a line is no mark', "with a space behind"],
  ["一段文字", "一段\u200b文字", "(U+200B", "Delete it"],
]);
add("ja.mdx", [
  ["段落の文", "事前リクエストの文", '"事前リクエスト" is not used on this site', 'Write "プリフライトリクエスト"'],
  ["{#part}", "{#piece}", "has the id {#piece}, and the source's has {#part}", "Write {#part}"],
  [
    "curl -i https",
    "curl -v https",
    "The code block ```sh in {#first} is not as the source's",
    "Copy it from there",
    26,
  ],
  ["段落の文です。", "A paragraph of words.", "The paragraph is not translated", "Translate it"],
  ["[preflight, options]", "[preflight]", '"tags" is [preflight] here', "Write the same"],
  ["draft: false", "draft: no", '"draft" is "no": must be true or false', "Change the value"],
  ["段落の文", "<Tip>文</Tip>", "no component <Tip>", "Use one of Checker"],
  ["段落の文", "**段落の文", "** is opened here and not closed", "Close it"],
  ["段落の文", "[文](term:orgin)", "leads to a term that does not exist", 'Did you mean "origin"?'],
]);
add("en.mdx", [["of words", "of a pre-flight", '"pre-flight" is not used on this site', 'Write "preflight request"']]);

const rows = mistakes;
const folderOf = (index: number) => `guides/mistake-${index}`;

/** A sound translation of the guide; nothing where the file is to be no translation. */
function translationOf(file: Mistake["file"], index: number): string | undefined {
  if (file !== "zh-TW.mdx" && file !== "ja.mdx") return undefined;
  const { title, description, body } = translations[file];
  return frontmatter(`${title} ${index}`, "").replace("What it is about.", description) + body;
}

let content: ContentCopy;
let problems: Problem[];
const texts = new Map<Mistake, { before: string; after: string }>();

beforeAll(() => {
  content = new ContentCopy();
  const edits: Record<string, Edit> = {};
  rows.forEach((mistake, index) => {
    const title = `Mistake ${index}`;
    const source = frontmatter(title, "") + english;
    const isMdx = mistake.file !== "en.md";
    const plain = source.replace(/^<Exchange.*\n\n/m, "");
    const before = translationOf(mistake.file, index) ?? (isMdx ? source : plain);
    const after = before.replace(mistake.from, () => mistake.to.replace("INDEX", String(index)));
    if (after === before) throw new Error(`There is no ${JSON.stringify(mistake.from)} to replace.`);
    texts.set(mistake, { before, after });
    if (isTranslation(mistake.file)) {
      edits[`${folderOf(index)}/en.mdx`] = source;
      edits[`${folderOf(index)}/.made-from/${mistake.file}`] = source;
    }
    // The character that stands for a byte that no UTF-8 has.
    const bytes = Buffer.from(after);
    edits[`${folderOf(index)}/${mistake.file}`] = after.includes("\uFFFF")
      ? Buffer.from(bytes.toString("latin1").replace("\xef\xbf\xbf", "\xff"), "latin1")
      : after;
  });
  problems = content.problemsWith(edits);
});
afterAll(() => content.remove());

/** The first line that a mistake changed, 1-based. */
function changedLine({ before, after }: { before: string; after: string }): number {
  const lines = before.split("\n");
  return after.split("\n").findIndex((line, index) => line !== lines[index]) + 1;
}

describe("told in one run, at its line, with what to do:", () => {
  test.each(
    rows.map(
      (mistake, index) => [`${mistake.file}: ${mistake.to.slice(0, 60)} (${mistake.message})`, mistake, index] as const,
    ),
  )("%s", (_name, mistake, index) => {
    const folder = `content/${folderOf(index)}`;
    expect(problems.filter(({ file }) => file.startsWith(`${folder}/`))).toEqual([
      {
        file: `${folder}/${mistake.file}`,
        line: mistake.line ?? changedLine(texts.get(mistake) as { before: string; after: string }),
        message: expect.stringContaining(mistake.message.replace("FOLDER", folder)),
        hint: expect.stringContaining(mistake.hint),
      },
    ]);
  });

  test("and nothing else", () => {
    expect(problems).toHaveLength(rows.length);
  });
});

test("five mistakes in one text are told in one run, each at its line", () => {
  const five: [from: string, to: string, message: string][] = [
    ["category: basics", "category: basic", '"category" names "basic"'],
    [
      "with a [link](guide:fixture-whole#first)",
      "with a [link](guide:fixture-hole)",
      "leads to a guide that does not exist",
    ],
    ["## First {#first}", "## First", 'The heading "First" has no pinned id'],
    ["<Exchange cause", "<Excange cause", "no component <Excange>"],
    ["![A picture of what it is about]", "![]", "does not say what it shows"],
  ];
  const sound = frontmatter("Five mistakes", "") + english;
  const text = five.reduce((text, [from, to]) => text.replace(from, () => to), sound);
  const lines = text.split("\n");
  const found = content.problemsWith({ "guides/five-mistakes/en.mdx": text });
  expect(found.toSorted((a, b) => a.line - b.line)).toEqual(
    five.map(([, to, message]) => ({
      file: "content/guides/five-mistakes/en.mdx",
      line: lines.findIndex((line) => line.includes(to)) + 1,
      message: expect.stringContaining(message),
      hint: expect.stringMatching(/\w/),
    })),
  );
});
