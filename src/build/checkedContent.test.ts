import { EventEmitter } from "node:events";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { markdownToHtml } from "satteri";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { parseDocument } from "yaml";
import { ContentCopy } from "../../tests/support/contentCopy.ts";
import { forgetContentIds } from "../content/ids.ts";
import { mdastPlugins } from "../markdown/plugins.ts";
import { checkedContent } from "./checkedContent.ts";

vi.mock("yaml", { spy: true });

let copy: ContentCopy;
let guide: string;
let sound: string;
const watcher = new EventEmitter();
const error = vi.fn();

/** Starts what `npm run dev` starts, in a copy of the content. */
beforeAll(() => {
  copy = new ContentCopy();
  guide = join(copy.root, "content/guides/fixture-whole/zh-TW.mdx");
  sound = readFileSync(guide, "utf8");
  // As much of Astro as the two hooks use.
  const astro = {
    config: { root: pathToFileURL(`${copy.root}/`) },
    command: "dev",
    logger: { error },
    server: { watcher, environments: { client: { hot: { on: vi.fn(), send: vi.fn() } } } },
  } as never;
  const { hooks } = checkedContent();
  hooks["astro:config:setup"]?.(astro);
  hooks["astro:server:setup"]?.(astro);
});
afterAll(() => copy.remove());

beforeEach(() => {
  vi.useFakeTimers();
  error.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  writeFileSync(guide, sound);
});

let edits = 0;
/** Each time in another way. */
function breakGuide(): void {
  edits++;
  writeFileSync(guide, sound.replace(/^category: .*$/m, `category: no-such-thing-${edits}`));
}

test("a file that changes is checked, and its problems are told", () => {
  breakGuide();
  watcher.emit("all", "change", guide);
  vi.runAllTimers();
  expect(error).toHaveBeenCalledOnce();
  expect(error).toHaveBeenCalledWith(expect.stringContaining("content/guides/fixture-whole/zh-TW.mdx:"));
});

test("many files that change at once are checked once", () => {
  breakGuide();
  for (let file = 0; file < 100; file++) watcher.emit("all", "change", guide);
  vi.runAllTimers();
  expect(error).toHaveBeenCalledOnce();
});

test("only the file that has changed is parsed anew", () => {
  vi.mocked(parseDocument).mockClear();
  breakGuide();
  watcher.emit("all", "change", guide);
  vi.runAllTimers();
  expect(error).toHaveBeenCalledOnce();
  expect(parseDocument).toHaveBeenCalledOnce();
});

test("a change outside content/ is nobody's business here, though its path may hold that word", () => {
  breakGuide();
  watcher.emit("all", "change", join(copy.root, "src/content/guides.ts"));
  watcher.emit("all", "change", join(copy.root, "contents.txt"));
  vi.runAllTimers();
  expect(error).not.toHaveBeenCalled();
});

test("a term can be linked to as soon as the glossary has it", async () => {
  vi.spyOn(process, "cwd").mockReturnValue(copy.root);
  forgetContentIds();
  const fileURL = pathToFileURL(guide);
  const render = async () => (await markdownToHtml("[x](term:brand-new)", { mdastPlugins, fileURL })).html;
  await expect(render()).rejects.toThrow('The link "term:brand-new" leads to a term that does not exist.');

  const glossary = join(copy.root, "content/glossary.yaml");
  appendFileSync(glossary, "\n- id: brand-new\n");
  watcher.emit("all", "change", glossary);
  expect(await render()).toContain('href="/zh-TW/glossary/#brand-new"');
});
