import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { bodyOf } from "../../scripts/lab/bodyOf.ts";
import type { NotCors } from "../../src/content/schemas/notCors.ts";
import { diagnose } from "../../src/diagnose/index.ts";
import { engines } from "../../src/rules/index.ts";
import { browserBeside, type LiveServers, startServers } from "../support/liveServers.ts";
import { poll } from "../support/poll.ts";

/**
 * What the guide on fonts, images and canvas says besides what the lab's scenarios show, and what looks like CORS and is
 * a script's own doing: each browser that is installed is asked anew.
 */

/** Requests that arrived, by their path and query. */
const arrived = new Map<string, IncomingMessage["headers"][]>();

const script = 'globalThis.ran = true; throw new Error("the reason");';
const types: Readonly<Record<string, string>> = {
  svg: "image/svg+xml",
  woff2: "font/woff2",
  css: "text/css",
  js: "text/javascript",
};

/** `/engine/name.svg?cors&corp`: what the query names is in the answer's headers. A page says `?require-corp`. */
function answer({ url = "/", headers }: IncomingMessage, response: ServerResponse): void {
  arrived.set(url, [...(arrived.get(url) ?? []), headers]);
  const { pathname, searchParams } = new URL(url, "https://cdn.example.com");
  const policy = ["require-corp", "credentialless"].find((name) => searchParams.has(name));
  if (policy) response.setHeader("Cross-Origin-Embedder-Policy", policy);
  if (searchParams.has("parts-windows")) {
    response.setHeader("Reporting-Endpoints", `here="https://${headers.host}/reports"`);
    response.setHeader("Cross-Origin-Opener-Policy-Report-Only", 'same-origin; report-to="here"');
  }
  if (searchParams.has("cors")) response.setHeader("Access-Control-Allow-Origin", "*");
  if (searchParams.has("corp")) response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  const type = types[pathname.split(".").at(-1) ?? ""];
  response.setHeader("Content-Type", type ?? "text/html");
  if (type === undefined) return void response.setHeader("Set-Cookie", "seen=1; Path=/").end("<!doctype html><body>");
  const body = type === "text/javascript" ? script : type === "text/css" ? "b { color: red }" : bodyOf(type);
  response.end(Buffer.from(body, "latin1"));
}

const notCors = parse(readFileSync("content/not-cors.yaml", "utf8")) as NotCors[];

/** A line without what differs from page to page, and from what nobody catches to what is reported. */
const template = (line: string) =>
  line.replace(/^(?:Uncaught )?(?:DOMException|SecurityError): /, "").replace(/https:\/\/[\w.:]+/g, "{origin}");

let live: LiveServers;
let page: string;
let cdn: string;

beforeAll(async () => {
  live = await startServers(3, answer);
  [page = "", cdn = ""] = live.origins;
});
afterAll(() => live.close());

