import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { evidence } from "../evidence/index.ts";
import { type Engine, engines, getHeader } from "../rules/index.ts";
import { languages } from "../site.config.ts";

/**
 * The table "Who needs CORS" of the guide on fonts, images and canvas says what was recorded, in each language.
 * By the code in a row's first cell: what shows it.
 */
const shownBy: Readonly<Record<string, readonly string[]>> = {
  "<img> <video> background-image": ["img", "video"],
  "<img crossorigin> <video crossorigin>": [
    "img-crossorigin-allow-origin-missing",
    "video-crossorigin-allow-origin-missing",
  ],
  "@font-face": ["font-allow-origin-missing"],
  "<script>": ["script"],
  '<script type="module"> import()': ["module-allow-origin-missing"],
  '<link rel="stylesheet">': ["stylesheet"],
  "new Worker(url)": ["worker-of-another-origin"],
};

interface Words {
  sends: RegExp;
  sendsNoOrigin: RegExp;
  sendsNothing: RegExp;
  fails: RegExp;
}
const words: Readonly<Record<string, Words>> = {
  en: {
    sends: /^yes/,
    sendsNoOrigin: /^no, but sends cookies/,
    sendsNothing: /^nothing/,
    fails: /^(?:not|does not|refused)/,
  },
  ja: {
    sends: /^送る/,
    sendsNoOrigin: /^送らない（Cookieは送る）/,
    sendsNothing: /^何も/,
    fails: /^[^。（]*(?:ない|拒否される)/,
  },
  "zh-TW": {
    sends: /^送/,
    sendsNoOrigin: /^不送，但送 Cookie/,
    sendsNothing: /^什麼都不送/,
    fails: /^(?:不|有標頭也一樣被拒)/,
  },
};

/** What a scenario was recorded to be in an engine, in the terms of the table. */
function recorded(engine: Engine, id: string): { sent: keyof Words; fails: boolean } {
  const step = evidence[engine].scenarios[id]?.at(-1);
  if (!step) throw new Error(`${id} is not recorded in ${engine}. Run npm run observe.`);
  const [arrival] = step.arrivals;
  const hasOrigin = arrival !== undefined && getHeader(arrival.headers, "origin") !== null;
  // Without CORS the cookie comes along.
  if (arrival && !hasOrigin) expect([engine, id, getHeader(arrival.headers, "cookie")]).toEqual([engine, id, "lab=1"]);
  const sent = hasOrigin ? "sends" : arrival ? "sendsNoOrigin" : "sendsNothing";
  return { sent, fails: step.played.result !== "answered" };
}

describe.for(languages.filter((language) => language in words))("in %s", (language) => {
  const { sends, sendsNoOrigin, sendsNothing, fails } = words[language] as Words;
  const text = readFileSync(`content/guides/fonts-images-canvas/${language}.mdx`, "utf8");
  const table = text.slice(text.indexOf("{#who-needs}"), text.indexOf("{#crossorigin}"));
  const rows = new Map(
    [...table.matchAll(/^\| (.+?) \| (.+?) \| (.+?) \|$/gm)].map(([, what = "", origin = "", without = ""]) => [
      [...what.matchAll(/`([^`]+)`/g)].map(([, code]) => code).join(" "),
      { origin, without },
    ]),
  );

  test.for(Object.entries(shownBy))("%s", ([code, ids]) => {
    const row = rows.get(code);
    if (!row) throw new Error(`No row of the table begins with ${code}. There are ${[...rows.keys()].join("; ")}.`);
    for (const id of ids) {
      const [first, ...others] = engines.map((engine) => ({ engine, ...recorded(engine, id) }));
      if (!first) throw new Error("unreachable: there are engines");
      expect(row.origin).toMatch({ sends, sendsNoOrigin, sendsNothing, fails }[first.sent]);
      expect([id, fails.test(row.without)]).toEqual([id, first.fails]);
      for (const { engine, sent, fails: itFails } of others) {
        const name = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKitGTK" }[engine];
        expect([id, engine, row.origin.includes(name)]).toEqual([id, engine, sent !== first.sent]);
        if (itFails !== first.fails) expect(row.without).toContain(name);
      }
    }
  });
});
