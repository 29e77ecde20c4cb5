import { expect, test } from "vitest";
import { withFewStyles } from "./fewStyles.ts";

const link = (name: string) => `<link rel="stylesheet" href="/_astro/${name}.css">`;
const page = (...names: string[]) => `<head>${names.map(link).join("")}</head>`;

test("what every page has stays a file of its own, and the rest is one", () => {
  const { html, merged } = withFewStyles(page("a", "site", "b", "c"), "/_astro/site.css");
  expect(merged?.parts).toEqual(["/_astro/a.css", "/_astro/b.css", "/_astro/c.css"]);
  expect(html).toBe(`<head><link rel="stylesheet" href="/_astro/${merged?.name}">${link("site")}</head>`);
});

test("pages with the same files share one, and others have another", () => {
  const name = (...names: string[]) => withFewStyles(page(...names), "/_astro/site.css").merged?.name;
  expect(name("a", "b", "site")).toBe(name("site", "a", "b"));
  expect(name("a", "b", "site")).not.toBe(name("a", "c", "site"));
});

test("a page with two files or fewer stays as it is", () => {
  for (const names of [["site"], ["site", "a"]]) {
    expect(withFewStyles(page(...names), "/_astro/site.css")).toEqual({ html: page(...names) });
  }
});
