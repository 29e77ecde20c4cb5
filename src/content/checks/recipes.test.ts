import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ContentCopy, inEachLanguage, problem, replacing } from "../../../tests/support/contentCopy.ts";

let content: ContentCopy;
beforeAll(() => {
  content = new ContentCopy();
});
afterAll(() => content.remove());

const yaml = "recipes/express/recipe.yaml";

test("the recipes are sound", () => {
  expect(content.problemsWith({})).toEqual([]);
});

test("a recipe without its metadata", () => {
  expect(content.problemsWith({ [yaml]: null })).toEqual([
    problem(yaml, 1, "The file is missing.", 'README.md, "Add a recipe"'),
  ]);
});

test("a recipe without words in a language", () => {
  expect(content.problemsWith({ "recipes/express/ja.md": null })).toEqual([
    problem("recipes/express/ja.md", 1, 'The recipe "express" has no words here', "like its neighbours"),
  ]);
});

test("words with other sections", () => {
  expect(content.problemsWith({ "recipes/express/en.md": replacing("{#trap}", "{#traps}") })).toEqual([
    problem(
      "recipes/express/en.md",
      lineIn("recipes/express/en.md", "{#trap}"),
      "{#what-it-does} {#traps} {#broken} {#check}",
      "{#what-it-does} {#trap} {#broken} {#check}",
    ),
  ]);
});

describe("metadata", () => {
  test.each([
    ["a field is missing", replacing("stack: Express 5\n", ""), 1, 'The field "stack" is missing.', 'Add "stack:"'],
    ["its kind is unknown", replacing("kind: server", "kind: client"), 4, '"kind" is "client": ', "Change the value"],
    [
      "whether it runs is no yes or no",
      replacing("runs: true", "runs: maybe"),
      5,
      '"runs" is "maybe": must be one of true, apart, false',
      "Change the value",
    ],
    ["whether it runs is not said", replacing("runs: true\n", ""), 1, 'The field "runs" is missing.', 'Add "runs:"'],
    [
      "a field is unknown",
      replacing("kind: server", "kind: server\nport: 8080"),
      5,
      'There is no field "port".',
      "Remove it",
    ],
    [
      "its documentation has no address",
      replacing("docs: [https://", "docs: ["),
      25,
      '"docs.0" is ',
      "Change the value",
    ],
    [
      "a line of the suite that there is not",
      replacing("  file: broken.js", "  file: broken.js\n  fails: [preflite]"),
      23,
      '"broken.fails.0" is "preflite": must be one of preflight,',
      'Did you mean "preflight"?',
    ],
    [
      "a language that nothing colours",
      replacing("language: js", "language: javascrip"),
      7,
      '"language" is "javascrip", which Shiki does not know.',
      'Did you mean "javascript"?',
    ],
    ["the YAML is broken", "name: [Express\n", 1, "The YAML does not parse: ", "Indent"],
    ["a list is not closed", replacing("name: Express", "name: [Express"), 1, "The YAML does not parse: ", "Indent"],
  ])("%s", (_what, edit, line, message, hint) => {
    expect(content.problemsWith({ [yaml]: edit })).toEqual([problem(yaml, line, message, hint)]);
  });

  test("it does not run and does not say why, or not in each language", () => {
    const s3 = "recipes/aws-s3/recipe.yaml";
    const without = (pattern: RegExp) => (text: string) => text.replace(pattern, "");
    expect(content.problemsWith({ [s3]: without(/^why:\n(?: {2}.*\n)+/m) })).toEqual([
      problem(s3, 1, 'The field "why" is missing.', 'Add "why:"'),
    ]);
    expect(content.problemsWith({ [s3]: without(/^ {2}zh-TW:.*\n/m) })).toEqual([
      problem(s3, 7, 'The field "why.zh-TW" is missing.', 'Add "why.zh-TW:"'),
    ]);
  });
});

