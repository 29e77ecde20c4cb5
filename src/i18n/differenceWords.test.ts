import { describe, expect, test } from "vitest";
import { differences, type Engine } from "../rules/index.ts";
import { languages } from "../site.config.ts";
import { uiStrings } from "./strings.ts";

const names: Record<Engine, RegExp> = { chromium: /Chromium/, firefox: /Firefox/, webkit: /WebKit/ };
const engines = Object.keys(names) as Engine[];

/** The engines that a text names; none where it speaks of all that the page lists. */
const namedIn = (text: string) => engines.filter((engine) => names[engine].test(text));

describe.each(languages)("the words of the differences in %s", (language) => {
  const words = uiStrings[language].differences;

  test("name the engines that differ, or none", () => {
    for (const { id, engines: differing } of differences) {
      for (const key of [`${id}.title`, `${id}.text`] as const) {
        const named = namedIn(words[key]);
        expect([key, named.length === 0 ? differing : named]).toEqual([key, differing]);
      }
    }
  });

  test("have one title each", () => {
    const titles = differences.map(({ id }) => words[`${id}.title`]);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });
});
