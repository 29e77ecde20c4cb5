import { createSatteriMarkdownProcessor } from "@astrojs/markdown-satteri";
import { afterEach, expect, test, vi } from "vitest";
import { render as renderSite } from "../../tests/support/markdown.ts";
import { shellLanguages } from "../generator/shells.ts";
import { codeTransformers } from "./code.ts";

afterEach(() => vi.restoreAllMocks());

/** What is copied of a block. */
function codeOf(html: string): string {
  return (/<code>([\s\S]*)<\/code>/.exec(html)?.[1] ?? "").replace(/<[^>]*>/g, "").trim();
}

async function render(markdown: string): Promise<string> {
  const renderer = await createSatteriMarkdownProcessor({
    syntaxHighlight: "shiki",
    shikiConfig: { theme: "css-variables", transformers: codeTransformers },
  });
  return (await renderer.render(markdown)).code;
}

const block = "```js\nconst answer = await fetch('https://api.example.com/', { method: 'PUT' }); // asks first\n```\n";

test("a block is coloured by classes, without a style of its own", async () => {
  const html = await render(block);
  expect(html).toContain('<span class="k">const</span>');
  expect(html).toContain('<span class="s">');
  expect(html).toContain('<span class="c">// asks first</span>');
  expect(html).not.toContain("style=");
});

test("a block comes out the same on a machine so busy that minutes pass between two steps", async () => {
  const calm = await render(block);
  let now = Date.now();
  vi.spyOn(Date, "now").mockImplementation(() => {
    now += 60_000;
    return now;
  });
  expect(await render(block)).toBe(calm);
});

test.each([...shellLanguages])(
  "a block in %s says for which shells it is, and does not have it copied",
  async (language) => {
    const html = await render(`\`\`\`${language}\ncurl -i 'https://api.example.com'\n\`\`\`\n`);
    expect(html).toContain("<figcaption><span>bash, zsh</span></figcaption>");
    expect(codeOf(html)).toBe("curl -i 'https://api.example.com'");
  },
);

test("other blocks say nothing of shells", async () => {
  expect(await render(block)).toContain("<figcaption><span>JavaScript</span></figcaption>");
});

test("a diff's signs are drawn beside its lines, and not copied with them", async () => {
  const html = await render("```diff\n-old\n+new\n same\n```\n");
  expect(html).not.toContain("style=");
  expect(html).toContain('<span class="l del">old</span>');
  expect(html).toContain('<span class="l add">new</span>');
  expect(codeOf(html)).toBe("old\nnew\nsame");
});

test("a block is called as its author says, or as the recipe's file that it is cut from", async () => {
  expect(await render('```js title="server.js"\n1;\n```\n')).toContain(
    "<figcaption><b>server.js</b><span>JavaScript</span>",
  );
  expect(await render('```js recipe="express/src/app.js#cors"\n1;\n```\n')).toContain("<b>app.js</b>");
});

test("a block of plain text without a name has no bar", async () => {
  expect(await render("```text\na\n```\n")).toContain('<figcaption class="bare"></figcaption><pre>');
  expect(await render('```text title="a.txt"\na\n```\n')).toContain("<figcaption><b>a.txt</b></figcaption>");
});

test("lines are marked, added, removed and numbered by the info string", async () => {
  const html = await render("```text {2} add={3-4} del={1} numbers\na\nb\nc\nd\n```\n");
  expect(html).toContain('<pre class="numbered">');
  expect([...html.matchAll(/<span class="(l[^"]*)">(\w)/g)].map(([, name, text]) => [text, name])).toEqual([
    ["a", "l del"],
    ["b", "l hl"],
    ["c", "l add"],
    ["d", "l add"],
  ]);
});

test("a line hangs by its own indent, up to eight steps", async () => {
  const html = await render(`\`\`\`text\na\n  b\n   c\n${" ".repeat(40)}d\n\`\`\`\n`);
  expect([...html.matchAll(/<span class="(l[^"]*)">\s*(\w)/g)].map(([, name]) => name)).toEqual([
    "l",
    "l d1",
    "l d2",
    "l d8",
  ]);
});

test("a block of what people paste says that it fails", async () => {
  expect(await render('```js recipe="express/broken.js#broken"\n1;\n```\n')).toContain('<figure class="code fails">');
});

test("what stands within MDX is coloured alike, whichever languages were asked for before", async () => {
  const mdx = (words: string) => renderSite(`\`\`\`mdx\n<Exchange cause="null-origin" />\n\n${words}\n\`\`\``);
  const first = await mdx("Before");
  for (const language of ["tsx", "yaml", "md"]) await renderSite(`\`\`\`${language}\nlet a = 1;\n\`\`\``);
  // Other words: the same block would not be highlighted anew.
  expect((await mdx("After")).replace("After", "Before")).toBe(first);
});

test("an HTTP message has strong start lines, and only its values are tinted, as on every other page", async () => {
  const html = await render(
    "```http\nPUT /items HTTP/1.1\nOrigin: https://a.example\n\nHTTP/1.1 204 No Content\n```\n",
  );
  expect(html).toContain('<span class="l"><span class="k">PUT /items HTTP/1.1</span></span>');
  expect(html).toContain('<span class="l">Origin: <span class="s">https://a.example</span></span>');
  expect(html).toContain('<span class="k">HTTP/1.1 204 No Content</span>');
});