describe("metadata that name what is not there", () => {
  test("a file", () => {
    expect(content.problemsWith({ [yaml]: replacing("main: server.js", "main: app.js") })).toEqual([
      problem(yaml, 6, 'no file "app.js"', "Add it"),
    ]);
  });

  test("the file of what people paste, and the packages that it is run with", () => {
    expect(content.problemsWith({ [yaml]: replacing("file: broken.js", "file: brocken.js") })).toEqual([
      problem(yaml, lineIn(yaml, "file: broken.js"), 'no file "brocken.js"', "Add it"),
    ]);
    expect(content.problemsWith({ "recipes/express/package.json": null })).toEqual([
      problem(yaml, lineIn(yaml, "needs: npm"), 'no file "package.json"', "Add it"),
    ]);
  });

  test("the region of what people paste", () => {
    expect(content.problemsWith({ "recipes/express/broken.js": replacing("#region broken", "#region other") })).toEqual(
      expect.arrayContaining([problem(yaml, expect.any(Number), 'no region "broken"', "#region broken")]),
    );
  });

  test("a cause", () => {
    expect(content.problemsWith({ [yaml]: replacing("auth-before-cors", "no-such-cause") })).toEqual([
      problem(yaml, expect.any(Number), '"prevents" names "no-such-cause"', "Mend its spelling"),
    ]);
  });
});

describe("slots", () => {
  /** The line on which a text stands in the recipe's metadata once they are edited. */
  const lineOf = (edit: (text: string) => string, part: string) => {
    const lines = edit(readFileSync(`content/${yaml}`, "utf8")).split("\n");
    return lines.findIndex((line) => line.includes(part)) + 1;
  };

  test("whose region is called otherwise", () => {
    const server = "recipes/express/server.js";
    const found = content.problemsWith({ [server]: replacing("#region cors", "#region corse") });
    expect(found).toContainEqual(problem(server, expect.any(Number), 'a region "corse"', "#region cors"));
  });

  test("that are not in the file", () => {
    const edit = replacing("'\"600\"'", "'\"700\"'");
    expect(content.problemsWith({ [yaml]: edit })).toEqual([
      problem(yaml, lineOf(edit, "700"), 'The slot for maxAge, ""700"", is not in the text.', "Mend the slot"),
    ]);
  });

  test("that write a value in another way than the file", () => {
    const edit = replacing("'\"600\"', as: js", "'\"600\"', as: php");
    expect(content.problemsWith({ [yaml]: edit })).toEqual([
      problem(yaml, lineOf(edit, "as: php"), "With the default values the recipe has the line", "Mend the slot"),
    ]);
  });

  test.each([" OR ", "; ", "", ", and "])("whose second origin would stand behind %j", (join) => {
    const edit = replacing('as: js, join: ", "', `as: js, join: "${join}"`);
    const [found, ...more] = content.problemsWith({ [yaml]: edit });
    expect(found).toEqual(
      problem(yaml, lineOf(edit, `join: "${join}"`), `Between two origins "join" puts "${join}"`, 'Write join: ", "'),
    );
    expect(more).toEqual([]);
  });

  test("that leave a value out", () => {
    const edit = (text: string) => text.replace(/^.*value: maxAge.*\n/m, "");
    expect(content.problemsWith({ [yaml]: edit })).toEqual([
      problem(yaml, expect.any(Number), "No slot holds maxAge.", "Add one"),
    ]);
  });

  test("may leave out what the software has no setting for", () => {
    const edit = (text: string) => text.replace(/^.*value: maxAge.*\n/m, "").replace(/^run:/m, "unset: [maxAge]\nrun:");
    expect(content.problemsWith({ [yaml]: edit })).toEqual([]);
  });
});

test("a recipe that cannot be run says when its makers' documentation was read", () => {
  const unrun = "recipes/aws-s3/recipe.yaml";
  const edit = (text: string) => text.replace(/^read: .*\n/m, "");
  expect(content.problemsWith({ [unrun]: edit })).toEqual([
    problem(unrun, 1, 'The field "read" is missing.', 'Add "read:"'),
  ]);
});

