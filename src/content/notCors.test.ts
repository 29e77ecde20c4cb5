import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { evidence } from "../evidence/index.ts";
import { engines } from "../rules/index.ts";
import { neighbours } from "../scenarios/index.ts";
import type { NotCors } from "./schemas/notCors.ts";

const entries = parse(readFileSync("content/not-cors.yaml", "utf8")) as NotCors[];

/** A line without what differs from page to page. What Chrome prints around the code of a network error is its panel's. */
const template = (line: string) =>
  /net::[\w.]+/.exec(line)?.[0] ?? line.replace(/(?:https?|wss?):\/\/[^\s'”"]+?(?=[.]?(?:['”"\s]|$))/g, "{url}");

test.for(neighbours)("what each engine printed of $id stands among the messages of its page", ({ id, shows }) => {
  const shown = entries.find((entry) => entry.id === shows)?.messages.flatMap(({ text }) => text.split("\n")) ?? [];
  const known = new Set(shown.map(template));
  for (const engine of engines) {
    const lines = evidence[engine].neighbours[id]?.at(-1)?.console ?? [];
    // Safari prints these two besides, for everything that it does not load.
    const telling = lines.filter((line) => !/due to access control checks\.$|^Failed to load resource: C/.test(line));
    expect(telling.map(template).filter((line) => !known.has(line))).toEqual([]);
  }
});

/** What no page of the lab can show, and why. */
const notPlayed: Readonly<Record<string, string>> = {
  coop: "tests/browser/embedded.test.ts plays it",
  extension: "tests/browser/extension.test.ts plays it",
  "stylesheet-rules": "tests/browser/embedded.test.ts plays it",
  "cross-origin-frame": "tests/browser/embedded.test.ts plays it",
  csrf: "is a server's answer, which the page can read",
  "storage-signature": "is a server's answer, which the page can read",
  "presigned-content-type": "is a server's answer, which the page can read",
  "cookie-not-kept": "tests/browser/cookies.test.ts plays it",
  "cross-origin-isolation": "tests/browser/isolation.test.ts plays it",
  "says-nothing": "stands beside every failure",
};

test("each has a recorded exchange that shows it, or a reason why it can have none", () => {
  const played = new Set([
    ...neighbours.map(({ shows }) => shows),
    ...entries.filter(({ scenarios = [] }) => scenarios.length > 0).map(({ id }) => id),
  ]);
  expect(entries.map(({ id }) => id).filter((id) => played.has(id) === id in notPlayed)).toEqual([]);
});
