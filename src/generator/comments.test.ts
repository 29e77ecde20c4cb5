import { describe, expect, test } from "vitest";
import { findComments, removeComments } from "./comments.ts";

const words = (text: string, file: string) => findComments(text, file).map((comment) => comment.text);

describe("the comments of a text", () => {
  test.each([
    ["server.js", 'const a = "https://a.example"; // one\n// two\n// lines\nb(`// no`);\n', ["one", "two lines"]],
    ["server.ts", "/** Says what.\n * And why. */\nlet a = '//'; /* in it */\n", ["Says what. And why.", "in it"]],
    ["app.py", '# one\nurl = "a # b"\n"""\n# no comment\n"""\nx = 1  # two\n', ["one", "two"]],
    ["config.ru", "# one\n# two\nuse '#'\n", ["one two"]],
    ["nginx.conf", 'add_header X "a # b"; # one\nrewrite ^/a#b /c;\n', ["one"]],
    ["Caddyfile", "\t# one\n\t# two\n\trespond 204\n", ["one two"]],
    ["main.go", 'a := `// no`\n// one\n\n// two\nb := "/* no */"\n', ["one", "two"]],
    ["main.rs", "// it's one\nfn f<'a>(x: &'a str) {} // it's two\n#[cfg(test)]\n", ["it's one", "it's two"]],
    ["index.php", "<?php\n// one\n# two\n#[Attribute]\nheader('Vary: # //');\n", ["one", "two"]],
    ["web.xml", '<!-- one\n     more -->\n<a b="c"/>\n', ["one more"]],
    ["preflight.lua", "-- one\nlocal a = '-- no'\n--[[ two\nlines ]]\n", ["one", "two lines"]],
    ["query.sql", "-- one\nselect '-- no'; /* two */\n", ["one", "two"]],
    ["cors.json", '{ "a": "// no", "b": "# no" }', []],
    ["an unknown.kind", "// whatever\n", []],
  ])("in %s", (file, text, expected) => {
    expect(words(text, file)).toEqual(expected);
  });

  test("are parted by the marks of regions, by empty lines and by where they stand", () => {
    const text =
      "// one\n// #region cors\n// two\n  // three\n  //\n  // four\n\n  // five\na(); // six\n// seven\n// ---\n";
    const expected = ["one", "two", "three four", "five", "six", "seven ---"];
    expect(words(text, "a.js")).toEqual(expected);
  });

  test("have their lines", () => {
    expect(findComments("a\n# b\n# c\nd\n# e\n", "a.py").map(({ line }) => line)).toEqual([2, 5]);
  });
});

test("without its comments a text is its code", () => {
  expect(removeComments('a("//"); // b\n/* c\nd */ e();\n', "js")).toBe('a("//"); \n e();\n');
  expect(removeComments("a = 1 # b\n", "python")).toBe("a = 1 \n");
});