describe("a command", () => {
  const append = (fence: string) => (text: string) => `${text}\n${fence}\n`;
  const files = ["causes/options-not-routed/en.md", "guides/fixture-whole/en.mdx", "recipes/express/en.md"];

  test("that does not say for which shell it is is named with its line", () => {
    for (const file of files) {
      let edited = "";
      const edit = (text: string) => {
        edited = append("```text\nsome words\n\n$ curl -i 'https://api.example.com'\n```")(text);
        return edited;
      };
      const [found, ...more] = content.problemsWith({ [file]: edit });
      expect(found).toEqual(problem(file, expect.any(Number), "does not say for which shell", "```sh"));
      expect(more).toEqual([]);
      expect(edited.split("\n")[(found?.line ?? 0) - 1]).toContain("$ curl");
    }
  });

  test("with a comment, which zsh would take for a command, is named", () => {
    for (const file of files) {
      const edit = append("```sh\ncurl -i 'https://api.example.com'\n# and then\n```");
      expect(content.problemsWith({ [file]: edit })).toEqual([
        problem(file, expect.any(Number), 'The command has a comment: "# and then".', "zsh"),
      ]);
    }
  });

  test("in a block for the shells is right, and so is what only names curl", () => {
    for (const file of files) {
      for (const fence of [
        "```sh\ncurl -i 'https://api.example.com'\n```",
        "```text\ncurl: (7) Failed to connect\n```",
      ]) {
        expect(content.problemsWith(inEachLanguage(file, append(fence)))).toEqual([]);
      }
    }
  });
});

describe("a server's code that a page writes itself", () => {
  const append = (fence: string) => (text: string) => `${text}\n${fence}\n`;
  const message = "The code block looks like a server's";

  test.each([
    ["a configuration", "```nginx\nadd_header X y;\n```"],
    ["another language", "```python\nprint(1)\n```"],
    ["an Express application", "```js\napp.use(cors());\n```"],
    ["an import", '```ts\nimport Fastify from "fastify";\n```'],
    ["a header that is set", "```js\nresponse.setHeader('A', 'b');\n```"],
    ["no language", "```\nproxy_pass http://127.0.0.1;\n```"],
    ["a shell's here-document", "```sh\ncat > a.conf <<E\n  add_header X y;\nE\n```"],
  ])("%s", (_what, fence) => {
    for (const file of ["causes/options-not-routed/en.md", "guides/fixture-whole/en.mdx"]) {
      const found = content.problemsWith({ [file]: append(fence) });
      expect(found).toContainEqual(problem(file, expect.any(Number), message, "content/recipes/"));
    }
  });

  test.each([
    ["a client's", "```js\nconst data = await (await fetch(url)).json();\n```"],
    [
      "a message",
      "```text\nAccess to fetch at 'https://a.example' from origin 'https://b.example' has been blocked\n```",
    ],
    ["one that is cut from a recipe", '```js recipe="express/server.js#cors"\n```'],
  ])("but not %s", (_what, fence) => {
    expect(content.problemsWith(inEachLanguage("causes/options-not-routed/en.md", append(fence)))).toEqual([]);
  });
});

/** The line on which a text stands in a file below `content/`. */
function lineIn(file: string, part: string): number {
  const lines = readFileSync(`content/${file}`, "utf8").split("\n");
  return lines.findIndex((line) => line.includes(part)) + 1;
}

