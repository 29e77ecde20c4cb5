import { expect, inject, test } from "vitest";
import { findLiteralMarks } from "../../src/build/builtHtml.ts";
import { attributes, readPages } from "../support/pages.ts";

const pages = readPages(inject("siteFolder"));

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
