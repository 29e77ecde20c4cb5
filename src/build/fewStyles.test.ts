import { expect, test } from "vitest";
import { stylesNothing, withFewStyles } from "./fewStyles.ts";

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

test("what styles nothing of a page is not linked there", () => {
  const isIdle = (href: string) => href === "/_astro/b.css";
  expect(withFewStyles(page("site", "a", "b"), "/_astro/site.css", isIdle)).toEqual({ html: page("site", "a") });
  const { merged } = withFewStyles(page("a", "b", "site", "c"), "/_astro/site.css", isIdle);
  expect(merged?.parts).toEqual(["/_astro/a.css", "/_astro/c.css"]);
});

test("a sheet is idle on a page that has none of its classes, and one without classes never is", () => {
  const sheet = "@layer components{.lamp>i{inline-size:.5rem}.lamp.clear{color:red}}";
  expect(stylesNothing(sheet, '<p class="note lamp">')).toBe(false);
  expect(stylesNothing(sheet, '<p class="lamps clearly">')).toBe(true);
  expect(stylesNothing("table{inline-size:100%}", "<p>")).toBe(false);
});