describe("the comments of shown code", () => {
  const ja = "recipes/express/ja.md";
  const server = "recipes/express/server.js";
  const at = (part: string) => lineIn(ja, part);
  const first = "Exact origins: scheme, host and port, no trailing slash.";

  test("that is not translated", () => {
    expect(content.problemsWith({ [ja]: (text) => text.replace(/^ {2}"Exact origins.*\n/m, "") })).toEqual([
      problem(
        ja,
        at("comments:"),
        `The comment of content/${server}:12 is not translated: "${first}"`,
        `"${first}": and what it says`,
      ),
    ]);
  });

  test("that has been changed is told with what stands for it", () => {
    const changed = content.problemsWith({ [server]: replacing("no trailing slash", "no slash at the end") });
    const words = changed.filter(({ file }) => file === `content/${ja}`);
    expect(words).toEqual([
      problem(
        ja,
        at("comments:"),
        'not translated: "Exact origins: scheme, host and port, no slash at the end."',
        'below "comments:"',
      ),
      problem(ja, at(first), `what is no comment of the recipe's shown code: "${first}"`, "no slash at the end."),
    ]);
  });

  test("of a region of another file count, and of what pages do not show do not", () => {
    const broken = "recipes/express/broken.js";
    const added = content.problemsWith({
      [broken]: (text) => `// Not shown.\n${text.replace("// #endregion", "// Shown.\n// #endregion")}`,
    });
    expect(added.filter(({ file }) => file === `content/${ja}`)).toEqual([
      problem(ja, at("comments:"), `The comment of content/${broken}:`, '"Shown."'),
    ]);
  });

  test("in English stand in the code alone", () => {
    const en = "recipes/express/en.md";
    expect(content.problemsWith({ [en]: (text) => text.replace(/^title/m, "comments: { A: B }\ntitle") })).toEqual([
      problem(en, 2, "in English already", "Change the comments there"),
    ]);
  });

  test("must not end themselves, nor be wider than a page", () => {
    const ended = content.problemsWith({ [ja]: replacing("末尾のスラッシュは付けない", "末尾に*/は付けない") });
    expect(ended).toEqual([problem(ja, at(first), "would end the comment", "in one line")]);
    const behind = { [server]: replacing("next();", "next(); // on") };
    const wide = (text: string) => text.replace("comments:\n", `comments:\n  on: ${"次".repeat(40)}\n`);
    expect(content.problemsWith({ ...behind, [ja]: wide, [ja.replace("ja", "zh-TW")]: wide })).toContainEqual(
      problem(ja, at("comments:") + 1, "columns wide", "Say it in"),
    );
  });

  test("that have the text of a slot", () => {
    const edit = replacing("// Exact origins:", '// Exact origins, "600":');
    expect(content.problemsWith({ [server]: edit })).toContainEqual(
      problem(server, 12, 'the text of a slot: ""600""', "Say it in other words"),
    );
  });

  test("whose syntax is not known", () => {
    const edits = { "recipes/express/part.kind": "// #region a\n// b\n// #endregion\n" };
    expect(content.problemsWith(edits)).toContainEqual(
      problem("recipes/express/part.kind", 1, "how this file writes comments", "commentSyntax.ts"),
    );
  });
});

describe("the other versions", () => {
  const [en, ja] = ["recipes/express/en.md", "recipes/express/ja.md"] as const;

  test("that are not the same in a language", () => {
    expect(content.problemsWith({ [ja]: replacing("of: Express 4", "of: Express 3") })).toEqual([
      problem(
        ja,
        lineIn(ja, "of: Express 4"),
        '"of" is "Express 3" here, and "Express 4" in content/recipes/express/en.md:',
        "Write the same",
      ),
    ]);
    expect(content.problemsWith({ [ja]: (text) => text.replace(/^versions:\n(?: {2}.*\n)+?(?=\w)/m, "") })).toEqual([
      problem(ja, 1, '"versions" has 0 here, and 1 in', "Name the same"),
    ]);
  });

  test("without a source, or with the words of another language", () => {
    expect(content.problemsWith(inEachLanguage(en, (text) => text.replace(/^ {4}source: .*\n/m, "")))).toContainEqual(
      problem(en, expect.any(Number), 'The field "versions.0.source" is missing.', "Add"),
    );
    const copied = readFileSync(`content/${en}`, "utf8").match(/differs: .*/)?.[0] ?? "";
    expect(content.problemsWith({ [ja]: (text) => text.replace(/differs: .*/, () => copied) })).toContainEqual(
      problem(ja, lineIn(ja, "differs:"), '"differs" is not translated', "Translate it"),
    );
  });
});