describe.for(engines)("%s", (engine) => {
  const browser = browserBeside(() => live, engine);

  const file = (name: string) => `/${engine}/${name}`;
  const seen = (name: string) => arrived.get(file(name)) ?? [];
  const open = (query = "") => browser.tab.goto(`${page}/${engine}/page?${query}`);
  const run = (body: string) => browser.tab.evaluate(`(async () => { ${body} })()`);
  /** Loads an element and says which event it got. */
  const load = (make: string, attributes: string) =>
    run(`const made = Object.assign(document.createElement(${JSON.stringify(make)}), ${attributes});
      const ended = new Promise((resolve) => { made.onload = () => resolve("load"); made.onerror = () => resolve("error"); });
      document.body.append(made);
      return await ended;`);

  test.skipIf(browser.missing)("a background asks without CORS, a mask with it", async () => {
    await open();
    await run(`document.body.innerHTML = '<p id="background">.</p><p id="mask">.</p>';
      background.style.backgroundImage = 'url("${cdn}${file("background.svg")}")';
      mask.style.maskImage = 'url("${cdn}${file("mask.svg")}")';`);
    await poll(() => [seen("background.svg").length, seen("mask.svg").length]).toEqual([1, 1]);
    expect(["background.svg", "mask.svg"].map((name) => seen(name)[0]?.origin)).toEqual([undefined, page]);
  });

  test.skipIf(browser.missing)(
    "a canvas is read where the element asked with CORS and the server allows it",
    async () => {
      await open();
      const read = (query: string, crossOrigin: boolean) =>
        run(`const image = new Image();
        ${crossOrigin ? 'image.crossOrigin = "anonymous";' : ""}
        image.src = "${cdn}${file(`drawn.svg?${query}`)}";
        await new Promise((resolve, reject) => { image.onload = resolve; image.onerror = reject; });
        const canvas = document.createElement("canvas");
        canvas.getContext("2d").drawImage(image, 0, 0);
        try { canvas.toDataURL(); return "read"; } catch (error) { return error.name; }`);
      expect([await read("plain", false), await read("cors&first", false), await read("cors&second", true)]).toEqual([
        "SecurityError",
        "SecurityError",
        "read",
      ]);
    },
  );

  test.skipIf(browser.missing)("a font that is preloaded without crossorigin is loaded twice", async () => {
    await open();
    const times = async (name: string, crossorigin: string) => {
      await run(`const link = document.createElement("link");
        Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", href: "${file(name)}" });
        ${crossorigin}
        const ended = new Promise((resolve) => { link.onload = link.onerror = resolve; });
        document.head.append(link);
        await ended;
        const style = document.createElement("style");
        style.textContent = '@font-face { font-family: "${name}"; src: url("${file(name)}"); } p { font-family: "${name}"; }';
        document.head.append(style);
        document.body.append(Object.assign(document.createElement("p"), { textContent: "Text" }));
        await document.fonts.load('16px "${name}"', "T");`);
      return seen(name).length;
    };
    expect(await times("with.woff2", 'link.crossOrigin = "anonymous";')).toBe(1);
    expect(await times("without.woff2", "")).toBe(engine === "webkit" ? 1 : 2);
  });

  test.skipIf(browser.missing)(
    "of an error in another origin's script a page learns nothing without CORS",
    async () => {
      await open();
      const message = (name: string, crossOrigin: string) =>
        run(`const made = document.createElement("script");
        ${crossOrigin}
        made.src = "${cdn}${file(name)}";
        const told = new Promise((resolve) => { window.onerror = (message) => { resolve(message); return true; }; });
        document.body.append(made);
        return await told;`);
      const bare = await message("bare.js", "");
      if (engine === "firefox") expect(bare).toContain("the reason");
      else expect(bare).toBe("Script error.");
      expect(await message("asked.js?cors", 'made.crossOrigin = "anonymous";')).toContain("the reason");
    },
  );

  test.skipIf(browser.missing)("integrity needs crossorigin, and CORS", async () => {
    await open();
    const integrity = `sha256-${createHash("sha256").update(script).digest("base64")}`;
    const of = (name: string, more: object) =>
      load("script", JSON.stringify({ src: `${cdn}${file(name)}`, integrity, ...more }));
    expect(await of("held.js?cors&bare", {})).toBe("error");
    expect(await of("held.js?cors&asked", { crossOrigin: "anonymous" })).toBe("load");
  });

  test.skipIf(browser.missing)("require-corp takes an image with CORP, or with crossorigin and CORS", async () => {
    await open("require-corp");
    const of = (name: string, more: object) => load("img", JSON.stringify({ src: `${cdn}${file(name)}`, ...more }));
    expect([
      await of("bare.svg", {}),
      await of("corp.svg?corp", {}),
      await of("cors.svg?cors", { crossOrigin: "anonymous" }),
    ]).toEqual(["error", "load", "load"]);
  });

  test.skipIf(browser.missing)("credentialless takes any image, without cookies; WebKit does not know it", async () => {
    await open("credentialless");
    expect(await load("img", JSON.stringify({ src: `${cdn}${file("any.svg")}` }))).toBe("load");
    expect(seen("any.svg")[0]?.cookie).toBe(engine === "webkit" ? "seen=1" : undefined);
  });

  /** What the diagnosis makes of the lines that a script's own error gets; all of them stand on the page about it. */
  const blamed = async (body: string) => {
    await browser.tab.takeConsole();
    await run(`try { ${body} } catch (error) { reportError(error); }`);
    const lines: string[] = [];
    const look = async () => lines.push(...(await browser.tab.takeConsole()));
    await poll(async () => (await look()) > 0).toBe(true);
    const { findings } = diagnose(lines.join("\n"));
    const named = findings.map(({ notCors }) => notCors);
    const shown = notCors.filter(({ id }) => named.includes(id)).flatMap(({ messages }) => messages);
    const onPage = new Set(shown.map(({ text }) => template(text)));
    expect(lines.map(template).filter((line) => !onPage.has(line))).toEqual([]);
    return named;
  };

  test.skipIf(browser.missing)(
    "a style sheet's rules are read with crossorigin only, and the diagnosis knows why",
    async () => {
      await open();
      const loaded = (name: string, more: object) =>
        load("link", JSON.stringify({ rel: "stylesheet", href: `${cdn}${file(name)}`, ...more }));
      expect(await loaded("asked.css?cors", { crossOrigin: "anonymous" })).toBe("load");
      expect(await run("return document.styleSheets[0].cssRules.length")).toBe(1);
      expect(await loaded("bare.css?cors", {})).toBe("load");
      expect(await blamed("document.styleSheets[1].cssRules")).toEqual(["stylesheet-rules"]);
    },
  );

  // Of a policy that only reports, as that of sign-in popups does; no other engine says anything.
  test.runIf(engine === "chromium")(
    "a popup's opener policy is warned of, and the diagnosis knows what that is",
    async () => {
      await open();
      await run(`globalThis.popup = window.open("${cdn}${file("page?parts-windows")}");`);
      await poll(async () => {
        await run("popup.closed");
        return (await browser.tab.takeConsole()).map((line) => diagnose(line).findings[0]?.notCors);
      }).toContain("coop");
    },
  );

  test.skipIf(browser.missing)("another origin's frame cannot be read, and the diagnosis knows why", async () => {
    await open();
    expect(await load("iframe", JSON.stringify({ src: `${cdn}${file("page")}` }))).toBe("load");
    expect(await blamed("frames[0].document")).toEqual(["cross-origin-frame"]);
  });
});
