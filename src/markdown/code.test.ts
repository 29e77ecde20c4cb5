import { createSatteriMarkdownProcessor } from "@astrojs/markdown-satteri";
import { afterEach, expect, test, vi } from "vitest";
import { shellLanguages } from "../generator/shells.ts";
import { codeTransformers } from "./code.ts";

afterEach(() => vi.restoreAllMocks());

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
    expect(html).toMatch(/<pre [^>]*data-label="bash, zsh"/);
    expect(html.replace(/<[^>]*>/g, "").trim()).toBe("curl -i 'https://api.example.com'");
  },
);

test("other blocks say nothing of shells", async () => {
  expect(await render(block)).not.toContain("data-label");
});

test("the marks of a diff are not copied, by a class", async () => {
  const html = await render("```diff\n- old\n+ new\n  same\n```\n");
  expect(html).not.toContain("style=");
  expect(html).toContain('<span class="m">-</span> old');
  expect(html).toContain('<span class="m">+</span> new');
});
