import { HtmlValidate } from "html-validate";
import { expect, inject, test } from "vitest";
import { findLiteralMarks } from "../../src/build/builtHtml.ts";
import { attributes, readPages } from "../support/pages.ts";

const pages = readPages(inject("siteFolder"));

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // Style: Preact closes void elements with a slash, which HTML allows and ignores.
    "void-style": "off",
    // Style: an input without a type is a text field.
    "no-implicit-input-type": "off",
    // Style: how long a title may be is the content schema's to say.
    "long-title": "off",
    // The technique H32 is for forms that are sent. The checker's never is: its verdict follows each change.
    "wcag/h32": "off",
  },
});

test("every page is valid HTML", async () => {
  const faults = await Promise.all(
    pages.map(async ({ path, html }) => {
      const { results } = await validator.validateString(html);
      return results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, selector }) => `${path} ${ruleId}: ${message} (${selector})`),
      );
    }),
  );
  expect(faults.flat()).toEqual([]);
});

test("no element carries styles or scripts of its own", () => {
  const faults = pages.flatMap(({ path, tags }) =>
    tags.flatMap(({ name, attributes: own }) =>
      Object.keys(own)
        .filter((key) => key === "style" || key.startsWith("on"))
        .map((key) => `${path} <${name} ${key}>`),
    ),
  );
  expect(faults).toEqual([]);
});

test("no page shows marks of emphasis as they are", () => {
  expect(pages.flatMap(({ path, html }) => findLiteralMarks(html).map((text) => `${path} ${text}`))).toEqual([]);
});

test("every page lets in only its own origin, and no inline script but those that it names", () => {
  for (const page of pages) {
    const { path } = page;
    const [policy = ""] = attributes(page, "meta[http-equiv=Content-Security-Policy]", "content");
    expect(policy, path).toMatch(/^default-src 'none';/);
    expect(policy, path).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:|\*/);
  }
});

test("nothing that a page loads comes from another origin", () => {
  const loading = ["script", "img", "iframe", "source", "video", "audio", "embed", "object", "input"];
  const linked = ["stylesheet", "icon", "preload", "modulepreload", "manifest"];
  const faults = pages.flatMap((page) => {
    const sources = [
      ...loading.flatMap((tag) => ["src", "srcset", "data", "poster"].flatMap((name) => attributes(page, tag, name))),
      ...linked.flatMap((relation) => attributes(page, `link[rel=${relation}]`, "href")),
      ...attributes(page, "use", "href"),
    ];
    return sources.filter((source) => !/^\/(?!\/)/.test(source)).map((source) => `${page.path} ${source}`);
  });
  expect(faults).toEqual([]);
});
